using System.Text;

namespace ClaimTracker.Domain;

/// <summary>
/// Text that both databases keep and JSON can say. What pages, scripts and errors give is none before it went through here.
/// </summary>
public static class PlainText
{
    /// <summary>The text without the character 0, and with U+FFFD in place of each half of a character.</summary>
    public static string Of(string text)
    {
        if (text.IndexOf('\0') < 0 && Whole(text))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                kept.Append(rune);
        }

        return kept.ToString();
    }

    /// <summary>
    /// The text where it has at most <paramref name="most"/> characters, else its beginning and an ellipsis; no character is
    /// halved.
    /// </summary>
    public static string Shorten(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (text.Length <= most)
            return Of(text);
        var end = most - 1;
        return Of(text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]) + "…";
    }

    private static bool Whole(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            at++;
        }

        return true;
    }
}
