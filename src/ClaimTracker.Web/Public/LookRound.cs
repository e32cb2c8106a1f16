using ClaimTracker.Domain;

namespace ClaimTracker.Web.Public;

/// <summary>
/// A round of looks that found each passage standing that it could read; of old ones, the last of a year, for all of them.
/// </summary>
/// <param name="AskedAt">When it fell due.</param>
/// <param name="At">When the oldest of its looks was made.</param>
/// <param name="VerdictVersion">The version that it was about.</param>
/// <param name="EvidenceIds">The sources that were looked at; what a site lets no program read was not.</param>
/// <param name="Within">What was said of passages that read differently in what is not counted as a change; mostly none.</param>
public sealed record LookRound(
    DateTime AskedAt,
    DateTime At,
    int VerdictVersion,
    IReadOnlySet<long> EvidenceIds,
    IReadOnlyList<string> Within
)
{
    /// <summary>How many looks it stands for.</summary>
    public int Looks { get; init; } = EvidenceIds.Count;

    /// <summary>When the first of them was made, where it stands for more than its own; else null.</summary>
    public DateTime? FirstAt { get; init; }

    /// <summary>The rounds among some looks, newest first. Of what a look found, the re-check tells that it led to.</summary>
    public static IEnumerable<LookRound> Of(IEnumerable<Look> looks) =>
        looks
            .GroupBy(look => (look.ClosedAt, look.VerdictVersion))
            .Where(round =>
                round.Any(look => look.Outcome == RecheckOutcome.Unchanged)
                && !round.Any(look => look.Outcome is RecheckOutcome.Changed or RecheckOutcome.Missing)
            )
            .Select(round => new LookRound(
                round.Min(look => look.AskedAt),
                round.Min(look => look.MadeAt!.Value),
                round.Key.VerdictVersion,
                round.Where(look => look.Outcome == RecheckOutcome.Unchanged).Select(look => look.EvidenceId).ToHashSet(),
                [.. round.Select(look => look.Within).OfType<string>()]
            )
            {
                Looks = round.Sum(look => look.Times ?? 1),
                FirstAt = round.Min(look => look.FirstAt),
            })
            .OrderByDescending(round => round.At);
}
