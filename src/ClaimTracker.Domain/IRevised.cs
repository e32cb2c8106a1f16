namespace ClaimTracker.Domain;

/// <summary>Something that two people can touch at once: the later of two writes with the same revision is refused.</summary>
public interface IRevised
{
    /// <summary>Grows by one with each stored change.</summary>
    long Revision { get; }
}
