using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Extraction.Sentences;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>
/// Matching on real news: the headline and first sentence of each article stand for a checked claim, other sentences of the
/// article for what people write. They share less than a post shares with its claim, so the figures compare rankings and no more.
/// </summary>
internal static class MatchingBenchmark
{
    private const int Top = 5;

    public static void Run()
    {
        Table.Begin("Matching");
        Table.Rows("matching", Print);
    }

    private static void Print()
    {
        var articles = Wikinews.Read().Select(article => (article.Title, Sentences: Body(article.Text))).Where(article => article.Sentences.Count > 4).ToList();
        var claims = articles.ConvertAll(article => new MatchText(article.Sentences[0], article.Title));
        var index = new ClaimIndex(claims);
        Table.Row($"second sentence → article, {claims.Count} articles", Precision(index, articles.ConvertAll(article => article.Sentences[1])));
        Table.Row("middle sentence → article", Precision(index, articles.ConvertAll(article => article.Sentences[article.Sentences.Count / 2])));
        Table.Row("the same as a post, a third of its words lost", Precision(index, articles.ConvertAll(article => AsPost(article.Sentences[article.Sentences.Count / 2]))));
        var many = Enumerable.Range(0, 10_000).Select(i => articles[i % articles.Count]).Select((article, i) => new MatchText(article.Sentences[i % article.Sentences.Count], article.Title)).ToList();
        var large = new ClaimIndex(many);
        var build = Timing.Of(() => _ = new ClaimIndex(many), 3);
        var search = Timing.Of(() => claims.ForEach(claim => large.Search(claim, Top)), 3);
        Table.Row("10,000 claims indexed", string.Create(CultureInfo.InvariantCulture, $"{build.Seconds:F2} s"), "seconds");
        Table.Row("a query among 10,000", string.Create(CultureInfo.InvariantCulture, $"{1000 * search.Seconds / claims.Count:F2} ms"), "milliseconds");
    }

    private static string Precision(ClaimIndex index, List<string> queries)
    {
        var sum = queries.Select((query, at) => index.Search(new MatchText(query), Top).ToList().FindIndex(found => found.Claim == at))
            .Sum(rank => rank < 0 ? 0 : 1.0 / (rank + 1));
        return string.Create(CultureInfo.InvariantCulture, $"MAP@{Top} {sum / queries.Count:F3}");
    }

    private static string AsPost(string sentence) =>
        "RT @NewsDesk: " + string.Join(' ', sentence.Split(' ').Where((_, at) => at % 3 != 1)) + " #Breaking https://t.co/a1b2 pic.twitter.com/c3d4";

    // The first line of each article is its date.
    private static List<string> Body(string text)
    {
        var body = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        return [.. SentenceSplitter.Split(body).Select(span => span.Of(body)).Where(sentence => sentence.Length > 40)];
    }
}
