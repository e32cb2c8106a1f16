using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>
/// What rows hold, and which row belongs to which, is what their audit entries say that was written there last; and there is no
/// row of which none tells.
/// </summary>
internal static class HistoryCheck
{
    private const int AtOnce = 200;

    // Each key is a parameter of the statement, of which SQLite takes some thirty thousand.
    private const int MostRows = 10_000;
    private const string Role = "Role";

    /// <summary>What differs, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var types = db
            .Model.GetEntityTypes()
            .Where(type => !type.HasSharedClrType && AuditTrail.IsAudited(type.ClrType))
            .ToDictionary(type => type.ClrType.Name);
        for (var last = ""; ; )
        {
            var after = last;
            var subjects = await db
                .AuditHeads.Where(h => h.Subject.CompareTo(after) > 0)
                .OrderBy(h => h.Subject)
                .Take(AtOnce)
                .Select(h => h.Subject)
                .ToListAsync();
            if (subjects.Count == 0)
                yield break;
            last = subjects[^1];
            var told = await ToldAsync(db, subjects);
            foreach (var rows in told.Rows.GroupBy(row => row.Key.What).Where(rows => types.ContainsKey(rows.Key)))
            {
                foreach (var some in rows.Chunk(MostRows))
                {
                    await foreach (var why in CompareAsync(db, types[rows.Key], some.ToDictionary(r => r.Key.Id, r => r.Value)))
                        yield return why;
                }
            }

            var claims = subjects.Select(ClaimOf).OfType<long>().ToList();
            foreach (var type in types.Values)
            {
                foreach (var id in await UntoldAsync(db, type, claims, told))
                    yield return $"history: {type.GetTableName()} {id}: no audit entry tells of it.";
            }

            await foreach (var why in CompareGroundAsync(db, claims, told))
                yield return why;
            await foreach (var why in CompareRolesAsync(db, subjects, told))
                yield return why;
        }
    }

    // Of each row the value of each field as it was told last; of what is not told there was never any.
    private static async Task<Told> ToldAsync(DeskDb db, List<string> subjects)
    {
        var told = new Told([], [], []);
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
                if (field.Id is not { } id)
                    continue;
                if (field.What == AuditTrail.Ground)
                {
                    told.Ground.Remove((id, field.Before ?? ""));
                    if (field.After is { } evidence)
                        told.Ground.Add((id, evidence));
                    continue;
                }

                if (field is { What: Role, Name: Role })
                {
                    told.Roles.Remove((id, field.Before ?? ""));
                    if (field.After is { } role)
                        told.Roles.Add((id, role));
                    continue;
                }

                if (!told.Rows.TryGetValue((field.What, id), out var row))
                    told.Rows[(field.What, id)] = row = [];
                row[field.Name] = field.After;
            }
        }

        return told;
    }

    private static async IAsyncEnumerable<string> CompareAsync(
        DeskDb db,
        IEntityType type,
        Dictionary<string, Dictionary<string, string?>> told
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
        var isNumber = columns[key].Property.ClrType == typeof(long);
        HashSet<string> there = [];
        List<string> ids = isNumber
            ? [.. told.Keys.Where(id => long.TryParse(id, CultureInfo.InvariantCulture, out _))]
            : [.. told.Keys];
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            foreach (var (i, id) in ids.Index())
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (
                    $"@k{i}",
                    isNumber ? long.Parse(id, CultureInfo.InvariantCulture) : id
                );
                command.Parameters.Add(parameter);
            }

            command.CommandText =
                $"SELECT {string.Join(", ", columns.Select(c => c.Read))} FROM \"{table}\" WHERE \"{columns[key].Name}\" IN ({string.Join(", ", ids.Select((_, i) => $"@k{i}"))})";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var id = Convert.ToString(reader.GetValue(key), CultureInfo.InvariantCulture)!;
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
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        foreach (var gone in told.Where(row => !there.Contains(row.Key) && row.Value.Values.Any(value => value is not null)))
            yield return $"history: {table} {gone.Key} is gone, which its audit knows.";
    }

    // Rows that hang on the claims, by themselves or by a verdict or task, of which their history tells nothing.
    private static async Task<List<long>> UntoldAsync(DeskDb db, IEntityType type, List<long> claims, Told told)
    {
        var of =
            Column("ClaimId") is { } claim ? $"{claim} IN ({string.Join(", ", claims)})"
            : Column("VerdictId") is { } verdict ? Through(verdict, "verdicts")
            : Column("TaskId") is { } task ? Through(task, "tasks")
            : null;
        if (of is null || claims.Count == 0)
            return [];
        var name = type.ClrType.Name;
        var rows = $"SELECT id AS \"Value\" FROM \"{type.GetTableName()}\" WHERE {of} ORDER BY id";
        var there = await db.Database.SqlQueryRaw<long>(rows).ToListAsync();
        return there.FindAll(id => !told.Rows.ContainsKey((name, id.ToString(CultureInfo.InvariantCulture))));

        string? Column(string property) =>
            Array
                .Find(RowColumn.Of(type), column => column.Property.Name == property && AuditTrail.IsLink(column.Property))
                ?.Name;

        string Through(string column, string owner) =>
            $"{column} IN (SELECT id FROM {owner} WHERE claim_id IN ({string.Join(", ", claims)}))";
    }

    private static async IAsyncEnumerable<string> CompareGroundAsync(DeskDb db, List<long> claims, Told told)
    {
        var there = (
            await db
                .Verdicts.Where(v => claims.Contains(v.ClaimId))
                .SelectMany(v => v.Evidence, (v, e) => new { Verdict = v.Id, Evidence = e.Id })
                .ToListAsync()
        )
            .Select(row => (FormattableString.Invariant($"{row.Verdict}"), FormattableString.Invariant($"{row.Evidence}")))
            .ToHashSet();
        foreach (var (verdict, evidence) in there.Except(told.Ground).Order())
            yield return $"history: verdict {verdict} stands on evidence {evidence}, of which no audit entry tells.";
        foreach (var (verdict, evidence) in told.Ground.Except(there).Order())
            yield return $"history: verdict {verdict} stands no more on evidence {evidence}, on which its audit says that it does.";
    }

    private static async IAsyncEnumerable<string> CompareRolesAsync(DeskDb db, List<string> subjects, Told told)
    {
        var names = subjects
            .Where(subject => subject.StartsWith("person/", StringComparison.Ordinal))
            .Select(subject => subject["person/".Length..])
            .ToList();
        var people = await db.Users.Where(p => names.Contains(p.UserName!)).ToDictionaryAsync(p => p.Id, p => p.UserName);
        var ids = people.Keys.ToList();
        var there = (
            await db
                .UserRoles.Where(held => ids.Contains(held.UserId))
                .Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => new { held.UserId, role.Name })
                .ToListAsync()
        )
            .Select(held => (held.UserId, held.Name!))
            .ToHashSet();
        foreach (var (person, role) in there.Except(told.Roles).Order())
            yield return $"history: person {people[person]} has the role {role}, which no audit entry says was given.";
        foreach (var (person, role) in told.Roles.Except(there).Where(held => people.ContainsKey(held.Item1)).Order())
            yield return $"history: person {people[person]} has no longer the role {role}, which no audit entry says was taken.";
    }

    private static long? ClaimOf(string subject) =>
        subject.StartsWith("claim/", StringComparison.Ordinal)
        && long.TryParse(subject["claim/".Length..], CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    // When it is tried next is put off by statements over many claims, which nobody is told of.
    private static bool IsCompared(IProperty property) =>
        (AuditTrail.IsAudited(property) || AuditTrail.IsLink(property))
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

    /// <summary>What entries tell of some subjects.</summary>
    /// <param name="Rows">By kind of row and key, each field as it was told last.</param>
    /// <param name="Ground">The verdicts and the evidence that they stand on.</param>
    /// <param name="Roles">The people, by key, and the roles that they hold.</param>
    private sealed record Told(
        Dictionary<(string What, string Id), Dictionary<string, string?>> Rows,
        HashSet<(string Verdict, string Evidence)> Ground,
        HashSet<(string Person, string Role)> Roles
    );
}
