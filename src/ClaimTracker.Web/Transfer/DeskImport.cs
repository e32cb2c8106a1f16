using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Transfer;

/// <summary>Reads an export back, in transactions of some records each. Doing it twice adds nothing the second time.</summary>
internal sealed class DeskImport(DeskDb db, RecheckSettings rechecks, DeskSettings desk)
{
    private const int AtOnce = 50;

    private readonly ClaimRestore _restore = new(db, rechecks, desk);
    private readonly Dictionary<long, long> _numbers = [];
    private readonly List<(long Number, long LinkedTo)> _links = [];
    private readonly List<ExportedOutlet> _outlets = [];
    private readonly List<ExportedArticle> _articles = [];
    private readonly List<(ExportedClaim Claim, string Origin)> _claims = [];

    /// <summary>What was added and met so far.</summary>
    public ImportCounts Counts { get; } = new();

    /// <summary>
    /// Takes one record of an export; it is stored with those around it. <paramref name="origin"/> names its line.
    /// </summary>
    /// <returns>Why it is none, or null.</returns>
    public async Task<string?> AddAsync(JsonElement record, string origin, Action<string> refuse, CancellationToken cancel)
    {
        try
        {
            switch (record.TryGetProperty("type", out var type) ? type.GetString() : null)
            {
                case TransferJson.Header:
                    return null;
                case "outlet":
                    _outlets.Add(record.Deserialize<ExportedOutlet>(TransferJson.Options)!);
                    break;
                case "article":
                    _articles.Add(record.Deserialize<ExportedArticle>(TransferJson.Options)!);
                    break;
                case "claim":
                    _claims.Add((record.Deserialize<ExportedClaim>(TransferJson.Options)!, origin));
                    break;
                default:
                    return "type: must be outlet, article or claim.";
            }
        }
        catch (JsonException mistake)
        {
            return $"{mistake.Path}: {mistake.Message}";
        }

        if (_outlets.Count + _articles.Count + _claims.Count >= AtOnce)
            await FlushAsync(refuse, cancel);
        return null;
    }

    /// <summary>Stores what is waiting, and sets the links between claims.</summary>
    public async Task EndAsync(Action<string> refuse, CancellationToken cancel)
    {
        await FlushAsync(refuse, cancel);
        foreach (var chunk in _links.Chunk(AtOnce))
            await CommitAsync(() => LinkAsync(chunk, cancel), cancel);
    }

    private async Task FlushAsync(Action<string> refuse, CancellationToken cancel)
    {
        await CommitAsync(
            async () =>
            {
                var counts = new ImportCounts();
                counts.Refused += await OutletImport.AddAsync(db, _outlets, refuse, cancel);
                foreach (var article in _articles)
                {
                    if ((WebAddress.Check(article.Url) ?? article.Snapshot?.Mistake()) is { } mistaken)
                    {
                        counts.Refused++;
                        refuse($"article “{article.Title}”: url: {mistaken.Message}");
                        continue;
                    }

                    counts.Count(await AddAsync(article, cancel));
                }

                await db.SaveChangesAsync(cancel);
                var added = new List<(long Number, Claim Claim)>();
                foreach (var (exported, origin) in _claims)
                {
                    var result = await _restore.AddAsync(exported, cancel);
                    if (result.Refusal is { } refusal)
                    {
                        counts.Refused++;
                        refuse($"{origin}: {refusal.Message}");
                        continue;
                    }

                    counts.CountClaim(result.Value.Added);
                    added.Add((exported.Number, result.Value.Claim));
                    if (result.Value.Added && (exported.LinkedToNumber ?? exported.FoldedIntoNumber) is { } other)
                        _links.Add((exported.Number, other));
                }

                await db.SaveChangesAsync(cancel);
                foreach (var (number, claim) in added)
                    _numbers[number] = claim.Id;
                Counts.Add(counts);
            },
            cancel
        );
        _outlets.Clear();
        _articles.Clear();
        _claims.Clear();
    }

    private async Task<bool> AddAsync(ExportedArticle exported, CancellationToken cancel)
    {
        var article = exported.ToArticle();
        if (
            await db.Articles.AnyAsync(a => a.TextHash == article.TextHash, cancel)
            || db.Articles.Local.Any(a => a.TextHash == article.TextHash)
        )
        {
            return false;
        }

        db.Articles.Add(article);
        await db.AddOutletsAsync([article.Outlet], cancel);
        return true;
    }

    // A link leads to a verdict that is or was public. Old exports link unchecked claims too: these are folds. What leads nowhere
    // waits in triage.
    private async Task LinkAsync((long Number, long Other)[] chunk, CancellationToken cancel)
    {
        foreach (var (number, other) in chunk)
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == _numbers[number], cancel);
            var entry = db.Entry(claim);
            var target = _numbers.TryGetValue(other, out var id) ? await db.Claims.SingleAsync(c => c.Id == id, cancel) : null;
            if (target is { Publication: not Publication.Unpublished } && claim.Stage == Stage.Linked)
            {
                entry.Property(c => c.LinkedToId).CurrentValue = target.Id;
            }
            else if (
                target is { FoldedIntoId: null, Publication: Publication.Unpublished }
                && target.Id != claim.Id
                && claim.Publication == Publication.Unpublished
            )
            {
                (entry.Property(c => c.FoldedIntoId).CurrentValue, entry.Property(c => c.Stage).CurrentValue) = (
                    target.Id,
                    Stage.Folded
                );
            }
            else
            {
                entry.Property(c => c.Stage).CurrentValue =
                    claim.Publication == Publication.Unpublished ? Stage.Triage : Stage.Published;
            }
        }
    }

    private async Task CommitAsync(Func<Task> work, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await db.CommitAsync(
            "import",
            Right.Jobs,
            async _ =>
            {
                await work();
                return Result.Ok;
            },
            cancel
        );
    }
}
