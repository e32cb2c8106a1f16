using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Data.Interceptors;

/// <summary>Writes, for each change, who made it, what, when, before and after: one entry a subject a transaction.</summary>
internal static class AuditTrail
{
    // The state is the engine's own note of where it is, and its steps are stored one by one; the text of an article is held by
    // its hash.
    private static readonly HashSet<string> NotAudited =
    [
        "Revision",
        "State",
        "Text",
        "LeasedAt",
        "LeaseUntil",
        "QueueOrder",
        "DueOrder",
        "ClaimStage",
        "ArchiveDueAt",
        "ArchiveAttempts",
        "ArchiveErrors",
        "ArchiveFailure",
        "LooksAskedAt",
        "RecheckDueAt",
        "RecheckBecause",
        "PasswordHash",
        "SecurityStamp",
        "ConcurrencyStamp",
        "NoticesSeenId",
    ];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is about to change. Call it before the save, when the values before are still known.</summary>
    public static List<Change> Collect(ChangeTracker tracker)
    {
        List<Change> changes = [];
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || !IsAudited(entry.Entity))
                continue;
            var fields = entry.Entity is IdentityUserRole<string> ? PersonChanges.FieldsOfRole(entry) : Fields(entry);
            if (entry.Entity is Person)
                PersonChanges.AddPassword(entry, fields);
            if (fields.Count > 0)
                changes.Add(new Change(entry, entry.State, fields));
        }

        return changes;
    }

    /// <summary>Adds an entry for each subject to the end of its chain.</summary>
    public static async Task AppendAsync(DeskDb db, List<Change> changes, Acting acting, CancellationToken cancel)
    {
        var now = acting.Now;
        foreach (
            var subject in changes
                .GroupBy(change => SubjectOf(db, change.Entry.Entity))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            // What was added just now has no chain yet, and no other transaction can see it: nothing to look up and nobody to
            // keep out.
            var isNew = subject.Any(change => change.State == EntityState.Added && change.Entry.Entity is Claim or Article);
            var (last, hash) = isNew ? (0, "") : await db.EndOfChainAsync(subject.Key, cancel);
            var what = new JsonArray([.. subject.Select(change => change.ToJson())]);
            var action = acting.Action ?? string.Join(", ", subject.Select(change => change.Verb).Distinct());
            db.AuditEntries.Add(new AuditEntry(subject.Key, last + 1, now, acting.Name, action, what.ToJsonString(Json), hash));
        }
    }

    /// <summary>
    /// The first entry of a subject whose rows are written in bulk: what <see cref="AppendAsync"/> would have written.
    /// </summary>
    public static AuditEntry First(
        DeskDb db,
        Acting acting,
        string subject,
        string action,
        IEnumerable<(object Row, long Id)> added
    ) => Next(acting, subject, null, [.. added.Select(one => Added(db, one.Row, one.Id))], action);

    /// <summary>The entry after <paramref name="last"/> of a subject whose rows are written in bulk.</summary>
    public static AuditEntry Next(Acting acting, string subject, AuditHead? last, JsonNode[] changes, string? action = null) =>
        new(
            subject,
            (last?.Sequence ?? 0) + 1,
            acting.Now,
            acting.Name,
            action ?? acting.Action!,
            new JsonArray(changes).ToJsonString(Json),
            last?.Hash ?? ""
        );

    /// <summary>A row that is added in bulk, as an entry tells it.</summary>
    public static JsonNode Added(DeskDb db, object row, long id) =>
        Row(
            row.GetType().Name,
            id,
            db.Model.FindEntityType(row.GetType())!
                .GetProperties()
                .Where(IsAudited)
                .Select(property => (property.Name, (object?)null, property.GetGetter().GetClrValue(row)))
                .Where(field => field.Item3 is not null)
        );

    /// <summary>One field of a row that is changed in bulk, as an entry tells it.</summary>
    public static JsonNode Changed(string what, long id, string field, object before, object after) =>
        Row(what, id, [(field, before, after)]);

    private static JsonObject Row(string what, long id, IEnumerable<(string Name, object? Before, object? After)> fields) =>
        new()
        {
            ["what"] = what,
            ["id"] = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["fields"] = new JsonObject(
                fields.Select(field =>
                    KeyValuePair.Create<string, JsonNode?>(field.Name, new JsonArray(Node(field.Before), Node(field.After)))
                )
            ),
        };

    // Of a site, what people did; who asks it just now is nobody's decision.
    private static readonly HashSet<string> OfSites =
    [
        nameof(LookHost.StoppedAt),
        nameof(LookHost.StoppedBy),
        nameof(LookHost.StoppedBecause),
        nameof(LookHost.AllAskedAt),
        nameof(LookHost.AllAskedBy),
    ];

    /// <summary>True where entries tell of the field.</summary>
    internal static bool IsAudited(IProperty property) =>
        (property.DeclaringType.ClrType != typeof(LookHost) || OfSites.Contains(property.Name))
        && !property.IsKey()
        && !property.IsForeignKey()
        && !property.IsShadowProperty()
        && !NotAudited.Contains(property.Name);

    internal static bool IsAudited(object entity) =>
        entity
            is Claim
                or Appearance
                or Evidence
                or Verdict
                or VerdictAuthor
                or Approval
                or Correction
                or Suspension
                or Review
                or ReviewTask
                or TaskDecision
                or Recheck
                or Finding
                or KeptPage
                or Article
                or Outlet
                or Person
                or IdentityUserRole<string>
                or WorkflowVersion
                or LookHost;

    internal static string SubjectOf(DeskDb db, object entity) =>
        entity switch
        {
            Claim claim => $"claim/{claim.Id}",
            Appearance appearance => $"claim/{appearance.ClaimId}",
            Evidence evidence => $"claim/{evidence.ClaimId}",
            Verdict verdict => $"claim/{verdict.ClaimId}",
            VerdictAuthor author => $"claim/{db.Verdicts.Local.First(v => v.Id == author.VerdictId).ClaimId}",
            Approval approval => $"claim/{db.Verdicts.Local.First(v => v.Id == approval.VerdictId).ClaimId}",
            Correction correction => $"claim/{correction.ClaimId}",
            Suspension suspension => $"claim/{suspension.ClaimId}",
            Review review => $"claim/{review.ClaimId}",
            ReviewTask task => $"claim/{task.ClaimId}",
            TaskDecision decision => $"claim/{db.Tasks.Local.First(t => t.Id == decision.TaskId).ClaimId}",
            Recheck recheck => $"claim/{recheck.ClaimId}",
            Finding finding => $"claim/{finding.ClaimId}",
            KeptPage kept => $"claim/{kept.ClaimId}",
            Article article => $"article/{article.Id}",
            Outlet outlet => $"outlet/{outlet.Name}",
            Person person => $"person/{person.UserName}",
            IdentityUserRole<string> held => $"person/{PersonChanges.NameOf(db, held)}",
            LookHost site => $"site/{site.Name}",
            WorkflowVersion version => $"workflow/{version.DefinitionId}",
            _ => throw new InvalidOperationException($"{entity.GetType().Name} has no audit subject."),
        };

    private static JsonObject Fields(EntityEntry entry)
    {
        var fields = new JsonObject();
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (!IsAudited(property.Metadata))
                continue;
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (!Equals(before, after) && (entry.State != EntityState.Modified || property.IsModified))
                fields[name] = new JsonArray(Node(before), Node(after));
        }

        return fields;
    }

    /// <summary>A value as an entry tells it.</summary>
    internal static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            Enum symbol => JsonValue.Create(symbol.ToString()),
            _ => JsonSerializer.SerializeToNode(value, Json),
        };

    /// <summary>One changed row.</summary>
    internal sealed record Change(EntityEntry Entry, EntityState State, JsonObject Fields)
    {
        private string Name => Entry.Entity is IdentityUserRole<string> ? "Role" : Entry.Metadata.ClrType.Name;

        public string Verb =>
            State switch
            {
                EntityState.Modified when Entry.Entity is Person && PersonChanges.VerbOf(Fields) is { } verb => verb,
                EntityState.Added => $"add {Name}",
                EntityState.Deleted => $"delete {Name}",
                _ => $"change {Name}",
            };

        public JsonNode ToJson() =>
            new JsonObject
            {
                ["what"] = Name,
                ["id"] = Entry.Metadata.FindPrimaryKey()!.Properties[0] is var key
                    ? Entry.Property(key.Name).CurrentValue?.ToString()
                    : null,
                ["fields"] = Fields.DeepClone(),
            };
    }
}
