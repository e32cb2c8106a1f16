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

    private static readonly HashSet<Type> Audited =
    [
        typeof(Claim),
        typeof(Appearance),
        typeof(Evidence),
        typeof(Verdict),
        typeof(VerdictAuthor),
        typeof(Approval),
        typeof(Correction),
        typeof(Suspension),
        typeof(Review),
        typeof(ReviewTask),
        typeof(TaskDecision),
        typeof(Recheck),
        typeof(Finding),
        typeof(KeptPage),
        typeof(Article),
        typeof(Outlet),
        typeof(Person),
        typeof(IdentityUserRole<string>),
        typeof(WorkflowVersion),
        typeof(LookHost),
        typeof(Dictionary<string, object>),
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
            if (entry.Entity is Dictionary<string, object>)
            {
                changes.Add(new Change(entry, entry.State, [], []));
                continue;
            }

            var fields = entry.Entity is IdentityUserRole<string> ? PersonChanges.FieldsOfRole(entry) : Fields(entry);
            if (entry.Entity is Person)
                PersonChanges.AddPassword(entry, fields);
            var links = Links(entry);
            if (fields.Count + links.Count > 0)
                changes.Add(new Change(entry, entry.State, fields, links));
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
        IEnumerable<(object Row, long Id, IEnumerable<(string Name, object? To)> Links)> added
    ) => Next(acting, subject, null, [.. added.Select(one => Added(db, one.Row, one.Id, one.Links))], action);

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

    /// <summary>A row that is added in bulk, as an entry tells it, with the rows that it belongs to.</summary>
    public static JsonNode Added(DeskDb db, object row, long id, IEnumerable<(string Name, object? To)> links) =>
        Row(
            row.GetType().Name,
            id,
            db.Model.FindEntityType(row.GetType())!
                .GetProperties()
                .Where(IsAudited)
                .Select(property => (property.Name, (object?)null, property.GetGetter().GetClrValue(row)))
                .Concat(links.Select(link => (link.Name, (object?)null, link.To)))
                .Where(field => field.Item3 is not null)
        );

    /// <summary>What a verdict stands on: a row of keys alone.</summary>
    internal const string Ground = "VerdictEvidence";

    /// <summary>That a verdict stands on a piece of evidence, or does no more, as an entry tells it.</summary>
    public static JsonNode StandsOn(object? verdict, object? evidence, bool isSo)
    {
        object? before = isSo ? null : evidence;
        return new JsonObject
        {
            ["what"] = Ground,
            ["id"] = verdict?.ToString(),
            ["fields"] = new JsonObject { ["EvidenceId"] = new JsonArray(Node(before), Node(isSo ? evidence : null)) },
        };
    }

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

    /// <summary>
    /// True where entries tell of the key of another row, which a row belongs to or leads to. People are not shown it: it is what
    /// is held against the rows.
    /// </summary>
    internal static bool IsLink(IProperty property) =>
        property.IsForeignKey() && !property.IsKey() && !property.IsShadowProperty();

    internal static bool IsAudited(object entity) => IsAudited(entity.GetType());

    /// <summary>True where entries tell of the rows of that type.</summary>
    internal static bool IsAudited(Type type) => Audited.Contains(type);

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
            Dictionary<string, object> ground =>
                $"claim/{db.Verdicts.Local.First(v => v.Id == (long)ground["VerdictId"]).ClaimId}",
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

    // The keys of other rows that are another now, each with what it was; what it is they have once rows have theirs.
    private static List<(string Name, object? Before)> Links(EntityEntry entry) =>
        [
            .. entry
                .Properties.Where(property => IsLink(property.Metadata))
                .Where(property =>
                    entry.State != EntityState.Modified
                    || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue))
                )
                .Select(property => (property.Metadata.Name, entry.State == EntityState.Added ? null : property.OriginalValue)),
        ];

    /// <summary>A value as an entry tells it.</summary>
    internal static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            Enum symbol => JsonValue.Create(symbol.ToString()),
            _ => JsonSerializer.SerializeToNode(value, Json),
        };

    /// <summary>One changed row.</summary>
    internal sealed record Change(
        EntityEntry Entry,
        EntityState State,
        JsonObject Fields,
        IReadOnlyList<(string Name, object? Before)> Links
    )
    {
        private string Name =>
            Entry.Entity switch
            {
                IdentityUserRole<string> => "Role",
                Dictionary<string, object> => Ground,
                _ => Entry.Metadata.ClrType.Name,
            };

        public string Verb =>
            State switch
            {
                EntityState.Modified when Entry.Entity is Person && PersonChanges.VerbOf(Fields) is { } verb => verb,
                EntityState.Added => $"add {Name}",
                EntityState.Deleted => $"delete {Name}",
                _ => $"change {Name}",
            };

        public JsonNode ToJson() =>
            Entry.Entity is Dictionary<string, object>
                ? StandsOn(Key("VerdictId"), Key("EvidenceId"), State == EntityState.Added)
                : new JsonObject
                {
                    ["what"] = Name,
                    ["id"] = Key(Entry.Metadata.FindPrimaryKey()!.Properties[0].Name)?.ToString(),
                    ["fields"] = WithLinks(),
                };

        private object? Key(string name) => Entry.Property(name).CurrentValue;

        private JsonObject WithLinks()
        {
            var fields = Fields.DeepClone().AsObject();
            foreach (var (name, before) in Links)
            {
                var after = State == EntityState.Deleted ? null : Entry.Property(name).CurrentValue;
                if (!Equals(before, after))
                    fields[name] = new JsonArray(Node(before), Node(after));
            }

            return fields;
        }
    }
}
