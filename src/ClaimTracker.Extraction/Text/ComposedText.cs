using System.Text;

namespace ClaimTracker.Extraction.Text;

/// <summary>
/// Letters with their accents as one character, however they were typed ("é" may be one, or "e" with an accent behind it), and
/// letters that type runs together as the letters that they are ("ﬁve").
/// </summary>
public static class ComposedText
{
    private const char FirstLigature = '\uFB00';
    private const char LastLigature = '\uFB06';

    /// <summary>The text composed; itself where it holds half a character, which has no composed form.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text))
            return text;
        try
        {
            var composed = text.Normalize(NormalizationForm.FormC);
            return composed.AsSpan().IndexOfAnyInRange(FirstLigature, LastLigature) < 0
                ? composed
                : string.Concat(composed.Select(Parted));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string Parted(char c) =>
        c is >= FirstLigature and <= LastLigature ? c.ToString().Normalize(NormalizationForm.FormKC) : c.ToString();
}
