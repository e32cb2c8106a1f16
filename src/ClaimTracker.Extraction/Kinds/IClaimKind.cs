using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>One kind of claim. To add one: a class here, and a spec file beside the tests.</summary>
internal interface IClaimKind
{
    /// <summary>The id that is stored and never changes.</summary>
    string Id { get; }

    /// <summary>Its place among the kinds: where two find the same words, the one with the lower number has them.</summary>
    int Rank { get; }

    /// <summary>What a wording of this kind has to name before it can be checked as it stands.</summary>
    MustName MustName { get; }

    /// <summary>Why a statement of this kind belongs into triage, in a fact-checker's words.</summary>
    /// <param name="words">The words that make it one.</param>
    string Because(ReadOnlySpan<char> words);

    /// <summary>Adds what a sentence holds of this kind.</summary>
    void Find(SentenceView sentence, List<KindReading> into);
}
