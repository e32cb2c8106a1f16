using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

public sealed class PublicApiTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Leads_through_claims_and_claim_reviews_by_next(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Desk:ShowClaimsUnderReview", "true");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        for (var i = 1; i <= 3; i++)
            await desk.AddPublishedClaimAsync($"Claim number {i}.", "unproven");
        await desk.AddListedClaimAsync("Under review.");
        using var browser = desk.Browser();

        Assert.Equal([2, 2], await PagesAsync("/api/claims?limit=2", "claims"));
        Assert.Equal([3], await PagesAsync("/api/claims?verdict=unproven&limit=3", "claims"));
        Assert.Equal([2, 1], await PagesAsync("/api/claimreview?limit=2", "dataFeedElement"));

        async Task<List<int>> PagesAsync(string address, string list)
        {
            List<int> sizes = [];
            for (var next = address; next is not null; )
            {
                using var page = await JsonAsync(browser, next);
                sizes.Add(page.RootElement.GetProperty(list).GetArrayLength());
                next = page.RootElement.TryGetProperty("next", out var link) ? link.GetString() : null;
            }

            return sizes;
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Gives_a_claim_with_the_four_things_apart(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "mostly-true");
        using var browser = desk.Browser();

        using var file = await JsonAsync(browser, $"/api/claims/{id}");

        var claim = file.RootElement.GetProperty("claim");
        Assert.Equal("assigned", claim.GetProperty("stage").GetString());
        Assert.Equal("published", claim.GetProperty("publication").GetString());
        Assert.Equal("mostly-true", claim.GetProperty("verdict").GetProperty("rating").GetString());
        Assert.Equal("fresh", claim.GetProperty("freshness").GetProperty("state").GetString());
        Assert.Equal(
            "supports",
            file.RootElement.GetProperty("versions")[0].GetProperty("evidence")[0].GetProperty("stance").GetString()
        );
        Assert.Equal("The dam is full.", file.RootElement.GetProperty("appearances")[0].GetProperty("sentence").GetString());
    }

    [Theory]
    [InlineData("/api/claims?limit=0", 400, "limit")]
    [InlineData("/api/claims?before=x", 400, "before")]
    [InlineData("/api/claims?verdict=half-true&kind=rumour", 400, "half-true")]
    [InlineData("/api/claims/12345", 404, "no public claim")]
    [InlineData("/api/claims/x", 404, "no such address")]
    [InlineData("/api/nothing", 404, "no such address")]
    public async Task Answers_errors_as_problem_details(string address, int status, string says)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var browser = desk.Browser();

        using var response = await browser.Http.GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            says,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Feeds_verdicts_and_corrections_newest_first(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam\u0001 is full.", "true");
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.PublishAsync(id, "false", "The gauge.", "We had misread the gauge.");
        using var browser = desk.Browser();

        var feed = XDocument.Parse(
            await browser.Http.GetStringAsync(new Uri("/feed", UriKind.Relative), TestContext.Current.CancellationToken)
        );

        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(
            ["Correction: The dam is full.", "True (superseded): The dam is full."],
            feed.Descendants(atom + "entry").Select(e => e.Element(atom + "title")!.Value)
        );
        Assert.Contains("From True to False. We had misread the gauge.", feed.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> JsonAsync(DeskBrowser browser, string address) =>
        JsonDocument.Parse(
            await browser.Http.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)
        );
}
