using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Speech that runs over several sentences of a paragraph: those inside one pair of quotation marks have one speaker, and those
/// that stand wholly in marks of their own have the speaker whom a neighbour names.
/// </summary>
internal static class QuotedSpeech
{
    public static void Carry(string text, SentenceReading[] sentences)
    {
        var open = false;
        for (var i = 1; i < sentences.Length; i++)
        {
            open = SameParagraph(text, sentences, i) && StaysOpen(sentences[i - 1].Span.In(text), open);
            TakeOver(text, sentences, i, i - 1, open || OpensWithMark(text, sentences[i]));
        }

        for (var i = sentences.Length - 2; i >= 0; i--)
            TakeOver(text, sentences, i, i + 1, OpensWithMark(text, sentences[i]));
    }

    private static void TakeOver(string text, SentenceReading[] sentences, int index, int neighbour, bool isSpeech)
    {
        if (
            isSpeech
            && sentences[index].Attribution is null
            && sentences[neighbour].Attribution is { Quoted: true } speaker
            && SameParagraph(text, sentences, Math.Max(index, neighbour))
        )
        {
            sentences[index] = sentences[index].SaidBy(speaker);
        }
    }

    private static bool SameParagraph(string text, SentenceReading[] sentences, int second) =>
        !text.AsSpan(sentences[second - 1].Span.End, sentences[second].Span.Start - sentences[second - 1].Span.End)
            .Contains('\n');

    private static bool OpensWithMark(string text, SentenceReading sentence) => text[sentence.Span.Start] is '“' or '"';

    /// <summary>True where a quotation that was open before a sentence, or that it opens, is still open at its end.</summary>
    private static bool StaysOpen(ReadOnlySpan<char> words, bool open)
    {
        foreach (var c in words)
        {
            open = c switch
            {
                '“' => true,
                '”' => false,
                '"' => !open,
                _ => open,
            };
        }

        return open;
    }
}
