using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Bulk;
using ClaimTracker.Web.Data.Interceptors;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>
/// What happened to one made-up claim, as the desk's audit would tell it: what each event added and changed, noted when it
/// happened and given the rows' ids once they have them.
/// </summary>
internal sealed class SeedTrail(DeskDb db, Claim claim)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<object> _told = new(ReferenceEqualityComparer.Instance);
    private readonly List<Event> _events = [];
    private (string Name, object? Value)[] _shown = [];

    public Claim Claim => claim;

    /// <summary>Notes what has changed since the last event.</summary>
    public void Note(string action, string who, DateTime at)
    {
        var now = Fields();
        List<(object Row, JsonNode Told)> changes = [];
        for (var i = 0; i < _shown.Length; i++)
        {
            if (!Equals(_shown[i].Value, now[i].Value))
                changes.Add((claim, AuditTrail.Changed(nameof(Claim), 0, now[i].Name, _shown[i].Value!, now[i].Value!)));
        }

        changes.AddRange(Rows().Where(_told.Add).Select(row => (row, AuditTrail.Added(db, row, 0))));
        _shown = now;
        _events.Add(new Event(action, who, at, changes));
    }

    /// <summary>The entries, once the rows are stored.</summary>
    public IEnumerable<AuditEntry> Entries(BulkRows rows)
    {
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
            new Event("add article", article.AddedBy, article.AddedAt, [(article, AuditTrail.Added(db, article, 0))]),
            "",
            rows
        );

    private static AuditEntry Entry(string subject, int sequence, Event one, string previous, BulkRows rows)
    {
        foreach (var (row, node) in one.Changes)
            node["id"] = rows.IdOf(row).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var changes = new JsonArray([.. one.Changes.Select(change => change.Told)]).ToJsonString(Json);

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

    private (string Name, object? Value)[] Fields() =>
        [
            (nameof(Claim.Stage), claim.Stage),
            (nameof(Claim.Publication), claim.Publication),
            (nameof(Claim.Rating), claim.Rating),
            (nameof(Claim.VerdictVersion), claim.VerdictVersion),
            (nameof(Claim.DeclinedBecause), claim.DeclinedBecause),
            (nameof(Claim.LastVerifiedAt), claim.LastVerifiedAt),
            (nameof(Claim.UnderRecheck), claim.UnderRecheck),
        ];

    private IEnumerable<object> Rows() =>
        [
            claim,
            .. claim.Appearances,
            .. claim.Evidence,
            .. claim.Verdicts,
            .. claim.Verdicts.SelectMany(v => v.Approvals),
            .. claim.Corrections,
            .. claim.Findings,
            .. claim.Rechecks,
            .. claim.Reviews,
            .. claim.Reviews.SelectMany(r => r.Tasks),
            .. claim.Reviews.SelectMany(r => r.Tasks).SelectMany(t => t.Decided),
        ];

    private sealed record Event(string Action, string Who, DateTime At, List<(object Row, JsonNode Told)> Changes);
}
