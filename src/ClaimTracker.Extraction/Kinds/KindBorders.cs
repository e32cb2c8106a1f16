namespace ClaimTracker.Extraction.Kinds;

/// <summary>Where each kind begins and ends, in words for people: <c>borders.txt</c>, a line a kind.</summary>
public static class KindBorders
{
    /// <summary>The borders in the order of precedence.</summary>
    public static IReadOnlyList<KindBorder> All { get; } = Read();

    private static List<KindBorder> Read()
    {
        var borders = new List<KindBorder>();
        using var stream = typeof(KindBorders).Assembly.GetManifestResourceStream("borders.txt")!;
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            borders.Add(
                line.Split('\t') is [var kind, var includes, var excludes]
                    ? new KindBorder(kind, includes, excludes)
                    : throw new InvalidOperationException(
                        $"borders.txt, line {number}: write the kind, a tab, what it is, a tab, and what it is not."
                    )
            );
        }

        return borders;
    }
}

/// <summary>Where one kind begins and ends.</summary>
/// <param name="Kind">Its id.</param>
/// <param name="Is">What it is, in a sentence or two.</param>
/// <param name="IsNot">What is near to it and something else.</param>
public sealed record KindBorder(string Kind, string Is, string IsNot);
