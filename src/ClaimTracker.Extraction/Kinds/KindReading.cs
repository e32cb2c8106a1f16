namespace ClaimTracker.Extraction.Kinds;

/// <summary>Something checkable in a sentence: the words that make it so, as token range with exclusive end.</summary>
internal readonly record struct KindReading(IClaimKind Kind, int First, int End);
