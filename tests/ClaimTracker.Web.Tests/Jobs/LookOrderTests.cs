using System.Collections.Concurrent;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>Which of the looks that are due at a site goes first, and when the world decides that a person is due.</summary>
public sealed class LookOrderTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_due_longest_is_repeated_most_or_of_a_kind_that_people_see_often_goes_first(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        ConcurrentQueue<string> asked = [];
        foreach (var path in new[] { "/plain", "/legal", "/repeated", "/old" })
        {
            site.Answer(
                path,
                context =>
                {
                    asked.Enqueue(path);
                    context.Response.ContentType = "text/html";
                    return context.Response.WriteAsync($"<p>{Quote}</p>");
                }
            );
            var id = await desk.AddClaimAsync(
                $"The port handles 90 ships a week, says {path}.",
                path == "/legal" ? "legal-status" : "count"
            );
            await desk.AddEvidenceAsync(id, path, site.Url(path), Quote, watched: true);
            await desk.PublishAsync(id, addEvidence: false);
            var since = desk.Now.AddDays(path == "/old" ? -170 : -1);
            await desk.QueryAsync(async db =>
            {
                var claim = await db.Claims.Include(c => c.Appearances).SingleAsync(c => c.Id == id);
                for (var i = 0; path == "/repeated" && i < 8; i++)
                {
                    claim.Appearances.Add(
                        new Appearance(
                            new Article("Again", "The Test Courier", $"{claim.Wording} No. {i}.", desk.Now, "test"),
                            0,
                            claim.Wording.Length
                        )
                    );
                }

                await db.SaveChangesAsync();
                return await db
                    .Claims.Where(c => c.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, since));
            });
        }

        Assert.Equal(4, await desk.LookAsync());

        Assert.Equal(["/old", "/repeated", "/legal", "/plain"], asked);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task On_the_day_after_a_date_in_the_claim_a_person_is_due_whatever_a_look_says(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var last = desk.Now.Date.AddDays(40);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var dated = await AddDatedAsync(
            desk,
            site.Url("/port"),
            new ClaimTime("until the last day", null, last.AddDays(1)),
            new ClaimTime("in May", last.AddYears(-1), last.AddYears(-1).AddDays(31))
        );
        Assert.Equal(last.AddDays(1), (await desk.ClaimAsync(dated)).PersonDueAt);

        desk.Clock.Advance(last.AddHours(20) - desk.Now);
        Assert.Equal(2, await desk.LookAsync());
        Assert.Equal((Verifier.Machine, Freshness.Fresh, false), Seen(await desk.ClaimAsync(dated)));

        desk.Clock.Advance(TimeSpan.FromHours(5));
        await desk.LookAsync();
        var due = await desk.ClaimAsync(dated);
        Assert.Equal((Verifier.Machine, Freshness.Due, true), Seen(due));
        Assert.False((await desk.ClaimAsync(id)).UnderRecheck);
        Assert.Contains(
            "the claim speaks of “until the last day”, and that has passed",
            Assert.Single(due.Rechecks).Finding,
            StringComparison.Ordinal
        );

        await desk.MustDecideAsync(dated, Ada, "StillHolds", await desk.ReadFindingsAsync(dated));
        await desk.MustDecideAsync(dated, Eve, "Confirm");

        // Only a date that is still to come brings anything forward.
        var decided = await desk.ClaimAsync(dated);
        Assert.Equal(decided.LastPersonAt + TimeSpan.FromDays(180), decided.PersonDueAt);

        (Verifier?, Freshness, bool) Seen(Claim claim) => (claim.LastVerifier, claim.FreshnessAt(desk.Now), claim.UnderRecheck);
    }

    private static async Task<long> AddDatedAsync(DeskApp desk, string url, params ClaimTime[] times)
    {
        var id = await desk.QueryAsync(async db =>
        {
            const string Wording = "The port is closed to ships until the last day.";
            var article = new Article("A port", "The Test Courier", Wording, desk.Now, "test");
            var claim = new Claim(
                Wording,
                "count",
                0.9,
                new ClaimDetails { Times = times },
                new Appearance(article, 0, Wording.Length),
                desk.Now
            );
            db.Claims.Add(claim);
            await db.SaveChangesAsync();
            return claim.Id;
        });
        await desk.AddEvidenceAsync(id, url, url, Quote, watched: true);
        await desk.PublishAsync(id, addEvidence: false);
        return id;
    }
}
