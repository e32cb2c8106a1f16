using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>One kind of claim. To add one: a class here, a line in <see cref="ClaimKinds"/>, a spec file beside the tests.</summary>
internal interface IClaimKind
{
    /// <summary>The id that is stored and never changes.</summary>
    string Id { get; }

    /// <summary>Adds what a sentence holds of this kind.</summary>
    void Find(SentenceView sentence, List<Finding> into);
}
