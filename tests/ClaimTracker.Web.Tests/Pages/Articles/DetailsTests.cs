using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Articles;

public sealed class DetailsTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Marks_listed_claims_in_the_text_with_their_verdicts(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam <b>holds</b> two billion litres.", "false");
        var hidden = await desk.AddClaimAsync("Nobody has taken this up.");
        var (article, other) = await desk.QueryAsync(async db => (
            await Task.FromResult(db.Appearances.Single(a => a.ClaimId == id).ArticleId), db.Appearances.Single(a => a.ClaimId == hidden).ArticleId));
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
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        const string Sentence = "Ninety-nine red balloons were counted over the harbour that night. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 14_000))[..900_000].TrimEnd();
        var articleId = await desk.QueryAsync(async db =>
        {
            var article = new Article("Long", "Courier", text, desk.Now, "ada");
            for (var i = 0; i < 1_500; i++)
            {
                var start = i * 5 * Sentence.Length;
                var claim = new Claim($"Balloons, night {i}.", "count", 0.5, new ClaimDetails(), new Appearance(article, start, start + Sentence.Length - 1), desk.Now);
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
    }
}
