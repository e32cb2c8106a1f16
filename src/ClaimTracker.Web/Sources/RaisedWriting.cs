using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>Which elements set their text above or below the line.</summary>
internal static class RaisedWriting
{
    /// <summary>True for what stands above it.</summary>
    public static bool IsRaised(IElement element) =>
        element.LocalName == "sup" || IsPartOfFraction(element, "num") || IsAligned(element, "super");

    /// <summary>True for what stands below it.</summary>
    public static bool IsLowered(IElement element) =>
        element.LocalName == "sub" || IsPartOfFraction(element, "den") || IsAligned(element, "sub");

    private static bool IsPartOfFraction(IElement element, string part) =>
        element.ClassName == part
        && element.ParentElement is { ClassName: { } outer }
        && outer.Contains("frac", StringComparison.OrdinalIgnoreCase);

    private static bool IsAligned(IElement element, string how)
    {
        if (
            element.GetAttribute("style") is not { } style
            || style.IndexOf("vertical-align", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at)
        )
        {
            return false;
        }

        var value = style.AsSpan(at + "vertical-align".Length).TrimStart(" :");
        return value.StartsWith(how, StringComparison.OrdinalIgnoreCase)
            && (value.Length == how.Length || !char.IsLetter(value[how.Length]));
    }
}
