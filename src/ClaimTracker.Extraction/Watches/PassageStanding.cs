using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Whether a look that found something saw the passage itself standing, so that what it found is about the place, or about what
/// stands around it. What is not certain is not standing.
/// </summary>
public static class PassageStanding
{
    private const string Sentence = "sentence";
    private const string Columns = "columns";

    /// <summary>
    /// True where the quote stands on the page word for word, as its row did, or in words that are read as the same, with no
    /// figure that differs.
    /// </summary>
    /// <param name="look">What the look found.</param>
    /// <param name="quote">The passage as it was quoted.</param>
    public static bool IsIn(PageLook look, string quote)
    {
        ArgumentNullException.ThrowIfNull(look);
        ArgumentNullException.ThrowIfNull(quote);
        if (look.Outcome is LookOutcome.Missing or LookOutcome.Unreadable || look.Figures.Count > 0)
            return false;
        List<LookPart> own =
        [
            .. look.Parts.Where(part => part.Part == Sentence || (part.Part == Columns && (part.Holds || part.Was is not null))),
        ];
        if (own.TrueForAll(part => part.Holds))
            return own.Count > 0;

        // Its sentence reads differently, and not in what was quoted of it. What denies it takes the quote with it.
        return look.Outcome != LookOutcome.Denied
            && own.TrueForAll(part => part.Holds || (part.Part == Sentence && Says(part.Now, quote)));
    }

    private static bool Says(string? now, string quote) =>
        now is not null && FoldedText.Of(now).Find(FoldedText.Of(quote), 0) is not null;
}
