using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Extraction.Sentences;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>Statements that are each to be brought to the one claim they repeat, among others.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Claims">What is ranked.</param>
/// <param name="Pairs">The statement, and the place of its claim.</param>
internal sealed record Ranking(string Name, List<MatchText> Claims, List<(string Query, int Claim)> Pairs)
{
    /// <summary>
    /// Posts and the claims they spread, in our own words (Posts.tsv: topic, post, claim, headline, and a claim on the same
    /// subject that the post does not make), among those other claims and news sentences. Features and weights were chosen on the
    /// even rows.
    /// </summary>
    public static IEnumerable<Ranking> OfPosts()
    {
        using var stream = typeof(Ranking).Assembly.GetManifestResourceStream("Posts.tsv")!;
        var rows = new StreamReader(stream)
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToList();
        List<MatchText> claims =
        [
            .. rows.Select(row => Claim(row[2], row[3])),
            .. rows.Select(row => Claim(row[4], "")),
            .. News()
                .SelectMany(article => article.Sentences.Select((sentence, i) => Claim(sentence, i == 0 ? article.Title : ""))),
        ];
        var posts = rows.Select((row, i) => (Query: row[1], Claim: i)).ToList();
        yield return new("posts that features were chosen on → claim", claims, posts.FindAll(post => post.Claim % 2 == 0));
        yield return new("posts held out → claim", claims, posts.FindAll(post => post.Claim % 2 == 1));
        yield return new(
            "posts held out, as a page embeds them",
            claims,
            posts.FindAll(post => post.Claim % 2 == 1).ConvertAll(post => (Embedded(post.Query), post.Claim))
        );
    }

    /// <summary>
    /// Headline and first sentence of a news article stand for a claim, other sentences of it for what people write.
    /// </summary>
    public static IEnumerable<Ranking> OfNews()
    {
        var news = News();
        var claims = news.ConvertAll(article => Claim(article.Sentences[0], article.Title));
        yield return new("second sentence → article", claims, Pairs(article => article.Sentences[1]));
        yield return new("middle sentence → article", claims, Pairs(Middle));
        yield return new("the same as a post, a third of its words lost", claims, Pairs(article => AsPost(Middle(article))));
        yield return new(
            "headline → first sentence",
            news.ConvertAll(article => Claim(article.Sentences[0], "")),
            Pairs(article => article.Title)
        );

        List<(string Query, int Claim)> Pairs(Func<(string Title, List<string> Sentences), string> query) =>
            [.. news.Select((article, i) => (query(article), i))];
    }

    /// <summary>
    /// Mean reciprocal rank of the claim among the first five, which is MAP@5 where each statement has one claim.
    /// </summary>
    /// <param name="rank">The best claims for a statement, best first.</param>
    public double Precision(Func<string, IEnumerable<int>> rank) =>
        Pairs.Average(pair => rank(pair.Query).Take(5).Select((claim, at) => claim == pair.Claim ? 1.0 / (at + 1) : 0).Sum());

    private static MatchText Claim(string text, string title) => new(text, title.Length == 0 ? null : title);

    private static string Middle((string Title, List<string> Sentences) article) =>
        article.Sentences[article.Sentences.Count / 2];

    private static string Embedded(string post) =>
        $"{post} — Sam Miller (@sammiller_{post.Length}) March {1 + post.Length % 30}, {2015 + post.Length % 10}";

    private static string AsPost(string sentence) =>
        "RT @NewsDesk: "
        + string.Join(' ', sentence.Split(' ').Where((_, at) => at % 3 != 1))
        + " #Breaking https://t.co/a1b2 pic.twitter.com/c3d4";

    // The first line of each article is its date.
    private static List<(string Title, List<string> Sentences)> News() =>
        [
            .. Wikinews
                .Read()
                .Select(article =>
                {
                    var body = article.Text[(article.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
                    return (
                        article.Title,
                        Sentences: SentenceSplitter
                            .Split(body)
                            .Select(span => span.Of(body))
                            .Where(sentence => sentence.Length > 40)
                            .ToList()
                    );
                })
                .Where(article => article.Sentences.Count > 4),
        ];
}
