using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>What rows of claims and articles hold is what their audit entries say that was written there last.</summary>
internal static class HistoryCheck
{
    private const int AtOnce = 200;

    /// <summary>What differs, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var types = db
            .Model.GetEntityTypes()
            .Where(type => !type.HasSharedClrType && type.ClrType.Assembly == typeof(Claim).Assembly)
            .ToDictionary(type => type.ClrType.Name);
        for (var last = ""; ; )
        {
            var after = last;
            var subjects = await db
                .AuditHeads.Where(h =>
                    (h.Subject.StartsWith("claim/") || h.Subject.StartsWith("article/")) && h.Subject.CompareTo(after) > 0
                )
                .OrderBy(h => h.Subject)
                .Take(AtOnce)
                .Select(h => h.Subject)
                .ToListAsync();
            if (subjects.Count == 0)
                yield break;
            last = subjects[^1];
            var told = await ToldAsync(db, subjects);
            foreach (var rows in told.GroupBy(row => row.Key.What).Where(rows => types.ContainsKey(rows.Key)))
            {
                await foreach (var why in CompareAsync(db, types[rows.Key], rows.ToDictionary(r => r.Key.Id, r => r.Value)))
                    yield return why;
            }
        }
    }

    // Of each row the value of each field as it was told last; of what is not told there was never any.
    private static async Task<Dictionary<(string What, long Id), Dictionary<string, string?>>> ToldAsync(
        DeskDb db,
        List<string> subjects
    )
    {
        Dictionary<(string What, long Id), Dictionary<string, string?>> told = [];
        await foreach (
            var entry in db
                .AuditEntries.AsNoTracking()
                .Where(e => subjects.Contains(e.Subject))
                .OrderBy(e => e.Subject)
                .ThenBy(e => e.Sequence)
                .AsAsyncEnumerable()
        )
        {
            foreach (var field in AuditedField.Of(entry).Value ?? [])
            {
                if (!long.TryParse(field.Id, CultureInfo.InvariantCulture, out var id))
                    continue;
                if (!told.TryGetValue((field.What, id), out var row))
                    told[(field.What, id)] = row = [];
                row[field.Name] = field.After;
            }
        }

        return told;
    }

    private static async IAsyncEnumerable<string> CompareAsync(
        DeskDb db,
        IEntityType type,
        Dictionary<long, Dictionary<string, string?>> told
    )
    {
        var table = type.GetTableName()!;
        StoredColumn[] columns =
        [
            .. RowColumn
                .Of(type)
                .Where(column => column.Property.IsPrimaryKey() || IsCompared(column.Property))
                .Select(column => new StoredColumn(column, db.IsPostgres)),
        ];
        var key = Array.FindIndex(columns, column => column.Property.IsPrimaryKey());
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText =
                $"SELECT {string.Join(", ", columns.Select(c => c.Read))} FROM \"{table}\" WHERE id IN ({string.Join(", ", told.Keys)})";
            await using var reader = await command.ExecuteReaderAsync();
            HashSet<long> there = [];
            while (await reader.ReadAsync())
            {
                var id = reader.GetInt64(key);
                there.Add(id);
                for (var i = 0; i < columns.Length; i++)
                {
                    if (i == key || columns[i].Value(reader, i) is not { } stored)
                        continue;
                    var expected = told[id].GetValueOrDefault(columns[i].Property.Name);
                    if (!IsSame(stored.Value, expected))
                        yield return $"history: {table} {id}: {columns[i].Name} holds {StoredColumn.Shown(Said(stored.Value))}, and its audit says that {StoredColumn.Shown(expected)} was written there last.";
                }
            }

            foreach (var gone in told.Where(row => !there.Contains(row.Key) && row.Value.Values.Any(value => value is not null)))
                yield return $"history: {table} {gone.Key} is gone, which its audit knows.";
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // When it is tried next is put off by statements over many claims, which nobody is told of.
    private static bool IsCompared(IProperty property) =>
        AuditTrail.IsAudited(property)
        && !(property.DeclaringType.ClrType == typeof(Claim) && property.Name == nameof(Claim.NextAttemptAt));

    private static bool IsSame(object? stored, string? told)
    {
        if (stored is null || told is null)
            return stored is null && told is null;
        if (stored is DateTime at)
        {
            return DateTime.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var then)
                && at.Ticks / TimeSpan.TicksPerMicrosecond == then.Ticks / TimeSpan.TicksPerMicrosecond;
        }

        var node = AuditTrail.Node(stored)!;
        return node.GetValueKind() == JsonValueKind.String
            ? Said(stored) == told
            : JsonNode.DeepEquals(node, JsonNode.Parse(told));
    }

    private static string? Said(object? stored) =>
        AuditTrail.Node(stored) switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            var node => node.ToJsonString(),
        };
}
