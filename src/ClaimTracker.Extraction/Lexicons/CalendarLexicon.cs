namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Months by name.</summary>
internal static class CalendarLexicon
{
    private static readonly NamedValues Months = new(exact: false, "month");

    /// <summary>True for a month with its capital: "may" is a verb.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsUpper(word[0]) && Months.TryFind(word, out _);
}
