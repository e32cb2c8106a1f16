using ClaimTracker.Extraction.Lexicons;

namespace ClaimTracker.Extraction.Text;

/// <summary>What the word files know of a word in a news sentence; a word may be in several classes.</summary>
internal static class Lexicon
{
    private static readonly WordClasses Words = new(typeof(WordClass));

    public static WordClass ClassOf(ReadOnlySpan<char> word) => (WordClass)Words.Of(word);
}
