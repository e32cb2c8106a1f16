namespace ClaimTracker.Extraction.Matching;

/// <summary>A word of a statement.</summary>
/// <param name="Plain">Lower case, letters without accents.</param>
/// <param name="Stem">Without its ending.</param>
/// <param name="Capital">Written with a capital: a name, or the start of a sentence.</param>
/// <param name="Stop">A word that says nothing by itself.</param>
internal readonly record struct MatchWord(string Plain, string Stem, bool Capital, bool Stop);
