namespace ClaimTracker.Extraction.Watches;

/// <summary>A field that tells a state, "Status: in force", and what only says when it was last looked at.</summary>
internal static class StatusField
{
    private static readonly HashSet<string> Looks = ["checked", "rechecked", "reviewed", "confirmed", "verified", "unchanged"];

    private static readonly HashSet<string> Small = ["on", "as", "of", "at", "last", "again", "still", "and", "was", "re"];

    /// <summary>True where the state is the same and has only got the day of a check, or another.</summary>
    public static bool IsOnlyDated(PageStatement was, PageStatement now) =>
        StateOf(was) is { Length: > 0 } old && StateOf(now) == old;

    // What is said before "as of 3 May", "checked again on 3 May"; the whole where it ends in nothing of the kind.
    private static string? StateOf(PageStatement field)
    {
        var at = field.Text.IndexOf(':', StringComparison.Ordinal);
        if (at < 0)
            return null;
        var words = PlainWords.Of(field.Text[(at + 1)..]);
        for (var from = 1; from < words.Count; from++)
        {
            if (IsLook(words.GetRange(from, words.Count - from)))
                return PageStatement.KeyOf(words.GetRange(0, from));
        }

        return PageStatement.KeyOf(words);
    }

    private static bool IsLook(List<PlainWord> tail)
    {
        var says =
            Looks.Contains(tail[0].Form)
            || tail is [{ Form: "as" }, { Form: "of" or "at" }, ..]
            || (tail is [{ Form: "last" or "still" or "re" or "and" }, var next, ..] && Looks.Contains(next.Form));
        return says
            && tail.Exists(IsDay)
            && tail.TrueForAll(word => IsDay(word) || Small.Contains(word.Form) || Looks.Contains(word.Form));
    }

    private static bool IsDay(PlainWord word) =>
        word.IsDay || Tells.ADate(word) || (word.IsFigure && word.Form is [_, '1' or '2', _, _, _] or [_, _] or [_, _, _]);
}
