using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Articles;

public sealed class DetailsTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Readers_see_the_sentences_that_are_checked_and_no_running_text_until_the_licence_allows_it(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        const string Text =
            "It rained in the hills. The dam holds two billion litres. Nobody had expected that. Boats were moved to the other bank. Everybody was glad.";
        var article = await AddArticleAsync(desk, Text, "The dam holds two billion litres.");
        await desk.PublishAsync(
            await desk.QueryAsync(db => Task.FromResult(db.Claims.Single().Id)),
            "false",
            "The register says so."
        );
        using var reader = desk.Browser();
        using var editor = await desk.SignInAsync("eve", Roles.Editor);

        var page = await reader.OpenAsync($"/articles/{article}");
        Assert.Contains(
            "It rained in the hills. The dam holds two billion litres. Nobody had expected that.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Boats were moved", page.Text, StringComparison.Ordinal);
        Assert.Contains("Boats were moved", (await editor.OpenAsync($"/articles/{article}")).Text, StringComparison.Ordinal);

        var json = await reader.Http.GetStringAsync(
            new Uri("/api/claims/1", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain("Boats were moved", json, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Boats were moved",
            (await reader.OpenAsync("/claims/1")).Html.DocumentElement.OuterHtml,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "/articles/",
            (await reader.OpenAsync("/claims/1")).Html.QuerySelector("script[type='application/ld+json']")!.TextContent,
            StringComparison.Ordinal
        );

        var set = await editor.SubmitAsync("/outlets", new() { ["licence"] = "Full" }, button: "Set");
        Assert.Contains("The licence is set", set.Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Boats were moved", (await reader.OpenAsync($"/articles/{article}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_editors_and_administrators_set_a_licence()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await AddArticleAsync(desk, "The dam holds.", "The dam holds.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var reader = desk.Browser();

        Assert.Empty((await ada.OpenAsync("/outlets")).Html.QuerySelectorAll("main button"));
        Assert.Contains(
            "Not for your role",
            (await ada.SubmitAsync("/outlets", new() { ["licence"] = "Full" })).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("/signin", (await reader.OpenAsync("/outlets")).Address.AbsolutePath);
        Assert.Equal(Licence.Excerpt, await desk.QueryAsync(db => Task.FromResult(db.Outlets.Single().Licence)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Marks_public_claims_in_a_licensed_text_with_their_verdicts(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await LicenseAsync(desk, "The Test Courier");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam <b>holds</b> two billion litres.", "false");
        var hidden = await desk.AddClaimAsync("Nobody has taken this up.");
        var (article, other) = await desk.QueryAsync(async db =>
            (
                await Task.FromResult(db.Appearances.Single(a => a.ClaimId == id).ArticleId),
                db.Appearances.Single(a => a.ClaimId == hidden).ArticleId
            )
        );
        using var browser = desk.Browser();
        using var checker = await desk.SignInAsync("eve", Roles.FactChecker);

        var page = await browser.OpenAsync($"/articles/{article}");

        var mark = Assert.Single(page.Html.QuerySelectorAll("mark.claim a"));
        Assert.Equal("The dam <b>holds</b> two billion litres.", mark.TextContent);
        Assert.Equal($"/claims/{id}", mark.GetAttribute("href"));
        Assert.EndsWith("False", Assert.Single(page.Html.QuerySelectorAll(".chip")).TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Html.GetElementById($"claim-{id}"));
        Assert.Equal(404, (await browser.OpenAsync($"/articles/{other}")).Status);
        Assert.Equal(200, (await checker.OpenAsync($"/articles/{other}")).Status);
    }

    [Fact]
    public async Task Shows_a_text_of_the_greatest_length()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:ShowClaimsUnderReview", "true");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await LicenseAsync(desk, "Courier");
        const string Sentence = "Ninety-nine red balloons were counted over the harbour that night. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 14_000))[..900_000].TrimEnd();
        var articleId = await desk.QueryAsync(async db =>
        {
            var article = new Article("Long", "Courier", text, desk.Now, "ada");
            for (var i = 0; i < 1_500; i++)
            {
                var start = i * 5 * Sentence.Length;
                var claim = new Claim(
                    $"Balloons, night {i}.",
                    "count",
                    0.5,
                    new ClaimDetails(),
                    new Appearance(article, start, start + Sentence.Length - 1),
                    desk.Now
                );
                Assert.True(claim.Accept(desk.Now).IsOk);
                db.Claims.Add(claim);
            }

            await db.SaveChangesAsync();
            return article.Id;
        });
        using var browser = desk.Browser();

        var page = await browser.OpenAsync($"/articles/{articleId}");

        Assert.Equal(200, page.Status);
        Assert.Equal(1_500, page.Html.QuerySelectorAll("mark.claim").Length);
        Assert.Contains("1,400 more are marked", page.Text, StringComparison.Ordinal);

        await LicenseAsync(desk, "Courier", Licence.Excerpt);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var excerpts = await browser.OpenAsync($"/articles/{articleId}");
        Assert.Equal(100, excerpts.Html.QuerySelectorAll("blockquote mark").Length);
        Assert.Contains("1,400 more stand further on", excerpts.Text, StringComparison.Ordinal);
    }

    private static Task<int> LicenseAsync(DeskApp desk, string name, Licence licence = Licence.Full) =>
        desk.QueryAsync(db =>
        {
            var outlet = db.Outlets.SingleOrDefault(o => o.Name == name) ?? db.Outlets.Add(new Outlet(name)).Entity;
            outlet.License(licence);
            return db.SaveChangesAsync();
        });

    private static Task<long> AddArticleAsync(DeskApp desk, string text, string claimed) =>
        desk.QueryAsync(async db =>
        {
            var article = new Article("Dam", "The Test Courier", text, desk.Now, "ada") { Url = "https://courier.example/dam" };
            var start = text.IndexOf(claimed, StringComparison.Ordinal);
            var claim = new Claim(
                claimed,
                "count",
                0.5,
                new ClaimDetails(),
                new Appearance(article, start, start + claimed.Length),
                desk.Now
            );
            claim.Accept(desk.Now);
            db.Claims.Add(claim);
            db.Outlets.Add(new Outlet("The Test Courier"));
            await db.SaveChangesAsync();
            return article.Id;
        });
}
