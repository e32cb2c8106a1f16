using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>Living, dated and frozen sources: found, looked at, said in public and at the desk.</summary>
public sealed class NatureTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_living_source_verifies_beside_a_frozen_one_and_readers_are_told(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"), "https://perma.cc/AB12-CD34");

        Assert.Equal(1, await desk.LookAsync(Month));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Verifier.Machine, Freshness.Fresh), (claim.LastVerifier!.Value, claim.FreshnessAt(desk.Now)));
        Assert.Equal(
            [SourceNature.Frozen, SourceNature.Living],
            claim.Evidence.Select(e => e.FoundNature!.Value).OrderDescending()
        );
        using var reader = desk.Browser();
        Assert.Contains(
            "1 of 2 sources stood; the other is a copy that stays as it is",
            (await reader.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_article_of_a_day_that_stands_verifies_nothing_and_a_person_is_asked_when_one_is_due(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        WriteArticle(site, Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/article"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;

        await desk.LookAsync(Month);
        var looked = await desk.ClaimAsync(id);
        Assert.Equal(
            (SourceNature.Dated, issued, RecheckOutcome.Unwatched, true),
            (looked.Evidence.Single().Nature!.Value, looked.LastVerifiedAt, looked.LastAttemptOutcome!.Value, looked.UnderRecheck)
        );

        // It was due as long as nobody knew what it is. From a person's decision on, a person is due instead.
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        await desk.MustDecideAsync(id, Eve, "Confirm");
        var decided = await desk.ClaimAsync(id);
        Assert.Equal((decided.PersonDueAt, Freshness.Fresh), (decided.NextCheckDueAt, decided.FreshnessAt(desk.Now)));
        Assert.Equal(1, await desk.LookAsync(2 * Month));
        Assert.Equal(
            (false, Freshness.Fresh),
            ((await desk.ClaimAsync(id)).UnderRecheck, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now))
        );

        await desk.LookAsync(5 * Month);
        var due = await desk.ClaimAsync(id);
        Assert.Equal((true, null), (due.UnderRecheck, due.InDoubtSince));
        Assert.Contains("A person is due", due.Rechecks.OrderBy(r => r.Id).Last().Finding, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_correction_in_an_article_of_a_day_is_found(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        WriteArticle(site, Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/article"));
        await desk.DoDueAsync<ArchiveJob>();
        WriteArticle(site, "The port handled 70 ships a week in July.");

        await desk.LookAsync(Month);

        Assert.Equal(RecheckOutcome.Changed, (await desk.ClaimAsync(id)).LastAttemptOutcome);
        Assert.NotNull((await desk.ClaimAsync(id)).InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_person_is_due_whatever_machines_verified_and_a_cancelled_recheck_comes_back_later(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        for (var month = 0; month < 5; month++)
            await desk.LookAsync(Month);
        Assert.Equal(
            (Verifier.Machine, false),
            ((await desk.ClaimAsync(id)).LastVerifier!.Value, (await desk.ClaimAsync(id)).UnderRecheck)
        );

        await desk.LookAsync(Month);

        var due = await desk.ClaimAsync(id);
        Assert.Equal(
            (true, null, RecheckOutcome.Unwatched),
            (due.UnderRecheck, due.InDoubtSince, due.Rechecks.Single().Outcome!.Value)
        );
        var review = await desk.QueryAsync(db =>
            db.Reviews.Where(r => r.ClaimId == id && r.EndedAt == null).Select(r => r.Id).SingleAsync()
        );
        await desk.WithEngineAsync(engine => engine.CancelAsync(review, "Not now.", Eve, CancellationToken.None));
        await desk.LookAsync();
        Assert.False((await desk.ClaimAsync(id)).UnderRecheck);
        await desk.LookAsync(TimeSpan.FromHours(2));
        Assert.True((await desk.ClaimAsync(id)).UnderRecheck);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Beside_the_decision_to_approve_it_says_what_no_machine_watches_and_whether_one_can_verify(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.AddEvidenceAsync(id, "register", site.Url("/port"), Quote, watched: true);
        await desk.AddEvidenceAsync(id, "archive", "https://perma.cc/AB12-CD34", Quote, watched: true);
        await desk.DoDueAsync<ArchiveJob>();
        await desk.StartReviewAsync(id, "attack-count");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());

        await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
        var said = (await eve.OpenAsync($"/desk/claims/{id}")).Html.QuerySelector("[data-watching]")!;

        Assert.Contains("Approve", said.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No machine can verify this verdict", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 independent groups", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("Source of archive is a copy that stays as it is", said.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_working_page_says_what_can_be_watched_and_an_editor_says_what_a_source_is_and_how_often_it_is_looked_at(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        Assert.Contains(
            "Whether a machine can verify this verdict is not known yet",
            (await eli.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );
        await desk.DoDueAsync<ArchiveJob>();
        Assert.Contains(
            "a machine can verify this verdict.",
            (await eli.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        var said = await eli.SubmitAsync($"/desk/claims/{id}", [], button: "It is a copy that stays as it is");
        Assert.Contains("No machine can verify this verdict", said.Text, StringComparison.Ordinal);
        Assert.Equal(
            (SourceNature.Frozen, "eli"),
            (
                (await desk.ClaimAsync(id)).Evidence.Single().Nature!.Value,
                (await desk.ClaimAsync(id)).Evidence.Single().NatureSaidBy
            )
        );

        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "It is kept up to date");
        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "Every 2 days");
        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (TimeSpan.FromDays(2), claim.LastVerifiedAt + TimeSpan.FromDays(2)),
            (claim.CheckEvery!.Value, claim.NextCheckDueAt!.Value)
        );
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromDays(3)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_a_machine_verified_stands_no_longer_once_no_machine_can_look(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        Assert.Equal(1, await desk.LookAsync(Month));
        var before = await desk.ClaimAsync(id);
        Assert.Equal(Verifier.Machine, before.LastVerifier);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);

        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "It is a copy that stays as it is");

        var after = await desk.ClaimAsync(id);
        Assert.Equal(SourceNature.Frozen, after.Evidence.Single().Nature);
        Assert.Equal((before.NextCheckDueAt, before.StaleAt), (after.NextCheckDueAt, after.StaleAt));
        Assert.Equal(before.NextCheckDueAt, after.PersonDueAt);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_a_machine_saw_is_still_said_after_its_source_is_called_a_copy(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        site.Write("/port", "The port handled 12 ships a week in July.");
        Assert.Equal(1, await desk.LookAsync(Month));
        using var eli = await desk.SignInAsync("eli", Roles.Editor);

        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "It is a copy that stays as it is");

        using var reader = desk.Browser();
        var said = (await reader.OpenAsync($"/claims/{id}")).Text;
        Assert.Contains("1 reads differently", said, StringComparison.Ordinal);
        Assert.DoesNotContain("stays as it is", said, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Readers_and_the_desk_see_what_machines_saw_and_cannot_see_before_one_has_verified(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"), site.Url("/gone"), "https://perma.cc/AB12-CD34");
        using var eli = await desk.SignInAsync("eli", Roles.Editor, Roles.Administrator);
        using var reader = desk.Browser();

        Assert.Contains(
            "No machine watches: Source of https://perma.cc/AB12-CD34 is a copy that stays as it is.",
            (await eli.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No machine has looked at this version's sources yet; 1 of 3 sources is a copy that stays as it is",
            (await reader.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
        await desk.LookAsync(Month);

        Assert.Contains(
            "Of 3 sources, when last looked at, 1 stood; 1 could not be read; 1 is a copy that stays as it is",
            (await reader.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_editor_says_after_how_long_a_person_looks_at_a_claim_counted_from_the_last_who_did(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        Assert.Equal(1, await desk.LookAsync(Month));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        Assert.DoesNotContain(
            "A person after 60 days",
            (await ada.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "A person after 60 days");
        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (TimeSpan.FromDays(60), claim.LastPersonAt + TimeSpan.FromDays(60), Freshness.Fresh),
            (claim.PersonEvery!.Value, claim.PersonDueAt, claim.FreshnessAt(desk.Now))
        );

        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "A person as its kind has it");
        claim = await desk.ClaimAsync(id);
        Assert.Equal((null, claim.LastPersonAt + TimeSpan.FromDays(180)), (claim.PersonEvery, claim.PersonDueAt));

        // That it is late already is no reason to begin anew.
        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "A person after 30 days");
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));
        await desk.LookAsync();
        Assert.Contains(
            "this verdict is looked at by a person every 30 days",
            Assert.Single((await desk.ClaimAsync(id)).Rechecks).Finding,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-01\",\"dateModified\":\"2026-05-03\"}</script>",
        SourceNature.Dated
    )]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-01\"}</script>",
        SourceNature.Dated
    )]
    [InlineData(
        "<meta property='og:type' content='article'><meta property='article:published_time' content='2026-05-01T08:00:00Z'>",
        SourceNature.Dated
    )]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-01\",\"dateModified\":\"2026-06-03\"}</script>",
        SourceNature.Living
    )]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":[\"NewsArticle\",\"LiveBlogPosting\"],\"datePublished\":\"2026-05-01\"}</script>",
        SourceNature.Living
    )]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2026-05-01\"}</script>",
        SourceNature.Living
    )]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", SourceNature.Living)]
    [InlineData("", SourceNature.Living)]
    public void A_page_tells_its_nature(string head, SourceNature nature) =>
        Assert.Equal(
            nature,
            Web.Sources.PageNature.Of(
                new Web.Sources.FetchedSource(
                    new Uri("https://port.example/figures"),
                    System.Text.Encoding.UTF8.GetBytes(
                        $"<!doctype html><html><head>{head}</head><body><p>{Quote}</p></body></html>"
                    ),
                    "text/html",
                    "utf-8"
                )
            )
        );

    private static void WriteArticle(SourceSite site, string words) =>
        site.Serve(
            "/article",
            "text/html; charset=utf-8",
            "<!doctype html><html lang=en><head><title>A page</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-01\"}</script></head>"
                + $"<body><article><p>Figures of the month.</p><p>{words}</p></article></body></html>"
        );
}
