namespace ClaimTracker.Extraction.Lexicons;

/// <summary>One thing that a word does, as a line of a word file says it.</summary>
/// <param name="Word">The word as it is spelled there.</param>
/// <param name="Class">The class: "rise", "unit"; "-" where this spelling does nothing.</param>
/// <param name="Value">What stands behind "=": "km" of "unit=km"; empty where nothing does.</param>
/// <param name="Line">Where it stands: "units.txt, line 12".</param>
internal readonly record struct WordUse(string Word, string Class, string Value, string Line);
