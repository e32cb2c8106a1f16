using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Finds where the sentences of a text begin and end.</summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences of <paramref name="text"/> in order, trimmed of white space, each on one line of thought: a
    /// heading or a list item is a sentence of its own. Runs of text without a letter or digit are left out.
    /// Time grows with the length of the text, whatever it holds.
    /// </summary>
    public static List<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextSpan>((text.Length / 120) + 1);
        var blocks = new BlockReader(text);
        while (blocks.TryRead(out var block))
        {
            new BlockSplitter(text, block, sentences).Run();
        }

        return sentences;
    }
}
