using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>A fraction that is set with a raised numerator: ¹/₂ by elements.</summary>
internal static class FractionMarkup
{
    /// <summary>
    /// The fraction that a raised element begins, as "1/2", once its other parts are emptied; null where it begins none.
    /// </summary>
    /// <param name="siblings">The element and its siblings.</param>
    /// <param name="at">Which of them it is.</param>
    /// <param name="written">Its text.</param>
    public static string? Take(INodeList siblings, int at, string written)
    {
        var slash = written.AsSpan().IndexOfAny('/', '⁄', '∕');
        if (slash > 0 && slash < written.Length - 1)
        {
            return IsNumber(written[..slash]) && IsNumber(written[(slash + 1)..])
                ? $"{written[..slash]}/{written[(slash + 1)..]}"
                : null;
        }

        var above = slash < 0 ? written : written[..slash];
        if (!IsNumber(above))
            return null;

        var line =
            slash < 0
                ? siblings.Length > at + 1
                    ? siblings[at + 1]
                    : null
                : null;
        if (slash < 0 && line?.TextContent.Trim() is not ("/" or "⁄" or "∕"))
            return null;
        var next = slash < 0 ? at + 2 : at + 1;
        if (next >= siblings.Length || siblings[next] is not IElement below || !RaisedWriting.IsLowered(below))
            return null;
        var divisor = below.TextContent.Trim();
        if (!IsNumber(divisor))
            return null;
        if (line is not null)
            line.TextContent = "";
        below.TextContent = "";
        return $"{above}/{divisor}";
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 4 && text.All(char.IsAsciiDigit);
}
