namespace ClaimTracker.Domain;

/// <summary>
/// Names that stand in trails, on pages or in exports where no person acted, or where it is not known who did. Nobody is called
/// by one of them, nor by what reads like one.
/// </summary>
public static class ReservedNames
{
    /// <summary>Who looked, where no person did.</summary>
    public const string Machine = "machine";

    /// <summary>Who asks without being signed in.</summary>
    public const string Anonymous = "anonymous";

    private const string System = "system";

    /// <summary>All of them: first what the program writes, then words that say that nobody in particular did it.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Machine,
        Anonymous,
        System,
        "add",
        "archive",
        "backup",
        "clock",
        "deactivate",
        "export",
        "fold",
        "tally",
        "import",
        "looks",
        "migrate",
        "reset",
        "restore",
        "retrain",
        "setup",
        "start",
        "unlock",
        "verify",
        "claimtracker",
        "deleted",
        "nobody",
        "none",
        "null",
        "program",
        "somebody",
        "undefined",
        "unknown",
        "user",
        "watch",
    ];

    private static readonly HashSet<string> Readings = [.. All.Select(Reading)];

    /// <summary>
    /// True for one of them in whatever capitals, with points between or digits behind, or in look-alike characters.
    /// </summary>
    public static bool Includes(string name)
    {
        var digitless = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '_', '-');
        return Readings.Contains(Reading(name))
            || Readings.Contains(Reading(digitless))
            || Reading(name.Split('.', '_', '-')[0]) == Reading(System);
    }

    // What a name reads like: a zero is an o, a one and a small l are an i, and "rn" is an m.
    private static string Reading(string name) =>
        string.Concat(name.ToLowerInvariant().Where(c => c is not ('.' or '_' or '-')).Select(Plain))
            .Replace("rn", "m", StringComparison.Ordinal)
            .Replace("vv", "w", StringComparison.Ordinal);

    private static char Plain(char c) =>
        c switch
        {
            '0' => 'o',
            '1' or 'l' => 'i',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            _ => c,
        };
}
