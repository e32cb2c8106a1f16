using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>
/// What sites let programs read, by RFC 9309, for looks and for copies that are kept: read once a day and kept for all servers.
/// </summary>
internal sealed class SiteRobots(
    DeskDb db,
    SourceFetcher fetcher,
    LookCapacity capacity,
    LookSettings settings,
    TimeProvider time
)
{
    /// <summary>
    /// Why a page is not asked for; null where it may be. The site is this server's while it asks, and rests after an answer as
    /// after one to a look.
    /// </summary>
    /// <param name="page">Its address.</param>
    /// <param name="enter">As <see cref="FetchTerms.Enter"/>, for where a robots.txt leads to.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<NotAsked?> BarAsync(
        Uri page,
        Func<string, CancellationToken, Task<IAsyncDisposable?>> enter,
        CancellationToken cancel
    )
    {
        var origin = page.GetLeftPart(UriPartial.Authority);
        var kept = await capacity.InTurnAsync(
            () => db.RobotsFiles.AsNoTracking().SingleOrDefaultAsync(r => r.Origin == origin, cancel),
            cancel
        );
        if (kept?.CountsAt(Now) == true)
            return Bar(page, RobotsRules.Parse(kept.Rules));
        var answer = await fetcher.AskAsync(
            new UriBuilder(origin) { Path = "/robots.txt" }.Uri,
            new FetchTerms(enter, capacity.Bodies, null) { ReadsAtMost = RobotsRules.MostBytes },
            cancel
        );
        if (answer.IsNotMade)
            return new NotAsked(answer.Page.Refusal!);
        if (Read(answer) is not { } rules)
            return new NotAsked(Unread(page, answer.Page.Refusal!), answer.RetryAfter);
        await capacity.InTurnAsync(() => KeepAsync(origin, WebAddress.HostOf(page.AbsoluteUri)!, rules, cancel), cancel);
        if (answer.Answered)
            await Task.Delay(settings.Pause, time, cancel);
        return Bar(page, rules);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime.Kept();

    private static NotAsked? Bar(Uri page, RobotsRules rules) =>
        rules.Allows(page) ? null : new NotAsked(FetchAnswer.Forbidden(page));

    // A site that has none, or leads on and on, has no rules. One that cannot be read, or asks to be left alone, may have some.
    private static RobotsRules? Read(FetchAnswer answer) =>
        answer.Page is { Value: { } file } ? RobotsRules.Parse(System.Text.Encoding.UTF8.GetString(file.Content))
        : answer.Status is >= 400 and < 500 and not 429 || answer.Page.Refusal!.Code == "redirects" ? RobotsRules.None
        : null;

    private static Refusal Unread(Uri page, Refusal why) =>
        new("robots-unread", $"Nothing was asked of {page.Host}, since its robots.txt could not be read: {why.Message}");

    private async Task<bool> KeepAsync(string origin, string host, RobotsRules rules, CancellationToken cancel)
    {
        var kept = await db.CommitAsync(
            "read robots.txt",
            Right.Jobs,
            async _ =>
            {
                var file =
                    await db.RobotsFiles.SingleOrDefaultAsync(r => r.Origin == origin, cancel)
                    ?? db.RobotsFiles.Add(new RobotsFile(origin)).Entity;
                file.Read(host, rules.ToString(), Now);
                return Result.Ok;
            },
            cancel
        );
        return kept.IsOk;
    }
}
