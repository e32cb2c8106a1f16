using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Gathers what a look compared; the gravest of what does not hold gives the outcome.</summary>
internal sealed class LookParts
{
    private const int Longest = 1_000;
    private const int LongestWithin = 220;

    private readonly List<LookPart> _parts = [];
    private (LookOutcome Outcome, string Why, string? Now)? _worst;

    /// <summary>A part that is as it was.</summary>
    public void Holds(string part, string? text) => Holds(part, text, text);

    /// <summary>A part that is taken for what it was, with the words that stand there now.</summary>
    public void Holds(string part, string? was, string? now) => _parts.Add(new LookPart(part, true, Short(was), Short(now)));

    /// <summary>A part that is not.</summary>
    public void Fails(string part, string? was, string? now, LookOutcome outcome, string why)
    {
        _parts.Add(new LookPart(part, false, Short(was), Short(now)));
        if (_worst is null || Gravity(outcome) > Gravity(_worst.Value.Outcome))
            _worst = (outcome, why, Short(now));
    }

    /// <summary>The look; unchanged only where every part that was compared holds.</summary>
    public PageLook Look(string was, IReadOnlyList<FigureChange> figures) =>
        _worst is var (outcome, why, now)
            ? new PageLook(outcome, Short(was)!, now, why, _parts, figures)
            : new PageLook(
                LookOutcome.Unchanged,
                Short(was)!,
                Short(was),
                "The passage stands in its place as it was, and nothing new on the page speaks of it.",
                _parts,
                []
            );

    /// <summary>What is said where a passage stands and its sentence, or its row, reads as <paramref name="now"/>.</summary>
    public static PageLook Standing(PageLook look, string now) =>
        IsWordForWord(look.Was, now) ? look with { Now = Short(now) } : Reworded(look, now);

    /// <summary>The same where it was taken for what it was though the words are others.</summary>
    public static PageLook Reworded(PageLook look, string now) =>
        look with
        {
            Now = Short(now),
            Why =
                $"The passage stands in its place in other words, which are read as the same: “{Short(now)}” Nothing new on the page speaks of it.",
            Within = $"in other words, which are read as the same: “{Short(now, LongestWithin)}”",
        };

    /// <summary>True for the same words in the same order, whatever typesetting does to them.</summary>
    public static bool IsWordForWord(string was, string now) => FoldedText.Of(was).Folded == FoldedText.Of(now).Folded;

    private static int Gravity(LookOutcome outcome) =>
        outcome switch
        {
            LookOutcome.Unreadable => 6,
            LookOutcome.Missing => 5,
            LookOutcome.Denied => 4,
            LookOutcome.Changed => 3,
            LookOutcome.Moved => 2,
            _ => 1,
        };

    internal static string? Short(string? text) => Short(text, Longest);

    private static string? Short(string? text, int longest) =>
        text is null || text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] + "…"
        : text[..longest] + "…";
}
