namespace ClaimTracker.Extraction.Kinds;

/// <summary>A claim's share of a sentence: what was found and the tokens that state it, with exclusive end.</summary>
internal readonly record struct ClaimPart(KindReading Reading, int First, int End, bool Inserted);
