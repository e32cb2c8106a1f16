using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Bulk;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>
/// What happened to one made-up claim, as the desk's audit would tell it: what each event added and changed, noted when it
/// happened and given the rows' ids once they have them.
/// </summary>
internal sealed class SeedTrail(DeskDb db, Claim claim)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConcurrentDictionary<Type, IProperty[]> Audited = [];

    // Of each row what was told of it last.
    private readonly Dictionary<object, object?[]> _told = new(ReferenceEqualityComparer.Instance);
    private readonly List<Event> _events = [];

    public Claim Claim => claim;

    /// <summary>Notes what has changed since the last event.</summary>
    public void Note(string action, string who, DateTime at)
    {
        _events.Add(new Event(action, who, at, Changes()));
    }

    /// <summary>The entries, once the rows are stored.</summary>
    public IEnumerable<AuditEntry> Entries(BulkRows rows)
    {
        // What was set right after the last event belongs to it.
        _events[^1].Changes.AddRange(Changes());
        var (subject, last) = ($"claim/{rows.IdOf(claim)}", "");
        foreach (var (one, i) in _events.Select((one, i) => (one, i)))
        {
            var entry = Entry(subject, i + 1, one, last, rows);
            last = entry.Hash;
            yield return entry;
        }
    }

    /// <summary>The first and only entry of an article.</summary>
    public static AuditEntry Of(DeskDb db, Article article, BulkRows rows) =>
        Entry(
            $"article/{rows.IdOf(article)}",
            1,
            new Event(
                "add article",
                article.AddedBy,
                article.AddedAt,
                [new Change(article, AuditTrail.Added(db, article, 0, []), IsNew: true)]
            ),
            "",
            rows
        );

    private static AuditEntry Entry(string subject, int sequence, Event one, string previous, BulkRows rows)
    {
        List<JsonNode> told = [];
        foreach (var (row, node, isNew) in one.Changes)
        {
            node["id"] = rows.IdOf(row).ToString(System.Globalization.CultureInfo.InvariantCulture);
            told.Add(node);
            if (!isNew)
                continue;
            foreach (var (name, to) in rows.LinksOf(row).Where(link => link.To is not null))
                node["fields"]![name] = new JsonArray(null, AuditTrail.Node(to));
            if (row is Verdict verdict)
                told.AddRange(verdict.Evidence.Select(e => AuditTrail.StandsOn(rows.IdOf(verdict), rows.IdOf(e), isSo: true)));
        }

        var changes = new JsonArray([.. told]).ToJsonString(Json);

        // To the microsecond, as the database keeps it: the hash is made over it.
        return new AuditEntry(
            subject,
            sequence,
            one.At.AddTicks(-(one.At.Ticks % TimeSpan.TicksPerMicrosecond)),
            one.Who,
            one.Action,
            changes,
            previous
        );
    }

    private List<Change> Changes()
    {
        List<Change> changes = [];
        foreach (var row in Rows())
        {
            var fields = FieldsOf(row);
            object?[] now = [.. fields.Select(field => field.GetGetter().GetClrValue(row))];
            if (!_told.TryGetValue(row, out var before))
                changes.Add(new Change(row, Added(row), IsNew: true));
            else
                changes.AddRange(Differences(row, fields, before, now));
            _told[row] = now;
        }

        return changes;
    }

    // Which review a version came from is not stored of what is made up.
    private JsonNode Added(object row)
    {
        var added = AuditTrail.Added(db, row, 0, []);
        if (row is Verdict)
            added["fields"]!.AsObject().Remove(nameof(Verdict.ReviewId));
        return added;
    }

    private static IEnumerable<Change> Differences(object row, IProperty[] fields, object?[] before, object?[] now)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (!Equals(before[i], now[i]))
            {
                yield return new Change(
                    row,
                    AuditTrail.Changed(row.GetType().Name, 0, fields[i].Name, before[i]!, now[i]!),
                    IsNew: false
                );
            }
        }
    }

    private IProperty[] FieldsOf(object row) =>
        Audited.GetOrAdd(row.GetType(), type => [.. db.Model.FindEntityType(type)!.GetProperties().Where(AuditTrail.IsAudited)]);

    private IEnumerable<object> Rows() =>
        [
            claim,
            .. claim.Appearances,
            .. claim.Evidence,
            .. claim.Verdicts,
            .. claim.Verdicts.SelectMany(v => v.Authors),
            .. claim.Verdicts.SelectMany(v => v.Approvals),
            .. claim.Corrections,
            .. claim.Findings,
            .. claim.Rechecks,
            .. claim.Reviews,
            .. claim.Reviews.SelectMany(r => r.Tasks),
            .. claim.Reviews.SelectMany(r => r.Tasks).SelectMany(t => t.Decided),
        ];

    private sealed record Change(object Row, JsonNode Told, bool IsNew);

    private sealed record Event(string Action, string Who, DateTime At, List<Change> Changes);
}
