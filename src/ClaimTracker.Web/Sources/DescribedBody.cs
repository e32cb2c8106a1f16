namespace ClaimTracker.Web.Sources;

/// <summary>
/// The text of the article as the page repeats it for programs: what stands in it is article wherever it stands on the page.
/// </summary>
internal sealed class DescribedBody
{
    // Runs of so many letters: long enough that they do not recur by chance, short enough for a short line to have some.
    private const int Run = 24;

    // Less is a summary.
    private const int Least = 400;

    private readonly HashSet<int> _runs = [];

    /// <summary>Takes the text; what is too short to be an article describes nothing.</summary>
    public DescribedBody(string text)
    {
        var letters = Letters(text);
        if (letters.Length < Least)
            return;
        Length = letters.Length;
        for (var i = 0; i + Run <= letters.Length; i++)
            _runs.Add(Hash(letters, i));
    }

    /// <summary>How many letters and digits it has; zero where it describes nothing.</summary>
    public int Length { get; }

    /// <summary>True where a line stands in it, but for a word or two.</summary>
    public bool Holds(string line)
    {
        var letters = Letters(line);
        if (Length == 0 || letters.Length < Run)
            return false;
        int found = 0,
            looked = 0;
        for (var i = 0; i + Run <= letters.Length; i += Run / 2, looked++)
        {
            if (_runs.Contains(Hash(letters, i)))
                found++;
        }

        return found * 5 >= looked * 3;
    }

    private static int Hash(string letters, int at) => string.GetHashCode(letters.AsSpan(at, Run), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
