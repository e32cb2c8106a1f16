namespace ClaimTracker.Domain;

/// <summary>How much a body of evidence weighs.</summary>
public static class EvidenceGroups
{
    /// <summary>The number of independent groups; what quotes us, was withdrawn or is mere context counts nothing.</summary>
    public static int CountIndependent(IEnumerable<Evidence> evidence) =>
        evidence.Where(e => e.Counts).Select(e => e.Group.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
