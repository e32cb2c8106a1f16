namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// One quotation with its speaker before it or behind it: <c>Ann Lee said: "It holds."</c> and <c>"It holds," said Ann Lee.</c>
/// The words quoted are the same in the same order, and so are all others in any.
/// </summary>
internal static class TurnedSpeech
{
    private const string Opening = "\"“„«";
    private const string Closing = "\"”“»";
    private const int LongestSpeaker = 12;

    /// <summary>True for two statements that differ in nothing else.</summary>
    public static bool IsSame(PageStatement a, PageStatement b) =>
        Parts(a) is var (quoted, speaker) && Parts(b) is var (again, same) && quoted == again && speaker.SequenceEqual(same);

    private static (string Quoted, List<string> Speaker)? Parts(PageStatement s)
    {
        var open = s.Text.AsSpan().IndexOfAny(Opening);
        var close = s.Text.AsSpan().LastIndexOfAny(Closing);
        if (open < 0 || close <= open || s.Text.AsSpan(open + 1, close - open - 1).IndexOfAny(Opening) >= 0)
            return null;
        var inside = PlainWords.Of(s.Text[(open + 1)..close]);
        var outside = PlainWords
            .Of(s.Text[..open])
            .Concat(PlainWords.Of(s.Text[(close + 1)..]))
            .Where(word => word.Form != "\"")
            .Select(word => word.Form)
            .Order(StringComparer.Ordinal)
            .ToList();
        return inside.Count == 0 || outside.Count is 0 or > LongestSpeaker ? null : (PageStatement.KeyOf(inside), outside);
    }
}
