using System.Text;

namespace ClaimTracker.Extraction.Text;

/// <summary>Letters with their accents as one character, however they were typed: "é" may be one, or "e" with an accent behind it.</summary>
public static class ComposedText
{
    /// <summary>The text composed; itself where it holds half a character, which has no composed form.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
