using System.Globalization;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>One thing that a word does, as a line of a word file says it.</summary>
/// <param name="Word">The word as it is spelled there.</param>
/// <param name="Class">The class: "rise", "unit"; "-" where this spelling does nothing.</param>
/// <param name="Value">What stands behind "=": "km" of "unit=km"; empty where nothing does.</param>
/// <param name="Line">Where it stands: "units.txt, line 12".</param>
internal sealed record WordUse(string Word, string Class, string Value, string Line)
{
    /// <summary>The value as a number.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public double Number =>
        double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"{Line}: \"{Value}\" is no number; write {Class}=12 or {Class}=1e6.");
}
