using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Commands;

public sealed class TransferTests
{
    private const string Articles = """
        {"id":1,"title":"Ferry","publishedAt":"2025-03-04","outlet":"Herald","text":"At least 40 people were killed when a ferry sank on Monday, the coast guard said. It carried 210 passengers."}
        {"id":2,"title":"Flood","publishedAt":"2025-03-05","outlet":"Post","url":"https://post.example/flood","html":"<html><body><article><h1>Flood</h1><p>More than 1,200 homes were destroyed by the flood, officials said.</p></article></body></html>"}
        """;

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_same_articles_twice_are_the_same_articles(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        var first = await database.FeedAsync(Articles, "import", "--ndjson");
        Assert.Equal(0, first.Code);
        Assert.StartsWith("""{"articles":2,"claims":""", first.Out, StringComparison.Ordinal);
        Assert.EndsWith(",\"known\":0,\"refused\":0}\n", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"claims\":0", first.Out, StringComparison.Ordinal);

        var again = await database.FeedAsync(Articles + "\n" + Articles, "import", "--ndjson");
        Assert.Equal("""{"articles":0,"claims":0,"known":4,"refused":0}""" + "\n", again.Out);
        Assert.Equal(0, (await database.RunAsync("verify")).Code);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_what_came_before_it_is_stored()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        var input = Articles.Split('\n')[0] + "\n{\"id\":2,\"text\":\"   \",\"outlet\":\"X\"}\n{oops\n";
        var answer = await database.FeedAsync(input, "import", "--ndjson");
        Assert.Equal(2, answer.Code);
        Assert.Contains("stdin:3", answer.Error, StringComparison.Ordinal);
        Assert.Contains("stdin:2", answer.Error, StringComparison.Ordinal);
        Assert.Contains("\"articles\":1,", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\"refused\":1", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_no_article()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        var answer = await database.FeedAsync("", "import", "checks.csv");
        Assert.Equal(2, answer.Code);
        Assert.Contains("checks.csv is a table", answer.Error, StringComparison.Ordinal);
        Assert.Contains("\"articles\":0,", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://post.example/flood")]
    [InlineData("https://ada:secret@post.example/flood")]
    public async Task An_article_with_an_address_that_is_no_pages_is_refused_and_those_behind_it_are_not(string address)
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        var answer = await database.FeedAsync(
            $$"""{"id":0,"outlet":"X","text":"It carried 210 passengers.","url":"{{address}}"}""" + "\n" + Articles,
            "import",
            "--ndjson"
        );
        Assert.Equal(1, answer.Code);
        Assert.Contains("stdin:1: url: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("\"articles\":2,", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\"refused\":1", answer.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"outlet\":\"X\",\"publishedAt\":\"0001-01-01\"", "publishedAt: The year 0001")]
    [InlineData("\"outlet\":\"X\",\"publishedAt\":\"2200-01-01\"", "publishedAt: 1 Jan 2200 lies in the future")]
    [InlineData("\"outlet\":\"{0}\"", "outlet: The outlet's name has 301 characters")]
    public async Task An_article_whose_details_no_form_would_take_is_refused_by_its_line(string field, string said)
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        var line =
            $$"""{"id":0,"text":"It carried 210 passengers.",{{field.Replace("{0}", new string('x', 301), StringComparison.Ordinal)}}}""";
        var answer = await database.FeedAsync(line + "\n" + Articles, "import", "--ndjson");
        Assert.Contains($"stdin:1: {said}", answer.Error, StringComparison.Ordinal);
        Assert.Contains("\"articles\":2,", answer.Out, StringComparison.Ordinal);
        Assert.Contains("\"refused\":1", answer.Out, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_with_such_an_address_is_refused_where_it_has_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.PublishAsync(await desk.AddClaimAsync("The port handles 90 ships a week."));
        var export = (await desk.Database.RunAsync("export")).Out;
        var bent = export.Replace("\"quote\":", "\"url\":\"javascript:alert(1)\",\"quote\":", StringComparison.Ordinal);
        Assert.NotEqual(export, bent);

        await using var elsewhere = await Database.CreateAsync(kind);
        var answer = await elsewhere.FeedAsync(bent, "import", "--ndjson");
        Assert.Equal(1, answer.Code);
        Assert.Contains("evidence: “javascript:” is no web address", answer.Error, StringComparison.Ordinal);
        Assert.Contains("\"claims\":0", answer.Out, StringComparison.Ordinal);

        var article = export.Replace(
            "{\"type\":\"article\",",
            "{\"type\":\"article\",\"url\":\"https://ada:secret@post.example/\",",
            StringComparison.Ordinal
        );
        Assert.NotEqual(export, article);
        var again = await elsewhere.FeedAsync(article, "import", "--ndjson");
        Assert.Contains("user name or password", again.Error, StringComparison.Ordinal);
        Assert.Contains("\"articles\":0", again.Out, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_restores_the_desk_elsewhere_and_only_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var published = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.PublishAsync(published);
        var declined = await desk.AddClaimAsync("The port is a fine place.");
        var twin = await desk.AddClaimAsync("The port handles some 90 ships weekly.");
        await desk.QueryAsync(db =>
            db.CommitAsync(
                "prepare",
                Right.Work,
                async _ =>
                {
                    (await db.Claims.SingleAsync(c => c.Id == declined)).Decline("An opinion.", desk.Now);
                    (await db.Claims.SingleAsync(c => c.Id == twin)).LinkTo(
                        await db.Claims.SingleAsync(c => c.Id == published),
                        new Actor("ada", new HashSet<string>()),
                        desk.Now
                    );
                    return Result.Ok;
                },
                CancellationToken.None
            )
        );
        var export = await desk.Database.RunAsync("export");
        Assert.Equal((0, ""), (export.Code, export.Error));

        await using var elsewhere = await Database.CreateAsync(kind);
        Assert.Equal(
            """{"articles":3,"claims":3,"known":0,"refused":0}""" + "\n",
            (await elsewhere.FeedAsync(export.Out, "import", "--ndjson")).Out
        );
        Assert.Equal(
            """{"articles":0,"claims":0,"known":6,"refused":0}""" + "\n",
            (await elsewhere.FeedAsync(export.Out, "import", "--ndjson")).Out
        );
        Assert.Equal(export.Out, (await elsewhere.RunAsync("export")).Out);
        Assert.Equal(0, (await elsewhere.RunAsync("verify")).Code);

        var csv = await elsewhere.RunAsync("export", "--format", "csv");
        Assert.Contains(
            "The port handles 90 ships a week.,count,Published,Published,true,Fresh",
            csv.Out,
            StringComparison.Ordinal
        );
        var review = await elsewhere.RunAsync("export", "--format", "claimreview");
        Assert.Contains(
            "\"claimReviewed\":\"The port handles 90 ships a week.\"",
            Assert.Single(review.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Single(
            (await elsewhere.RunAsync("export", "--since", "2999-01-01")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_carries_outlets_with_their_licences_and_an_import_widens_none_that_is_known(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddClaimAsync("The port handles 90 ships a week.", outlet: "Herald");
        await desk.AddClaimAsync("The port handles 91 ships a week.", outlet: "Post");
        await desk.QueryAsync(db =>
            db.CommitAsync(
                "license",
                Right.License,
                async _ =>
                {
                    (await db.Outlets.SingleAsync(o => o.Name == "Herald")).License(Licence.Full);
                    return Result.Ok;
                },
                CancellationToken.None
            )
        );
        var export = (await desk.Database.RunAsync("export")).Out;

        await using var empty = await Database.CreateAsync(kind);
        await using var knowing = await DeskApp.StartAsync(kind);
        await knowing.AddClaimAsync("The port is closed.", outlet: "Herald");
        var taken = await empty.FeedAsync(export, "import", "--ndjson");
        var met = await knowing.Database.FeedAsync(export, "import", "--ndjson");

        Assert.Equal((0, ""), (taken.Code, taken.Error));
        Assert.Equal(export, (await empty.RunAsync("export")).Out);
        Assert.Contains("{\"type\":\"outlet\",\"name\":\"Herald\",\"licence\":\"Full\"}", export, StringComparison.Ordinal);
        Assert.Equal(0, met.Code);
        Assert.Contains(
            "outlet “Herald”: its licence is Excerpt here and Full in the export; it stays Excerpt.",
            met.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [("Herald", Licence.Excerpt), ("Post", Licence.Excerpt)],
            (await knowing.QueryAsync(db => db.Outlets.AsNoTracking().OrderBy(o => o.Name).ToListAsync())).Select(o =>
                (o.Name, o.Licence)
            )
        );
        Assert.DoesNotContain(
            "\"outlet\",",
            (await desk.Database.RunAsync("export", "--since", "2999-01-01")).Out,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_outlet_without_a_name_is_left_out_and_counted_as_refused(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddClaimAsync("The port handles 90 ships a week.", outlet: "Herald");
        var export = (await desk.Database.RunAsync("export")).Out;
        var nameless = export.Replace(
            "{\"type\":\"outlet\",\"name\":\"Herald\"",
            "{\"type\":\"outlet\",\"name\":\"\"",
            StringComparison.Ordinal
        );
        Assert.NotEqual(export, nameless);

        await using var empty = await Database.CreateAsync(kind);
        var taken = await empty.FeedAsync(nameless, "import", "--ndjson");

        Assert.Contains("its name has to have 1 to", taken.Error, StringComparison.Ordinal);
        Assert.Contains("\"refused\":1", taken.Out, StringComparison.Ordinal);
        Assert.NotEqual(0, taken.Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_link_of_an_old_export_to_an_unchecked_claim_comes_in_as_a_fold(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var target = await desk.AddClaimAsync("The port handles 90 ships a week.");
        var twin = await desk.AddClaimAsync("The port handles some 90 ships weekly.");
        var folded = await desk.QueryAsync(db =>
            db.CommitAsync(
                "prepare",
                Right.Work,
                async _ =>
                    (await db.Claims.SingleAsync(c => c.Id == twin)).FoldInto(
                        await db.Claims.SingleAsync(c => c.Id == target),
                        false,
                        desk.Now
                    ),
                CancellationToken.None
            )
        );
        Assert.True(folded.IsOk);
        var export = (await desk.Database.RunAsync("export")).Out;
        var old = export
            .Replace($"\"foldedIntoNumber\":{target}", $"\"linkedToNumber\":{target}", StringComparison.Ordinal)
            .Replace("\"stage\":\"Folded\"", "\"stage\":\"Linked\"", StringComparison.Ordinal);
        Assert.NotEqual(export, old);

        await using var elsewhere = await Database.CreateAsync(kind);
        await elsewhere.FeedAsync(old, "import", "--ndjson");

        Assert.Equal(export, (await elsewhere.RunAsync("export")).Out);
        Assert.Equal(0, (await elsewhere.RunAsync("verify")).Code);
    }

    [Fact]
    public async Task An_export_completes_claims_that_came_in_as_an_article_before()
    {
        await using var source = await Database.CreateAsync(DatabaseKind.Sqlite);
        await source.FeedAsync(Articles, "import", "--ndjson");
        var plain = await source.RunAsync("export");
        await using var target = await Database.CreateAsync(DatabaseKind.Sqlite);
        await target.FeedAsync(Articles, "import", "--ndjson");
        var answer = await target.FeedAsync(plain.Out, "import", "--ndjson");
        Assert.Contains("\"articles\":0,\"claims\":0,", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_export_is_refused_with_its_line()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        var cut = await database.FeedAsync(
            "{\"type\":\"claimtracker-export\",\"version\":1}\n{\"type\":\"article\",\"ti",
            "import",
            "--ndjson"
        );
        Assert.Equal(2, cut.Code);
        Assert.Contains("stdin:2: not valid JSON", cut.Error, StringComparison.Ordinal);
        var orphan = await database.FeedAsync(
            """
            {"type":"claimtracker-export","version":1}
            {"type":"claim","number":1,"wording":"w","kind":"count","score":1,"details":{},"outlet":"o","createdAt":"2025-01-01T00:00:00Z","stage":"Triage","stageSince":"2025-01-01T00:00:00Z","publication":"Unpublished","appearances":[{"article":"0123456789abcdef","start":0,"end":1}],"evidence":[],"verdicts":[],"corrections":[],"rechecks":[]}
            """,
            "import",
            "--ndjson"
        );
        Assert.Equal(1, orphan.Code);
        Assert.Contains("neither in this export nor here", orphan.Error, StringComparison.Ordinal);
    }
}
