using System.Data.Common;
using System.Text.RegularExpressions;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>
/// Tables, columns, keys, indexes, triggers and functions of a database as lines, the same whatever order they were made in.
/// </summary>
internal static partial class SchemaListing
{
    // Name of the table, then the line beneath it; what belongs to no table comes after all of them.
    private static readonly string[] Sqlite =
    [
        "SELECT name, '' FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'",
        """
            SELECT t.name, printf('column %s %s%s%s%s', c.name, c.type, iif(c."notnull", ' not null', ''), iif(c.dflt_value IS NULL, '', ' default ' || c.dflt_value),
                iif(c.pk > 0 AND t.sql LIKE '%AUTOINCREMENT%', ' autoincrement', ''))
            FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
            """,
        """
            SELECT t.name, printf('key (%s)', (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)))
            FROM sqlite_master t WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%'
            """,
        """
            SELECT t.name, printf('foreign key (%s) to %s (%s) on delete %s', group_concat(f."from", ', '), f."table", group_concat(f."to", ', '), lower(f.on_delete))
            FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' GROUP BY t.name, f.id
            """,
        "SELECT tbl_name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
    ];

    private static readonly string[] Postgres =
    [
        "SELECT relname, '' FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace",
        """
            SELECT c.relname, concat_ws(' ', 'column', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
                CASE a.attidentity WHEN 'd' THEN 'identity by default' WHEN 'a' THEN 'identity always' END, 'default ' || pg_get_expr(d.adbin, d.adrelid))
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
            """,
        """
            SELECT c.relname, concat(CASE k.contype WHEN 'f' THEN '' ELSE k.conname || ' ' END, pg_get_constraintdef(k.oid)) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE c.relnamespace = 'public'::regnamespace AND k.contype <> 'n'
            """,
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        """
            SELECT c.relname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
            """,
        "SELECT '~', pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'",
        "SELECT '~', 'extension ' || extname FROM pg_extension",
    ];

    public static async Task<string> OfAsync(DeskDb db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        SortedSet<(string Table, string Line)> lines = new(
            Comparer<(string Table, string Line)>.Create(
                (a, b) =>
                    string.CompareOrdinal(a.Table, b.Table) is var order and not 0 ? order : string.CompareOrdinal(a.Line, b.Line)
            )
        );
        foreach (var query in db.IsPostgres ? Postgres : Sqlite)
            await ReadAsync(connection, query, lines);
        return string.Concat(
                lines
                    .Where(line => !IsOfTools(line.Table))
                    .Select(line =>
                        line.Line.Length == 0 ? $"\n{line.Table}\n" : $"{(line.Table == "~" ? "\n" : "    ")}{line.Line}\n"
                    )
            )
            .TrimStart('\n');
    }

    // EF's own notes, SQLite's counters, and the tables in which FTS5 keeps what it was given.
    private static bool IsOfTools(string table) =>
        table.StartsWith("__EF", StringComparison.Ordinal)
        || table.StartsWith("sqlite_", StringComparison.Ordinal)
        || table.StartsWith("claim_search_", StringComparison.Ordinal);

    private static async Task ReadAsync(DbConnection connection, string query, SortedSet<(string Table, string Line)> lines)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add((reader.GetString(0), Blanks().Replace(reader.GetString(1), " ").Trim()));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
