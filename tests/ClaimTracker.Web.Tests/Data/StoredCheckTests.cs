using System.Data.Common;
using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Rows;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>
/// Walks the model: a row of each table, each of its columns damaged in turn in each way that the database lets happen, and the
/// check of stored values names it.
/// </summary>
public sealed class StoredCheckTests(ITestOutputHelper output)
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Each_damaged_column_of_the_model_is_named_with_table_and_row(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var apart = await desk.QueryAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await LiftGuardsAsync(db);
            var types = StoredCheck.TablesOf(db.Model).ToList();
            foreach (var type in types)
                await RunAsync(db, $"DELETE FROM \"{type.GetTableName()}\"");
            foreach (var type in types)
                await InsertAsync(db, type);
            Assert.Equal([], await StoredCheck.RunAsync(db).ToListAsync());
            List<string> apart = [];
            foreach (var type in types)
            {
                foreach (var column in RowColumn.Of(type))
                    apart.AddRange(await DamageAsync(db, type, column));
            }

            return apart;
        });

        // What no damage is known of, or the database refuses, is told apart; SQLite lets anything happen but what a key or a
        // constraint holds.
        foreach (var one in apart)
            output.WriteLine(one);
        if (kind == DatabaseKind.Sqlite)
            Assert.Equal(["appearances.start: the database refuses it", "task_tallies.id: the database refuses it"], apart);
        Assert.All(apart, one => Assert.Matches(": (yes or no|bytes|any text|the database refuses it)$", one));
    }

    // The damages of a column that the database takes; where it takes none, that is said.
    private static async Task<IEnumerable<string>> DamageAsync(DeskDb db, IEntityType type, RowColumn column)
    {
        var (table, name) = (type.GetTableName()!, column.Name.Trim('"'));
        var (taken, refused) = (0, 0);
        foreach (var damage in DamagesOf(column, db.IsPostgres))
        {
            try
            {
                await RunAsync(db, $"UPDATE \"{table}\" SET {column.Name} = {damage}");
            }
            catch (DbException)
            {
                refused++;
                continue;
            }

            var found = await StoredCheck.RunAsync(db, type).ToListAsync();
            Assert.True(
                found.Exists(one =>
                    one.StartsWith($"row: {table} ", StringComparison.Ordinal)
                    && one.Contains($": {name} ", StringComparison.Ordinal)
                ),
                $"{table}.{name} = {damage}: {string.Join(" / ", found)}"
            );
            Assert.True(
                column.Property.IsPrimaryKey() || found.TrueForAll(one => one.Contains(KeyOf(type), StringComparison.Ordinal)),
                $"{table}.{name} = {damage}: {string.Join(" / ", found)}"
            );
            taken++;
            await RunAsync(db, $"UPDATE \"{table}\" SET {column.Name} = @p0", column.ToStore(Sound(column.Property)));
        }

        return taken > 0 ? [] : [$"{table}.{name}: {(refused > 0 ? "the database refuses it" : AnyValue(column))}"];
    }

    private static string AnyValue(RowColumn column) =>
        Type(column) == typeof(bool) ? "yes or no"
        : Type(column) == typeof(byte[]) ? "bytes"
        : Type(column) == typeof(string) ? "any text"
        : $"no damage is known of {Type(column).Name}";

    internal static IEnumerable<string> DamagesOf(RowColumn column, bool isPostgres)
    {
        var (type, property) = (Type(column), column.Property);
        var isText = column.Mapping.Converter is null && type == typeof(string);
        if (!isPostgres)
            yield return type == typeof(byte[]) ? "'bytes'" : "X'FF00'";
        if (!property.IsNullable)
            yield return "NULL";
        if (type == typeof(bool) && !isPostgres)
            yield return "7";
        if (type.IsEnum)
        {
            yield return "'Nowhere'";
            yield return "'7'";
            yield return $"'{Enum.GetNames(type)[0].ToLowerInvariant()}'";
        }
        else if (column.Mapping.Converter?.ProviderClrType == typeof(string))
        {
            yield return "'no json'";
            yield return "'null'";
        }
        else if (type == typeof(List<string>))
        {
            yield return "ARRAY[NULL]::text[]";
        }

        if ((type == typeof(int) || type == typeof(long)) && property.DeclaringType.ClrType != typeof(TaskTally))
            yield return "-1";
        if (type == typeof(int) && property.DeclaringType.ClrType == typeof(TaskTally) && !isPostgres)
            yield return "'many'";
        if (type == typeof(double))
            yield return isPostgres ? "'NaN'" : "9e999";
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly))
        {
            yield return type == typeof(DateOnly) ? "'0001-01-01'"
            : isPostgres ? "'0001-01-01 00:00:00+00'"
            : "'0001-01-01 00:00:00'";
            yield return "'infinity'";
            yield return "'9999-12-30'";
        }

        if (type == typeof(TimeSpan))
            yield return isPostgres ? "interval '-1 day'" : "'-1.00:00:00'";
        if (type == typeof(TimeSpan) && isPostgres)
            yield return "interval '2 months'";
        if (isText && property.GetMaxLength() is { } most)
            yield return $"'{new string('x', most + 1)}'";
    }

    private static async Task InsertAsync(DeskDb db, IEntityType type)
    {
        var columns = RowColumn.Of(type);
        await RunAsync(
            db,
            $"INSERT INTO \"{type.GetTableName()}\" ({RowColumn.List(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})",
            [.. columns.Select(column => column.ToStore(Sound(column.Property)))]
        );
    }

    private static string KeyOf(IEntityType type) =>
        type.FindPrimaryKey()!.Properties[0].ClrType == typeof(string) ? "“x”" : " 999";

    // What the program could have written there.
    private static object Sound(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var at = new DateTime(2026, 5, 4, 9, 0, 0, DateTimeKind.Utc);
        return type.IsEnum ? Enum.GetValues(type).GetValue(0)!
            : type == typeof(string) ? "x"
            : type == typeof(bool) ? true
            : type == typeof(long) ? (property.IsPrimaryKey() ? 999L : 2L)
            : type == typeof(int)
                ? (
                    property.IsPrimaryKey() ? 999
                    : property.Name == nameof(Appearance.End) ? 3
                    : 2
                )
            : type == typeof(double) ? 0.5
            : type == typeof(DateTime) ? at
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(at)
            : type == typeof(DateOnly) ? DateOnly.FromDateTime(at)
            : type == typeof(TimeSpan) ? TimeSpan.FromDays(1)
            : type == typeof(byte[]) ? (byte[])[1]
            : type == typeof(List<string>) ? new List<string> { "ada" }
            : Activator.CreateInstance(type)!;
    }

    private static Type Type(RowColumn column) => Nullable.GetUnderlyingType(column.Property.ClrType) ?? column.Property.ClrType;

    internal static async Task LiftGuardsAsync(DeskDb db)
    {
        if (db.IsPostgres)
        {
            await RunAsync(db, "SET session_replication_role = replica");
            return;
        }

        await RunAsync(db, "PRAGMA foreign_keys = OFF");
        foreach (
            var trigger in await db
                .Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'")
                .ToListAsync()
        )
        {
            await RunAsync(db, $"DROP TRIGGER {trigger}");
        }
    }

    internal static async Task RunAsync(DeskDb db, string statement, params object?[] values)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        foreach (var (i, value) in values.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (
                string.Create(CultureInfo.InvariantCulture, $"p{i}"),
                value ?? DBNull.Value
            );
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
