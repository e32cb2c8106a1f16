using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>A fraction that is set with a raised numerator: ¹/₂ by elements.</summary>
internal static class FractionMarkup
{
    /// <summary>
    /// The fraction that a raised element begins, as "1/2", once its other parts are taken off the page; null where it begins none.
    /// </summary>
    /// <param name="raised">The element.</param>
    /// <param name="written">Its text.</param>
    /// <param name="lowered">What a denominator matches.</param>
    public static string? Take(IElement raised, string written, string lowered)
    {
        var slash = written.AsSpan().IndexOfAny('/', '⁄', '∕');
        if (slash > 0 && slash < written.Length - 1)
            return IsNumber(written[..slash]) && IsNumber(written[(slash + 1)..]) ? $"{written[..slash]}/{written[(slash + 1)..]}" : null;
        var above = slash < 0 ? written : written[..slash];
        if (!IsNumber(above)) return null;

        var line = slash < 0 ? raised.NextSibling : null;
        if (slash < 0 && (line is null || line.TextContent.Trim() is not ("/" or "⁄" or "∕"))) return null;
        if ((line ?? raised).NextSibling is not IElement below || !below.Matches(lowered) || below.TextContent.Trim() is not { } divisor || !IsNumber(divisor)) return null;
        line?.Parent!.RemoveChild(line);
        below.Remove();
        return $"{above}/{divisor}";
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit);
}
