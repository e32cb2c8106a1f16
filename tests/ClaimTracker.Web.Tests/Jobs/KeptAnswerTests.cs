using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>A kept page is compared as it was answered: its encoding, where it came from.</summary>
public sealed class KeptAnswerTests
{
    private const string Passage = "Паром перевозит не более 420 пассажиров.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_whose_encoding_only_the_header_names_is_unchanged_while_it_stands(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        Serve(site, Passage);
        var id = await desk.AddWatchedClaimAsync(Passage, site.Url("/ferry"));
        await desk.DoDueAsync<ArchiveJob>();

        await LookAsync(desk);

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(id)).LastAttemptOutcome);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_figure_that_changed_on_such_a_page_is_told_with_what_stood(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        Serve(site, Passage);
        var id = await desk.AddWatchedClaimAsync(Passage, site.Url("/ferry"));
        await desk.DoDueAsync<ArchiveJob>();
        Serve(site, Passage.Replace("420", "430", StringComparison.Ordinal));

        await LookAsync(desk);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(RecheckOutcome.Changed, claim.LastAttemptOutcome);
        Assert.Contains("Was: “" + Passage, claim.Rechecks.Single().Finding, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_server_that_says_nothing_changed_is_believed_for_the_page_that_was_kept_and_that_one_is_compared(
        DatabaseKind kind
    )
    {
        const string Quote = "The port handled 90 ships a week in July.";
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        List<string> asked = [];
        var text = Quote;
        site.Answer(
            "/port",
            context =>
            {
                asked.Add(context.Request.Headers.IfNoneMatch.ToString());
                context.Response.Headers.ETag = $"\"{text.Length}\"";
                if (context.Request.Headers.IfNoneMatch == context.Response.Headers.ETag)
                {
                    context.Response.StatusCode = 304;
                    return Task.CompletedTask;
                }

                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync($"<p>{text}</p>");
            }
        );
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var missing = await desk.AddWatchedClaimAsync("The port was closed to ships all summer long.", site.Url("/port"));
        await desk.DoDueAsync<ArchiveJob>();

        await LookAsync(desk);

        // One fetch for both. That nothing changed is no outcome: the passage that the kept page never held is not called
        // unchanged.
        Assert.Equal(["", $"\"{Quote.Length}\""], asked);
        Assert.Equal(
            (RecheckOutcome.Unchanged, Verifier.Machine),
            ((await desk.ClaimAsync(id)).LastAttemptOutcome!.Value, (await desk.ClaimAsync(id)).LastVerifier!.Value)
        );
        Assert.NotEqual(RecheckOutcome.Unchanged, (await desk.ClaimAsync(missing)).LastAttemptOutcome);

        text = Quote.Replace("90 ships", "1,070 ships", StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromDays(50));
        await LookAsync(desk);
        Assert.Equal(RecheckOutcome.Changed, (await desk.ClaimAsync(id)).LastAttemptOutcome);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_same_bytes_in_another_encoding_are_kept_as_another_page(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        Serve(site, Passage);
        await desk.AddWatchedClaimAsync(Passage, site.Url("/ferry"));
        await desk.DoDueAsync<ArchiveJob>();
        Serve(site, Passage, "koi8-r");

        // Before a verdict stands on it, a page is kept whatever it holds.
        var other = await desk.AddClaimAsync("The ferry runs daily.");
        await desk.AddEvidenceAsync(other, "ferry", site.Url("/ferry"), Passage);
        await desk.DoDueAsync<ArchiveJob>();

        Assert.Equal(
            ["koi8-r", "windows-1251"],
            await desk.QueryAsync(db =>
                db.Snapshots.Where(s => s.Url == site.Url("/ferry")).OrderBy(s => s.Charset).Select(s => s.Charset!).ToListAsync()
            )
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_front_page_in_place_of_an_article_is_no_missing_passage(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        const string Quote = "The port handled 90 ships a week in July.";
        site.Write("/2026/port", "Figures of the month.", Quote, "The café was open.");
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/2026/port"));
        await desk.DoDueAsync<ArchiveJob>();
        site.Write(
            "/",
            "A tram line opens on Sunday, and the mayor cuts the ribbon.",
            "The theatre plays until May, and tickets are cheap.",
            "Rain is expected in the north, with strong winds at the coast.",
            "The library has bought a thousand new books for children this year."
        );
        site.Answer(
            "/2026/port",
            context =>
            {
                context.Response.Redirect("/");
                return Task.CompletedTask;
            }
        );

        await LookAsync(desk);

        Assert.Equal(RecheckOutcome.Unreachable, (await desk.ClaimAsync(id)).LastAttemptOutcome);
    }

    private static void Serve(SourceSite site, string passage, string charset = "windows-1251") =>
        site.Answer(
            "/ferry",
            async context =>
            {
                Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
                context.Response.ContentType = $"text/html; charset={charset}";
                await context.Response.Body.WriteAsync(
                    Encoding
                        .GetEncoding(1251)
                        .GetBytes(
                            $"<html lang=ru><body><h1>Паром</h1><p>Проверка была в мае.</p><p>{passage}</p><p>Билеты продают на борту.</p></body></html>"
                        )
                );
            }
        );

    private static Task<int> LookAsync(DeskApp desk) => desk.LookAsync(TimeSpan.FromDays(31));
}
