namespace ClaimTracker.Domain;

/// <summary>What a look at one source gave.</summary>
/// <param name="Evidence">The source.</param>
/// <param name="Outcome">What the look met.</param>
/// <param name="Words">The same in a sentence; for a changed passage, old and new.</param>
public sealed record SourceOutcome(Evidence Evidence, RecheckOutcome Outcome, string Words);

/// <summary>The looks at all the sources of one published version, taken together.</summary>
public static class Round
{
    private static readonly RecheckOutcome[] WorstFirst = [RecheckOutcome.Missing, RecheckOutcome.Changed, RecheckOutcome.Unreachable, RecheckOutcome.Unwatched];

    /// <summary>The sources that a machine looks at: what the version counts, at an address, and that somebody wants watched.</summary>
    public static IEnumerable<Evidence> Watched(Verdict version) => version.Evidence.Where(e => e.Counts && e.CanBeWatched);

    /// <summary>
    /// What the looks give for the version. <see cref="RecheckOutcome.Unchanged"/> only where all that it counts was looked at and stands,
    /// and this alone meets what it was held to; a look at anything else says nothing of it.
    /// </summary>
    public static RecheckOutcome Of(Verdict version, IReadOnlyCollection<SourceOutcome> looks)
    {
        var counted = version.Evidence.Where(e => e.Counts).ToList();
        var outcomes = counted.ConvertAll(e => e.CanBeWatched ? OutcomeAt(e, looks) : RecheckOutcome.Unwatched);
        foreach (var worse in WorstFirst.Where(outcomes.Contains))
            return worse;
        return EvidenceGroups.CountIndependent(counted) >= Math.Max(1, version.MinimumGroups) ? RecheckOutcome.Unchanged : RecheckOutcome.Unwatched;
    }

    /// <summary>True where <paramref name="one"/> says more against the verdict than <paramref name="other"/>.</summary>
    public static bool IsWorse(RecheckOutcome one, RecheckOutcome other) => Place(one) < Place(other);

    private static int Place(RecheckOutcome outcome) => Array.IndexOf(WorstFirst, outcome) is >= 0 and var place ? place : WorstFirst.Length;

    // What was not looked at was not seen to stand, either.
    private static RecheckOutcome OutcomeAt(Evidence evidence, IReadOnlyCollection<SourceOutcome> looks) =>
        looks.FirstOrDefault(look => look.Evidence == evidence)?.Outcome ?? RecheckOutcome.Unwatched;
}
