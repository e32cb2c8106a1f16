using System.Text.RegularExpressions;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Exports as they are compared.</summary>
internal static partial class Exported
{
    /// <summary>
    /// An export without what is due when: a desk whose clock ran ahead of the one that imports has that counted anew.
    /// </summary>
    public static string WithoutDue(string export) => Due().Replace(export, "");

    [GeneratedRegex("\"(?:next|stale|person|expires)[A-Za-z]*At\":\"[^\"]*\"")]
    private static partial Regex Due();
}
