using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>The encoding that a page names for itself.</summary>
internal static partial class MetaCharset
{
    /// <summary>The name in <c>&lt;meta charset&gt;</c> or the XML declaration; null where there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> head)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(head));
        if (!match.Success)
            return null;
        // A declaration that could be read byte by byte is no UTF-16, whatever it claims.
        var name = match.Groups[1].Value;
        return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
    }

    [GeneratedRegex(
        """(?:<meta[^>]{0,200}?charset\s*=\s*["']?\s*|<\?xml[^>]{0,100}?encoding\s*=\s*["'])([A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Declaration();
}
