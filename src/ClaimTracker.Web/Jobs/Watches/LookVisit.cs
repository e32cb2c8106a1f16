using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>What a look met, to be written.</summary>
/// <param name="LookId">The look.</param>
/// <param name="Outcome">What it met.</param>
/// <param name="Words">The same in words.</param>
/// <param name="At">When the page was read.</param>
/// <param name="Url">The page.</param>
/// <param name="Keep">What came, where it is to be kept: the passage differs on it.</param>
/// <param name="Nature">What the page says of its nature; null where it was not read, or not for that.</param>
/// <param name="Passage">What was seen of the passage itself; null where it stands as it did, or nothing was read.</param>
internal sealed record LookResult(
    long LookId,
    RecheckOutcome Outcome,
    string Words,
    DateTime At,
    string Url,
    FetchedSource? Keep,
    SourceNature? Nature,
    SeenPassage? Passage = null
);

/// <summary>What a visit of one page gave.</summary>
/// <param name="Answer">What the site said.</param>
/// <param name="At">When.</param>
/// <param name="Results">For each look at it; none where nothing was seen of the source.</param>
internal sealed record Visited(FetchAnswer Answer, DateTime At, IReadOnlyList<LookResult> Results)
{
    /// <summary>The looks that could not be made, since their rows are not as this program writes them.</summary>
    public IReadOnlyList<long> Odd { get; init; } = [];
}

/// <summary>
/// Fetches a page once and compares it for each look at it. A comparison that fails is a source that could not be read, and the
/// others count.
/// </summary>
internal sealed class LookVisit(
    DeskDb db,
    SourceFetcher fetcher,
    SiteRobots robots,
    LookCapacity capacity,
    TimeProvider time,
    ILogger<LookVisit> log
)
{
    /// <summary>Makes the looks at one page.</summary>
    public async Task<Visited> MakeAsync(
        string url,
        IReadOnlyList<long> looks,
        Func<string, CancellationToken, Task<IAsyncDisposable?>> enter,
        CancellationToken cancel
    )
    {
        using var body = capacity.Memory.Open();
        var address = SourceAddress.Parse(url);
        var kept = await KeptAsync(looks, cancel);
        var answer = address.Refusal is { } refusal
            ? new FetchAnswer { Page = refusal, Answered = true }
            : await fetcher.AskAsync(
                address.Value!,
                new FetchTerms(enter, capacity.Bodies, body)
                {
                    Kept = kept,
                    Bar = (at, stop) => robots.BarAsync(at, enter, stop),
                },
                cancel
            );
        var at = time.GetUtcNow().UtcDateTime.Kept();
        if (answer.IsNotMade)
            return new Visited(answer, at, []);
        var read = await ReadAsync(looks, cancel);
        foreach (var (id, why) in read.Odd)
            log.LogError("Look {Id} is not made, since it is not as this program writes it: {Why}", id, why);
        List<Look> watched = [.. read.Rows];
        if (answer.IsAsKept && watched.Find(look => look.Evidence.SnapshotId == kept!.SnapshotId)?.Evidence.Snapshot is { } same)
            answer = answer with { Page = FetchedSource.Of(same) };
        await capacity.Comparing.WaitAsync(cancel);
        try
        {
            return new Visited(answer, at, Compare(watched, answer, at)) { Odd = [.. read.Odd.Select(row => row.Id)] };
        }
        finally
        {
            capacity.Comparing.Release();
        }
    }

    // Of looks at one page, the page as it was kept last; its bytes are read only where the server says that it is still that.
    private Task<KeptAnswer?> KeptAsync(IReadOnlyList<long> looks, CancellationToken cancel) =>
        capacity.InTurnAsync(
            () =>
                db
                    .Looks.Where(l =>
                        looks.Contains(l.Id) && l.Evidence.Snapshot!.ETag != null && l.Evidence.Snapshot.FinalAddress != null
                    )
                    .OrderByDescending(l => l.Evidence.SnapshotId)
                    .Select(l => new KeptAnswer(
                        l.Evidence.SnapshotId!.Value,
                        l.Evidence.Snapshot!.FinalAddress!,
                        l.Evidence.Snapshot.ETag!
                    ))
                    .FirstOrDefaultAsync(cancel),
            cancel
        );

    private Task<SoundRows<Look>> ReadAsync(IReadOnlyList<long> looks, CancellationToken cancel) =>
        capacity.InTurnAsync(
            () =>
                db
                    .Looks.AsNoTracking()
                    .Include(l => l.Evidence)
                        .ThenInclude(e => e.Snapshot)
                    .Where(l => looks.Contains(l.Id))
                    .OrderBy(l => l.Id)
                    .ReadSoundAsync(l => l.Id, _ => null, cancel),
            cancel
        );

    private List<LookResult> Compare(List<Look> looks, FetchAnswer answer, DateTime at)
    {
        Lazy<Extraction.Watches.WatchedPage> page = new(() => PageBlocks.Of(answer.Page.Value!));
        Lazy<SourceNature?> nature = new(() => NatureOf(answer.Page.Value!));
        return looks.ConvertAll(look =>
        {
            var seen = Compare(new WatchedSource(look.Evidence), answer, page);
            var keep = seen.Outcome is RecheckOutcome.Changed or RecheckOutcome.Missing ? seen.Fetched : null;

            // Of a wall in the page's place nothing is learnt, and what is known is not asked again.
            var found = seen.Fetched is null || look.Evidence.FoundNature is not null ? null : nature.Value;
            return new LookResult(
                look.Id,
                seen.Outcome,
                PlainText.Of(seen.Finding),
                at,
                look.Evidence.Url!,
                keep,
                found,
                seen.Seen
            );
        });
    }

    private SourceNature? NatureOf(FetchedSource source)
    {
        try
        {
            return PageNature.Of(source);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Could not read what {Url} says of itself", source.Url);
            return null;
        }
    }

    private SourceLook Compare(WatchedSource watched, FetchAnswer answer, Lazy<Extraction.Watches.WatchedPage> page)
    {
        if (answer.Page is not { Value: { } source })
        {
            var why = answer.Page.Refusal!.Message;
            return answer.IsForbidden ? SourceLook.NotLooked(watched, why) : SourceLook.Unread(watched, why);
        }

        try
        {
            return SourceLook.Of(watched, source, page.Value);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Could not compare {Url}", watched.Url);
            return SourceLook.Unread(watched, JobItems.Reason(failure));
        }
    }
}
