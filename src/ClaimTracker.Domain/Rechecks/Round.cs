namespace ClaimTracker.Domain;

/// <summary>What a look at one source gave.</summary>
/// <param name="Evidence">The source.</param>
/// <param name="Outcome">What the look met.</param>
/// <param name="Words">The same in a sentence; for a changed passage, old and new.</param>
/// <param name="Seen">What was seen of the passage itself, where the look found something; null where that is not known.</param>
public sealed record SourceOutcome(Evidence Evidence, RecheckOutcome Outcome, string Words, SeenPassage? Seen = null);

/// <summary>The looks at all the sources of one published version, taken together.</summary>
public static class Round
{
    private static readonly RecheckOutcome[] WorstFirst =
    [
        RecheckOutcome.Missing,
        RecheckOutcome.Changed,
        RecheckOutcome.Unreachable,
        RecheckOutcome.Unwatched,
    ];

    /// <summary>
    /// The sources at which looks are asked for: what the version counts, at an address where it may change, and that somebody
    /// wants watched.
    /// </summary>
    public static IEnumerable<Evidence> Watched(Verdict version) => version.Evidence.Where(e => e.Counts && e.IsAsked);

    /// <summary>The sources whose standing verifies: of those that are watched, the living ones.</summary>
    public static IEnumerable<Evidence> Living(Verdict version) => version.Evidence.Where(e => e.Counts && e.IsLivingWatch);

    /// <summary>
    /// True where a machine can verify the version at all: what is living and watched meets by itself what the version was held
    /// to.
    /// </summary>
    public static bool CanVerify(Verdict version) => CanVerify(version.Evidence, version.MinimumGroups);

    /// <summary>The same of a body of evidence and the groups that a version standing on it is held to.</summary>
    public static bool CanVerify(IEnumerable<Evidence> evidence, int minimumGroups) =>
        EvidenceGroups.CountIndependent(evidence.Where(e => e.IsLivingWatch)) >= Math.Max(1, minimumGroups);

    /// <summary>
    /// True where a machine may be able to, as far as is known: a source whose page nobody has read yet may be living.
    /// </summary>
    public static bool MayVerify(Verdict version) =>
        EvidenceGroups.CountIndependent(Watched(version).Where(e => e.CanBeWatched && e.Nature != SourceNature.Dated))
        >= Math.Max(1, version.MinimumGroups);

    /// <summary>
    /// What the looks give for the version. <see cref="RecheckOutcome.Unchanged"/> only where each living source that it counts
    /// was looked at and stands, and these alone meet what it was held to. A finding counts wherever it was made; that a dated
    /// source stands, or cannot be read, says nothing, nor that a site lets no program read its page, and a look at anything else
    /// neither.
    /// </summary>
    public static RecheckOutcome Of(Verdict version, IReadOnlyCollection<SourceOutcome> looks)
    {
        var outcomes = Watched(version)
            .Where(e => (e.CanBeWatched && e.Nature != SourceNature.Dated) || IsFinding(OutcomeAt(e, looks)))
            .Select(e => OutcomeAt(e, looks))
            .ToList();
        foreach (var worse in WorstFirst.Where(outcomes.Contains))
            return worse;
        return CanVerify(version) ? RecheckOutcome.Unchanged : RecheckOutcome.Unwatched;
    }

    /// <summary>True where <paramref name="one"/> says more against the verdict than <paramref name="other"/>.</summary>
    public static bool IsWorse(RecheckOutcome one, RecheckOutcome other) => Place(one) < Place(other);

    private static int Place(RecheckOutcome outcome) =>
        Array.IndexOf(WorstFirst, outcome) is >= 0 and var place ? place : WorstFirst.Length;

    private static bool IsFinding(RecheckOutcome outcome) => outcome is RecheckOutcome.Changed or RecheckOutcome.Missing;

    // What was not looked at was not seen to stand, either.
    private static RecheckOutcome OutcomeAt(Evidence evidence, IReadOnlyCollection<SourceOutcome> looks) =>
        looks.FirstOrDefault(look => look.Evidence == evidence)?.Outcome ?? RecheckOutcome.Unwatched;
}
