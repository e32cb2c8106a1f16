using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Claims;

public sealed class DetailsTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Shows_the_verdict_with_its_reasons_evidence_and_process(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam holds two billion litres.", "mostly-true");
        using var browser = desk.Browser();

        var page = await browser.OpenAsync($"/claims/{id}");

        Assert.Contains("Our verdict: Mostly true", page.Text, StringComparison.Ordinal);
        Assert.Contains("Right in substance", page.Text, StringComparison.Ordinal);
        Assert.Contains("Entry: The registry of 3 May", page.Text, StringComparison.Ordinal);
        Assert.Contains("Standard review, version 1", page.Text, StringComparison.Ordinal);
        Assert.Equal("The dam holds two billion litres.", page.Html.QuerySelector("blockquote mark")!.TextContent);
        Assert.DoesNotContain("ada", page.Text, StringComparison.Ordinal);
        Assert.Equal($"http://localhost:5000/claims/{id}", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Carries_exactly_one_claim_review()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:PublicUrl", "https://checks.example/");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("“</script>” closes <scripts> & more.", "false");
        using var browser = desk.Browser();

        var page = await browser.OpenAsync($"/claims/{id}");

        var script = Assert.Single(page.Html.QuerySelectorAll("script[type='application/ld+json']"));
        using var review = JsonDocument.Parse(script.TextContent);
        var root = review.RootElement;
        Assert.Equal("ClaimReview", root.GetProperty("@type").GetString());
        Assert.Equal($"https://checks.example/claims/{id}", root.GetProperty("url").GetString());
        Assert.Equal("“</script>” closes <scripts> & more.", root.GetProperty("claimReviewed").GetString());
        var rating = root.GetProperty("reviewRating");
        Assert.Equal("False", rating.GetProperty("alternateName").GetString());
        Assert.Equal(
            (1, 5, 1),
            (
                rating.GetProperty("ratingValue").GetInt32(),
                rating.GetProperty("bestRating").GetInt32(),
                rating.GetProperty("worstRating").GetInt32()
            )
        );
        Assert.Equal(
            "The Test Courier",
            root.GetProperty("itemReviewed").GetProperty("firstAppearance").GetProperty("author").GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task A_speaker_is_given_no_type_in_ClaimReview_since_the_words_do_not_tell_one()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddPublishedClaimAsync("A million people were killed or wounded.", "true");
        await desk.QueryAsync(async db =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == id);
            db.Entry(claim).Property(c => c.Details).CurrentValue = new ClaimDetails { AttributedTo = "analysts" };
            return await db.SaveChangesAsync();
        });
        using var browser = desk.Browser();

        var script = (await browser.OpenAsync($"/claims/{id}")).Html.QuerySelector("script[type='application/ld+json']")!;

        using var review = JsonDocument.Parse(script.TextContent);
        var author = review.RootElement.GetProperty("itemReviewed").GetProperty("author");
        Assert.Equal("analysts", author.GetProperty("name").GetString());
        Assert.False(author.TryGetProperty("@type", out _));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Never_shows_a_verdict_that_is_only_proposed(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Desk:ShowClaimsUnderReview", "true");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var first = await desk.AddListedClaimAsync("Forty bridges were closed.");
        var second = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        foreach (var id in new[] { first, second })
        {
            await desk.ChangeClaimAsync(
                id,
                claim => new Result(
                    claim
                        .Propose(
                            new VerdictProposal(
                                "misleading",
                                "Secret reasons.",
                                "ada",
                                "Secret change.",
                                ChangeKind: CorrectionKind.Updated
                            ),
                            desk.Now
                        )
                        .Refusal
                )
            );
        }

        using var browser = desk.Browser();
        foreach (
            var address in new[]
            {
                $"/claims/{first}",
                $"/claims/{second}",
                "/",
                $"/api/claims/{second}",
                "/api/claims",
                "/feed",
                "/api/claimreview",
            }
        )
        {
            var body = await browser.Http.GetStringAsync(
                new Uri(address, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.DoesNotContain("Secret", body, StringComparison.Ordinal);
            Assert.DoesNotContain(
                ">Misleading<",
                body.Replace("<option value=\"misleading\">Misleading</option>", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }

        Assert.Contains(
            "A review of this claim is under way",
            (await browser.OpenAsync($"/claims/{first}")).Text,
            StringComparison.Ordinal
        );
        Assert.Empty((await browser.OpenAsync($"/claims/{first}")).Html.QuerySelectorAll("script[type='application/ld+json']"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Says_plainly_that_a_check_failed_and_that_the_verdict_went_stale(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        using var browser = desk.Browser();

        desk.Clock.Advance(TimeSpan.FromDays(8));
        var due = await browser.OpenAsync($"/claims/{id}");
        Assert.Contains("Freshness: Check due", due.Text, StringComparison.Ordinal);

        await desk.ChangeClaimAsync(id, claim => new Result(claim.BeginRecheck(desk.Now).Refusal));
        Assert.Contains("under re-check", (await browser.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);

        await desk.ChangeClaimAsync(
            id,
            claim =>
            {
                claim.NoteAttempt(RecheckOutcome.Unreachable, [], "It did not answer.", new RecheckPolicy(), desk.Now);
                claim.RetryCheck(new RecheckPolicy(), desk.Now);
                return Result.Ok;
            }
        );
        desk.Clock.Advance(TimeSpan.FromDays(3));
        var stale = await browser.OpenAsync($"/claims/{id}");
        Assert.Contains("This verdict is stale", stale.Text, StringComparison.Ordinal);
        Assert.Contains("A source could not be read. This did not verify the verdict.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Our verdict: True", stale.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Calls_corrections_corrections_and_keeps_the_earlier_version_readable(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        using var browser = desk.Browser();
        Assert.Contains("Our verdict: True", (await browser.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);

        await desk.PublishAsync(id, "false", "A gauge was read upside down.", "We had misread the gauge.");
        var corrected = await browser.OpenAsync($"/claims/{id}");
        Assert.Contains("Our verdict: False", corrected.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Correction: from “True” (version 1) to “False” (version 2). We had misread the gauge.",
            corrected.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Read version 1 as it was The registry of 3 May", corrected.Text, StringComparison.Ordinal);

        await desk.ChangeClaimAsync(id, claim => claim.Retract("Both gauges are broken.", "ed", desk.Now));
        var retracted = await browser.OpenAsync($"/claims/{id}");
        Assert.Contains("Verdict retracted", retracted.Text, StringComparison.Ordinal);
        Assert.Contains("Both gauges are broken.", retracted.Text, StringComparison.Ordinal);
        Assert.Empty(retracted.Html.QuerySelectorAll("script[type='application/ld+json']"));
        Assert.Contains("The dam is full.", (await browser.OpenAsync("/corrections")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Leads_from_a_claim_that_repeats_another_to_the_checked_one(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var check = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        var repeat = await desk.AddClaimAsync("The dam is full to the brim.", outlet: "Inland Post");
        var unlisted = await desk.AddClaimAsync("Nobody looks at this.");
        await desk.QueryAsync(async db =>
        {
            var linked = (await db.Claims.FindAsync(repeat))!.LinkTo(
                (await db.Claims.FindAsync(check))!,
                new Actor("ada", new HashSet<string>()),
                desk.Now
            );
            Assert.True(linked.IsOk);
            return await db.SaveChangesAsync();
        });
        using var browser = desk.Browser();

        var page = await browser.OpenAsync($"/claims/{repeat}");

        Assert.Equal($"/claims/{check}", page.Address.AbsolutePath);
        Assert.Contains("Inland Post", page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await browser.OpenAsync($"/claims/{unlisted}")).Status);
    }
}
