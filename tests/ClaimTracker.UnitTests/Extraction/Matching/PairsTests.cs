using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.UnitTests.Extraction.Matching;

/// <summary>The benchmark's pairs: how often two different claims are called the same must not slip.</summary>
public class PairsTests
{
    [Theory]
    [InlineData("seen", 0.92)]
    [InlineData("held-out", 0.85)]
    public void Calls_repeats_the_same_and_no_near_miss(string half, double atLeast)
    {
        var pairs = Read().Where(row => row[0] == half).ToList();
        Assert.Empty(pairs.Where(row => row[2] != "same" && IsSame(row)).Select(row => $"{row[3]} | {row[4]}"));
        var repeats = pairs.FindAll(row => row[2] == "same");
        var recall = repeats.Count(IsSame) / (double)repeats.Count;
        Assert.True(recall >= atLeast, $"recall {recall:F3}");
    }

    private static bool IsSame(string[] row) =>
        ClaimMatcher.Compare(new MatchText(row[3]), new MatchText(row[4])).Relation == MatchRelation.Same;

    private static List<string[]> Read()
    {
        using var stream = typeof(PairsTests).Assembly.GetManifestResourceStream("Pairs.tsv")!;
        return
        [
            .. new StreamReader(stream)
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split('\t')),
        ];
    }
}
