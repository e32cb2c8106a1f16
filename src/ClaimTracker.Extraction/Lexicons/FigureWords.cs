namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Looks up what a word tells of the figure near it.</summary>
internal static class FigureWords
{
    private static readonly WordClasses Words = new(typeof(FigureWord));

    public static FigureWord Of(ReadOnlySpan<char> word) => (FigureWord)Words.Of(word);

    /// <summary>True where the word is in any of some classes.</summary>
    public static bool Has(ReadOnlySpan<char> word, FigureWord any) => (Of(word) & any) != 0;
}
