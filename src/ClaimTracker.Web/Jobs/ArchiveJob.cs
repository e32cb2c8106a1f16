using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Fetches the pages of evidence and keeps them as they are now. Whoever adds evidence waits for none of it. What is due, and
/// after which pause, stands with the evidence, so running twice or being killed changes nothing.
/// </summary>
internal sealed class ArchiveJob(
    DeskDb db,
    SourceFetcher fetcher,
    SiteRobots robots,
    HostTurns turns,
    JobItems items,
    Acting acting,
    ILogger<ArchiveJob> log
) : IJob
{
    private const int AtOnce = 100;

    private const string ReadsOtherwise =
        "the page does not read as it did when the passage was quoted or confirmed, speaks against the passage, or could not be compared, so that it is not one that looks are compared with";

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    // Sites whose turn did not come in this run: their pages are kept in the next one.
    private readonly HashSet<string> _later = [];

    /// <summary>Archives what is due now. Returns how many pages were kept.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable("system:archive");
        var (now, kept) = (acting.Now, 0);
        List<long> odd = [];
        for (var (at, id) = (DateTime.MinValue, 0L); ; )
        {
            var (lastAt, lastId) = (at, id);
            var read = await items.ReadAsync(
                db.Evidence.AsNoTracking()
                    .Where(e =>
                        e.ArchiveDueAt != null
                        && e.ArchiveDueAt <= now
                        && e.WithdrawnAt == null
                        && (e.ArchiveDueAt > lastAt || (e.ArchiveDueAt == lastAt && e.Id > lastId))
                    ),
                evidence => evidence.OrderBy(e => e.ArchiveDueAt).ThenBy(e => e.Id).Take(AtOnce),
                e => e.Id,
                odd,
                cancel
            );
            var due = read.Select(e => new Due(e.Id, e.ArchiveDueAt!.Value, e.Url!, e.Quote)).ToList();
            if (due.Count == 0)
                return kept;
            (at, id) = (due[^1].At, due[^1].Id);
            foreach (var page in due.GroupBy(e => e.Url))
                kept += await KeepAsync(page, cancel);
        }
    }

    // Evidence at the same address shares one fetch, and its failure.
    private async Task<int> KeepAsync(IGrouping<string, Due> page, CancellationToken cancel)
    {
        var kept = 0;
        var fetched = new Lazy<Task<Result<FetchedSource>?>>(() => FetchAsync(page.Key, cancel));
        foreach (var evidence in page)
        {
            await items.RunAsync(
                $"keep {page.Key} for evidence {evidence.Id}",
                async () => kept += await fetched.Value is { } came && await NoteAsync(evidence, came, cancel) ? 1 : 0,
                why => NoteErrorAsync(evidence.Id, why, cancel),
                cancel
            );
        }

        return kept;
    }

    // Null where somebody else is at the site, or it is to be left alone: nothing was tried, and nothing is noted.
    private async Task<Result<FetchedSource>?> FetchAsync(string url, CancellationToken cancel)
    {
        var address = SourceAddress.Parse(url);
        if (address.Refusal is { } refusal)
            return refusal;
        if (WebAddress.HostOf(url) is not { } host)
            return await fetcher.FetchAsync(address.Value!, cancel);
        if (_later.Contains(host) || await turns.EnterAsync(host, Turn, cancel) is not { } turn)
        {
            _later.Add(host);
            return null;
        }

        Task<IAsyncDisposable?> EnterAsync(string other, CancellationToken stop) => turns.EnterAsync(other, Turn, stop);

        await using var ends = turn;
        var answer = await fetcher.AskAsync(
            address.Value!,
            new FetchTerms(EnterAsync, null, null) { Bar = (at, stop) => robots.BarAsync(at, EnterAsync, stop) },
            cancel
        );
        if (answer.IsNotMade)
            return null;
        var fetched = answer.Page;
        if (fetched.Refusal is { } failure)
            log.LogInformation("Could not archive {Url}: {Reason}", url, failure.Message);
        return fetched;
    }

    private Task<Result> NoteErrorAsync(long evidenceId, string why, CancellationToken cancel) =>
        db.CommitAsync(
            "archive evidence",
            Right.Jobs,
            async _ =>
            {
                var evidence = await db.Evidence.SingleAsync(e => e.Id == evidenceId, cancel);
                if (evidence.ArchiveDueAt is null)
                    return Result.Ok;
                if (evidence.NoteArchiveError(why, acting.Now))
                {
                    db.Notices.Add(
                        new Notice(
                            Roles.Administrator,
                            $"No copy of {evidence.Url} could be kept, and it is given up after {evidence.ArchiveErrors} attempts: {why.TrimEnd('.')}. The evidence stands without one; the server's log has the rest.",
                            evidence.ClaimId,
                            acting.Now
                        )
                    );
                }

                return Result.Ok;
            },
            cancel
        );

    Task IJob.DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    private async Task<bool> NoteAsync(Due due, Result<FetchedSource> fetched, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var isForbidden = new FetchAnswer { Page = fetched }.IsForbidden;
        var (places, nature) = fetched.Value is { } came ? ReadOn(came, due) : default;

        // Compared before anything is locked; what has become the ground of a public verdict meanwhile is tried again.
        var seen = fetched.Value is { } read ? await LookAsync(due.Id, read, cancel) : null;
        var noted = await db.CommitAsync<bool>(
            "archive evidence",
            Right.Jobs,
            async _ =>
            {
                var now = acting.Now;
                var evidence = await db.Evidence.SingleAsync(e => e.Id == due.Id, cancel);
                if (evidence.ArchiveDueAt is null)
                    return false;
                if (fetched.IsOk || isForbidden)
                    evidence.NoteForbidden(isForbidden, now);
                evidence.FindNature(nature);
                if (fetched is not { Value: { } source })
                {
                    evidence.NoteArchiveFailure(fetched.Refusal!.Message, now);
                    return false;
                }

                var isGround = await IsGroundAsync(due.Id, cancel);
                if (
                    evidence.HasMoved(places)
                    || (seen is RecheckOutcome.Changed or RecheckOutcome.Unreachable && places is { All.Count: > 0 })
                    || (isGround && !(seen == RecheckOutcome.Unchanged && evidence.Loss is null))
                )
                {
                    evidence.NoteArchiveFailure(ReadsOtherwise, now);
                    return false;
                }

                var claim = isGround ? await GroundAsync(evidence.ClaimId, cancel) : null;
                var groups = claim is null ? 0 : EvidenceGroups.CountIndependent(claim.PublishedVerdict!.Evidence);
                evidence.Archive(await db.KeepAsync(source, due.Url, now, cancel));
                if (places is not null)
                    evidence.NotePlaces(places);
                claim?.DoubtWhereGroupsFall(evidence, groups, now);
                return true;
            },
            cancel
        );
        return noted.Value;
    }

    private Task<Claim> GroundAsync(long claimId, CancellationToken cancel) =>
        db
            .Claims.Include(c => c.Findings)
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Evidence)
            .SingleAsync(c => c.Id == claimId, cancel);

    private Task<bool> IsGroundAsync(long evidenceId, CancellationToken cancel) =>
        db.Verdicts.AnyAsync(v => v.Status == VerdictStatus.Published && v.Evidence.Any(e => e.Id == evidenceId), cancel);

    // Looks are to be compared with this page, which nobody has seen: one that speaks against the passage is none to compare
    // with, and of the ground of a public verdict it has to read as one that a look finds nothing on. That it could not be
    // compared is no such page. Null where somebody was shown what stands around the quote, and no reader relies on it yet.
    private async Task<RecheckOutcome?> LookAsync(long evidenceId, FetchedSource source, CancellationToken cancel)
    {
        var evidence = await db.Evidence.AsNoTracking().SingleAsync(e => e.Id == evidenceId, cancel);
        if ((evidence.Places ?? (object?)evidence.ConfirmedPlace) is not null && !await IsGroundAsync(evidenceId, cancel))
            return null;
        try
        {
            return SourceLook.Of(new WatchedSource(evidence), source, PageBlocks.Of(source)).Outcome;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Could not compare {Url} before it was kept", evidence.Url);
            return RecheckOutcome.Unreachable;
        }
    }

    // A page is kept whatever it holds; where our reading of it fails, its places and its nature are not known.
    private (FoundPlaces? Places, SourceNature? Nature) ReadOn(FetchedSource source, Due due)
    {
        try
        {
            return (QuotePlaces.On(source, due.Quote, acting.Now).Value, PageNature.Of(source));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Could not look for the quote of evidence {Evidence} on {Url}", due.Id, due.Url);
            return default;
        }
    }

    private sealed record Due(long Id, DateTime At, string Url, string Quote);
}
