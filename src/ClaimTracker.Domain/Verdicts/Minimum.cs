namespace ClaimTracker.Domain;

/// <summary>What a verdict needs before it is public.</summary>
/// <param name="Groups">Independent groups of evidence.</param>
/// <param name="Approvals">Approvals by different people, none of them an author.</param>
public readonly record struct Minimum(int Groups, int Approvals)
{
    /// <summary>The least that anything is published with. No setting and no workflow lowers it.</summary>
    public static readonly Minimum Floor = new(1, 1);

    /// <summary>The greater of both, number by number.</summary>
    public Minimum AtLeast(Minimum other) => new(Math.Max(Groups, other.Groups), Math.Max(Approvals, other.Approvals));
}
