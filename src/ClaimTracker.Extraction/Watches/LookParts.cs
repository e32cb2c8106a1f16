namespace ClaimTracker.Extraction.Watches;

/// <summary>Gathers what a look compared; the gravest of what does not hold gives the outcome.</summary>
internal sealed class LookParts
{
    private const int Longest = 1_000;

    private readonly List<LookPart> _parts = [];
    private (LookOutcome Outcome, string Why, string? Now)? _worst;

    /// <summary>A part that is as it was.</summary>
    public void Holds(string part, string? text) => _parts.Add(new LookPart(part, true, Short(text), Short(text)));

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

    internal static string? Short(string? text) => text is { Length: > Longest } ? text[..Longest] + "…" : text;
}
