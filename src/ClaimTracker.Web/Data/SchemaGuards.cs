using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data;

/// <summary>
/// Whether what the repeatable scripts make is in the database: on SQLite each trigger with its text; on PostgreSQL each function
/// with its text, and each trigger on its table, calling its function and not switched off; on both the tables of the search.
/// </summary>
internal static partial class SchemaGuards
{
    /// <summary>What a database has.</summary>
    public static async Task<IReadOnlySet<string>> HeldAsync(DeskDb db, CancellationToken cancel) =>
        (await db.Database.SqlQueryRaw<string>(db.IsPostgres ? OnPostgres : OnSqlite).ToListAsync(cancel)).ToHashSet(
            StringComparer.Ordinal
        );

    /// <summary>What of that lacks of what a script makes, in words.</summary>
    public static IEnumerable<string> Missing(IReadOnlySet<string> held, string script, bool isPostgres) =>
        MadeBy(script, isPostgres).Where(made => !held.Contains(made.Is)).Select(made => made.Name);

    private const string OnSqlite = """
        SELECT CASE type WHEN 'trigger' THEN sql ELSE 'table ' || name END AS "Value" FROM sqlite_master
        WHERE type IN ('trigger', 'table')
        """;

    private const string OnPostgres = """
        SELECT 'trigger ' || t.tgname || ' on ' || c.relname || ' calls ' || p.proname AS "Value"
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid)
        UNION ALL
        SELECT 'function ' || p.proname || ' ' || p.prosrc FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE l.lanname IN ('sql', 'plpgsql') AND pg_function_is_visible(p.oid)
        UNION ALL
        SELECT 'table ' || c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND pg_table_is_visible(c.oid)
        """;

    private static IEnumerable<(string Name, string Is)> MadeBy(string script, bool isPostgres)
    {
        foreach (Match table in Table().Matches(script))
            yield return Same($"table {table.Groups[1].Value}");
        if (!isPostgres)
        {
            foreach (Match trigger in SqliteTrigger().Matches(script))
                yield return ($"trigger {trigger.Groups[1].Value}", trigger.Value);
            yield break;
        }

        foreach (Match function in PostgresFunction().Matches(script))
        {
            yield return (
                $"function {function.Groups[1].Value}",
                $"function {function.Groups[1].Value} {function.Groups[2].Value}"
            );
        }

        foreach (Match trigger in PostgresTrigger().Matches(script))
        {
            yield return (
                $"trigger {trigger.Groups[1].Value}",
                $"trigger {trigger.Groups[1].Value} on {trigger.Groups[2].Value} calls {trigger.Groups[3].Value}"
            );
        }
    }

    private static (string Name, string Is) Same(string text) => (text, text);

    [GeneratedRegex(@"^CREATE (?:VIRTUAL )?TABLE (\w+)[ (]", RegexOptions.Multiline, RegexLimit.Milliseconds)]
    private static partial Regex Table();

    [GeneratedRegex(@"^CREATE TRIGGER (\w+)[\s\S]*?\bEND(?=;)", RegexOptions.Multiline, RegexLimit.Milliseconds)]
    private static partial Regex SqliteTrigger();

    [GeneratedRegex(
        @"^CREATE OR REPLACE FUNCTION (\w+)\([^$]*\$\$([\s\S]*?)\$\$",
        RegexOptions.Multiline,
        RegexLimit.Milliseconds
    )]
    private static partial Regex PostgresFunction();

    [GeneratedRegex(
        @"^CREATE OR REPLACE TRIGGER (\w+)[\s\S]*?\bON (\w+)[\s\S]*?EXECUTE FUNCTION (\w+)\(",
        RegexOptions.Multiline,
        RegexLimit.Milliseconds
    )]
    private static partial Regex PostgresTrigger();
}
