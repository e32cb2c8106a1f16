using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>
/// How well and how fast the claim behind a statement is found, with two usual ways of doing it on the same pairs.
/// </summary>
internal static class MatchingBenchmark
{
    private const int Many = 10_000;
    private const int Top = 5;

    public static void Run()
    {
        Table.Begin("Matching");
        Table.Rows("posts", () => Quality(Ranking.OfPosts()));
        Table.Rows("news", () => Quality(Ranking.OfNews()));
        Table.Rows("pairs", Same);
        Table.Rows("speed", Speed);
    }

    private static void Quality(IEnumerable<Ranking> rankings)
    {
        foreach (var ranking in rankings)
        {
            var index = new ClaimIndex(ranking.Claims);
            var texts = ranking.Claims.ConvertAll(claim => claim.Title is null ? claim.Text : claim.Title + "\n" + claim.Text);
            var (words, searched) = (new TfIdfPeer(texts), new Bm25Peer(texts));
            var ours = ranking.Precision(query => index.Search(new MatchText(query), Top).Select(found => found.Claim));
            Table.Row(
                $"{ranking.Name} ({ranking.Pairs.Count} among {ranking.Claims.Count:N0})",
                string.Create(CultureInfo.InvariantCulture, $"MAP@{Top} {ours:F3}"),
                "above both peers",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"TF-IDF {ranking.Precision(query => Best(words.Score(query))):F3}, BM25 {ranking.Precision(query => Best(searched.Score(query))):F3}"
                )
            );
        }
    }

    // Pairs.tsv: half, kind, relation, and two statements, written before the matcher was; of the held-out half only the figures
    // were looked at.
    private static void Same()
    {
        using var stream = typeof(MatchingBenchmark).Assembly.GetManifestResourceStream("Pairs.tsv")!;
        var rows = new StreamReader(stream)
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'));
        foreach (var half in rows.GroupBy(row => row[0]))
        {
            var compared = half.Select(row =>
                    (Wanted: row[2] == "same", Match: ClaimMatcher.Compare(new MatchText(row[3]), new MatchText(row[4])))
                )
                .ToList();
            var called = compared.FindAll(pair => pair.Match.Relation == MatchRelation.Same);
            var repeats = compared.Count(pair => pair.Wanted);
            double right = called.Count(pair => pair.Wanted);
            Table.Row(
                $"called the same, {half.Key} ({repeats} repeats, {compared.Count - repeats} near misses)",
                string.Create(CultureInfo.InvariantCulture, $"precision {right / called.Count:F3}, recall {right / repeats:F3}"),
                "0.98, 0.8"
            );
        }
    }

    private static void Speed()
    {
        var posts = Ranking.OfPosts().Last();
        List<MatchText> many = [.. Enumerable.Range(0, Many).Select(i => posts.Claims[i % posts.Claims.Count])];
        var index = new ClaimIndex(many);
        var build = Timing.Of(() => _ = new ClaimIndex(many), 3);
        var search = Timing.Of(() => posts.Pairs.ForEach(post => index.Search(new MatchText(post.Query), Top)), 5);
        Table.Row($"{Many:N0} claims indexed in memory", string.Create(CultureInfo.InvariantCulture, $"{build.Seconds:F2} s"));
        Table.Row(
            $"a post among {Many:N0}",
            string.Create(CultureInfo.InvariantCulture, $"{1000 * search.Seconds / posts.Pairs.Count:F2} ms")
        );
    }

    // As ours: what shares nothing is left out, and at equal score the order of the claims decides.
    private static IEnumerable<int> Best(double[] scores) =>
        Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(Top);
}
