using ClaimTracker.Domain;

namespace ClaimTracker.Web.Public;

/// <summary>A round of looks that found each passage standing that it looked at.</summary>
/// <param name="AskedAt">When it fell due.</param>
/// <param name="At">When the oldest of its looks was made.</param>
/// <param name="VerdictVersion">The version that it was about.</param>
/// <param name="Sources">How many sources were looked at.</param>
public sealed record LookRound(DateTime AskedAt, DateTime At, int VerdictVersion, int Sources)
{
    /// <summary>The rounds among some looks, newest first. Of what a look found, the re-check tells that it led to.</summary>
    public static IEnumerable<LookRound> Of(IEnumerable<Look> looks) => looks
        .GroupBy(look => (look.ClosedAt, look.VerdictVersion))
        .Where(round => round.All(look => look.Outcome == RecheckOutcome.Unchanged))
        .Select(round =>
            new LookRound(round.Min(look => look.AskedAt), round.Min(look => look.MadeAt!.Value), round.Key.VerdictVersion,
            round.Count()))
        .OrderByDescending(round => round.At);
}
