using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimTracker.Web.Data.Bulk;

/// <summary>Writes a batch of articles and claims with all that hangs on them in bulk. Keys are taken beforehand.</summary>
internal sealed class BulkRows(DeskDb db)
{
    private readonly Dictionary<object, long> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, object> _owners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, (string Name, object? To)[]> _links = new(ReferenceEqualityComparer.Instance);

    /// <summary>The key that a row was given.</summary>
    public long IdOf(object row) => _ids[row];

    /// <summary>The rows that one belongs to or leads to, each by the property that says so.</summary>
    public IEnumerable<(string Name, object? To)> LinksOf(object row) => _links[row];

    /// <summary>Writes articles and claims.</summary>
    public async Task WriteAsync(IReadOnlyList<Article> articles, IReadOnlyList<Claim> claims, CancellationToken cancel)
    {
        var verdicts = Owned(claims, c => c.Verdicts);
        var evidence = Owned(claims, c => c.Evidence);
        Snapshot[] snapshots = [.. articles.Select(a => a.Snapshot).Concat(evidence.Select(e => e.Snapshot)).OfType<Snapshot>()];
        await PutAsync("snapshots", snapshots, [], cancel);
        await PutAsync("articles", articles, [("SnapshotId", a => IdOrNull(a.Snapshot))], cancel);
        await PutAsync("claims", claims, [], cancel);
        await PutAsync(
            "appearances",
            Owned(claims, c => c.Appearances),
            [("ClaimId", OwnerOf), ("ArticleId", a => _ids[a.Article])],
            cancel
        );
        await PutAsync("evidence", evidence, [("ClaimId", OwnerOf), ("SnapshotId", e => IdOrNull(e.Snapshot))], cancel);
        foreach (var versions in verdicts.GroupBy(v => v.Version).OrderBy(group => group.Key))
            await WriteVersionsAsync([.. versions], cancel);
        await PutAsync("corrections", Owned(claims, c => c.Corrections), [("ClaimId", OwnerOf)], cancel);
        await PutAsync(
            "findings",
            Owned(claims, c => c.Findings),
            [("ClaimId", OwnerOf), ("EvidenceId", f => IdOrNull(f.Evidence))],
            cancel
        );
        await PutAsync(
            "looks",
            Owned(claims, c => c.Looks),
            [("ClaimId", OwnerOf), ("EvidenceId", l => _ids[l.Evidence])],
            cancel
        );
        await PutAsync("rechecks", Owned(claims, c => c.Rechecks), [("ClaimId", OwnerOf)], cancel);
        await WriteWithTasksAsync(Owned(claims, c => c.Reviews), cancel);
    }

    // One version of each claim at a time, since a claim has one proposal and one public version. Like those that change tracking
    // writes, they become public when the approvals that the database asks for are there.
    private async Task WriteVersionsAsync(List<Verdict> versions, CancellationToken cancel)
    {
        await PutAsync(
            "verdicts",
            versions,
            [("ClaimId", OwnerOf), ("ReviewId", _ => null)],
            cancel,
            (nameof(Verdict.Status), VerdictStatus.Proposed)
        );
        await PutAsync("verdict_authors", Owned(versions, v => v.Authors), [("VerdictId", OwnerOf)], cancel);
        await PutAsync("approvals", Owned(versions, v => v.Approvals), [("VerdictId", OwnerOf)], cancel);
        await JoinAsync(versions, cancel);
        await SetAsync(versions.Where(v => v.PublishedAt is not null), VerdictStatus.Published, cancel);
        foreach (
            var closed in versions
                .Where(v => v.Status is not (VerdictStatus.Proposed or VerdictStatus.Published))
                .GroupBy(v => v.Status)
        )
        {
            await SetAsync(closed, closed.Key, cancel);
        }
    }

    private async Task SetAsync(IEnumerable<Verdict> versions, VerdictStatus status, CancellationToken cancel)
    {
        var keys = versions.Select(v => _ids[v]).ToList();
        if (keys.Count > 0)
        {
            await db
                .Verdicts.Where(v => keys.Contains(v.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Status, status), cancel);
        }
    }

    /// <summary>Writes rows that nothing refers to or hangs on.</summary>
    public Task WriteAsync(IReadOnlyList<AuditEntry> audit, CancellationToken cancel) =>
        PutAsync("audit_entries", audit, [], cancel);

    // Reviews and tasks of stored claims carry the claim's id already; of claims that are written with them, their row does.
    private async Task WriteWithTasksAsync(IReadOnlyList<Review> reviews, CancellationToken cancel)
    {
        await PutAsync(
            "reviews",
            reviews,
            [
                ("ClaimId", r => _ids.GetValueOrDefault(r.Claim, r.ClaimId)),
                ("RecheckId", r => IdOrNull(r.Recheck)),
                ("ParentId", r => r.Parent is null ? r.ParentId : _ids.GetValueOrDefault(r.Parent, r.Parent.Id)),
            ],
            cancel
        );
        var tasks = Owned(reviews, r => r.Tasks);
        await PutAsync(
            "tasks",
            tasks,
            [("ReviewId", OwnerOf), ("ClaimId", t => _ids.GetValueOrDefault(t.Claim, t.ClaimId))],
            cancel
        );
        await PutAsync("task_decisions", Owned(tasks, t => t.Decided), [("TaskId", OwnerOf)], cancel);
        await PutAsync("timers", Owned(reviews, r => r.Timers), [("ReviewId", OwnerOf)], cancel);
        await PutAsync("steps", Owned(reviews, r => r.Steps), [("ReviewId", OwnerOf)], cancel);
    }

    private long? OwnerOf(object row) => _ids[_owners[row]];

    private long? IdOrNull(object? row) => row is null ? null : _ids[row];

    private List<T> Owned<TOwner, T>(IReadOnlyList<TOwner> all, Func<TOwner, List<T>> of)
        where TOwner : class
        where T : class
    {
        List<T> rows = [];
        foreach (var owner in all)
        {
            foreach (var row in of(owner))
            {
                _owners[row] = owner;
                rows.Add(row);
            }
        }

        return rows;
    }

    private async Task PutAsync<T>(
        string table,
        IReadOnlyList<T> rows,
        (string Property, Func<T, long?> Id)[] references,
        CancellationToken cancel,
        params (string Property, object Value)[] fixedTo
    )
        where T : class
    {
        if (rows.Count == 0)
            return;
        foreach (var (row, key) in rows.Zip(await new RowKeys(db).TakeAsync(table, rows.Count, cancel)))
            _ids[row] = key;
        var set = fixedTo.ToDictionary(one => one.Property, one => (object?)one.Value);
        List<(string Name, Func<T, object?> To)> links =
        [
            .. references.Select(reference => (reference.Property, (Func<T, object?>)(row => reference.Id(row)))),
            .. db
                .Model.FindEntityType(typeof(T))!
                .GetProperties()
                .Where(property => AuditTrail.IsLink(property) && !references.Any(r => r.Property == property.Name))
                .Select(property => (property.Name, (Func<T, object?>)(row => property.GetGetter().GetClrValue(row)))),
        ];
        try
        {
            await new BulkTable<T>(db).InsertAsync(
                rows,
                row =>
                {
                    set["Id"] = _ids[row];
                    _links[row] = [.. links.Select(link => (link.Name, link.To(row)))];
                    foreach (var (property, to) in _links[row])
                        set[property] = to;
                    return set;
                },
                cancel
            );
        }
        catch (PostgresException race)
        {
            // Told as change tracking tells it, so that a commit knows another writer's success when it meets one.
            throw new DbUpdateException($"Rows of {table} could not be written.", race);
        }
    }

    private async Task JoinAsync(List<Verdict> verdicts, CancellationToken cancel)
    {
        var join = db.Model.FindEntityType(typeof(Verdict))!.FindSkipNavigation(nameof(Verdict.Evidence))!;
        var (toVerdict, toEvidence) = (join.ForeignKey.Properties[0].Name, join.Inverse.ForeignKey.Properties[0].Name);
        var rows = verdicts
            .SelectMany(v =>
                v.Evidence.Select(e => new Dictionary<string, object?> { [toVerdict] = _ids[v], [toEvidence] = _ids[e] })
            )
            .ToList();
        await new BulkTable<Dictionary<string, object?>>(db, join.JoinEntityType).InsertAsync(rows, row => row, cancel);
    }
}
