namespace ClaimTracker.Web.Sources;

/// <summary>
/// Tells a line that gives nothing but a date and a time ("Updated 19 August 2025 at 10:00 am GMT") from a sentence that names
/// one.
/// </summary>
internal static class Dateline
{
    private static readonly HashSet<string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        "at",
        "on",
        "am",
        "pm",
        "et",
        "by",
        "a",
        "p",
        "m",
        "st",
        "nd",
        "rd",
        "th",
        "t",
        "z",
    };

    /// <summary>
    /// True where all its words are such as stand in dates: months, days, zones, and what leads to them. One pass over the line.
    /// </summary>
    public static bool Is(string line)
    {
        if (line.Length == 0 || !char.IsLetterOrDigit(line[0]))
            return false;
        for (var at = 0; at < line.Length; at++)
        {
            var start = at;
            while (at < line.Length && char.IsLetter(line[at]))
                at++;
            if (at - start is > 0 and (< 3 or > 9) && !Short.Contains(line[start..at]))
                return false;
        }

        return true;
    }
}
