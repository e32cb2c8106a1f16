using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ClaimTracker.Benchmarks.Support;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Benchmarks.Desk.Signals;

/// <summary>
/// Sends one signal to one run of the program at a random moment, and starts the program again: it has to serve, and the database
/// to be whole.
/// </summary>
/// <param name="program">The path of the program.</param>
/// <param name="full">A database with claims in it, which nobody has open; each trial gets a copy.</param>
/// <param name="random">Chooses signals and moments.</param>
internal sealed class SignalTrial(string program, string full, Random random) : IDisposable
{
    // .NET has no name for SIGKILL, and takes its number.
    private const PosixSignal Kill = (PosixSignal)9;

    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("claimtracker-signals-");
    private readonly Dictionary<(string, bool), TimeSpan> _lengths = [];
    private readonly long _claims = Count(full);

    /// <summary>A start of the server.</summary>
    public static string Start { get; } = "start";

    /// <summary>Every verb that works on a database, with its arguments in a folder that holds an article and a backup.</summary>
    public static IReadOnlyDictionary<string, Func<string, string[]>> Verbs { get; } =
        new Dictionary<string, Func<string, string[]>>
        {
            ["migrate"] = _ => ["migrate"],
            ["user"] = _ => ["user", "add", "late", "--role", "editor", "--generate"],
            ["import"] = folder => ["import", Path.Combine(folder, "article.txt")],
            ["export"] = _ => ["export"],
            ["verify"] = _ => ["verify"],
            ["backup"] = folder => ["backup", Path.Combine(folder, "new-backup.db")],
            ["restore"] = folder => ["restore", Path.Combine(folder, "backup.db"), "--overwrite"],
        };

    /// <summary>One trial.</summary>
    /// <param name="what">A start, or a verb.</param>
    /// <param name="onFull">True on a copy of the full database, false in a folder without one.</param>
    /// <returns>Null where all is well; else what is not, with the signal and its moment.</returns>
    public async Task<string?> RunAsync(string what, bool onFull)
    {
        var signal = random.GetItems([PosixSignal.SIGTERM, PosixSignal.SIGINT, Kill], 1)[0];
        var moment = random.NextDouble() * await LengthAsync(what, onFull);
        var folder = Prepare(onFull);
        var port = FreePort.Find();
        using (var run = Run(what, folder, port))
        {
            await Task.Delay(moment);
            run.Signal(signal);
            if (await run.EndAsync() is null)
                return Wrong("it does not end");
        }

        using (var next = Run(Start, folder, port))
        {
            if (!await next.ServesAsync(port))
            {
                next.Dispose();
                return Wrong("the next start does not serve: " + await next.ErrorsAsync());
            }
        }

        var broken = Check(folder, what, onFull);
        Directory.Delete(folder, recursive: true);
        return broken is null ? null : Wrong(broken);

        string Wrong(string why) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} {(onFull ? "on a full database" : "in a new folder")}, {(signal == Kill ? "SIGKILL" : signal)} after {moment.TotalMilliseconds:0} ms: {why} ({folder})"
            );
    }

    public void Dispose() => _work.Delete(recursive: true);

    // Anywhere from the first instruction to a little after the end, or, of a server, after its first page.
    private async Task<TimeSpan> LengthAsync(string what, bool onFull)
    {
        if (_lengths.TryGetValue((what, onFull), out var known))
            return known;
        var (folder, port) = (Prepare(onFull), FreePort.Find());
        var watch = Stopwatch.StartNew();
        using (var run = Run(what, folder, port))
        {
            if (what == Start)
                await run.ServesAsync(port);
            else
                await run.EndAsync();
        }

        Directory.Delete(folder, recursive: true);
        return _lengths[(what, onFull)] = 1.1 * watch.Elapsed;
    }

    private ProgramRun Run(string what, string folder, int port) =>
        what == Start
            ? ProgramRun.Start(
                program,
                "--urls",
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                "--ConnectionStrings:ClaimTracker",
                $"Data Source={DatabaseIn(folder)}"
            )
            : ProgramRun.Start(program, [.. Verbs[what](folder), "--database", $"Data Source={DatabaseIn(folder)}"]);

    private string Prepare(bool onFull)
    {
        var folder = _work.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "article.txt"),
            "The harbour authority received 412 container ships in May. It expects 430 in June.\n"
        );
        File.Copy(full, Path.Combine(folder, "backup.db"));
        if (onFull)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(DatabaseIn(folder))!);
            File.Copy(full, DatabaseIn(folder));
        }

        return folder;
    }

    // All of a restore or nothing of it; an import adds what it adds; nothing else adds a claim or loses one.
    private string? Check(string folder, string what, bool onFull)
    {
        using var connection = Open(DatabaseIn(folder));
        if (Ask<string>(connection, "PRAGMA quick_check(1)") is not "ok" and var fault)
            return $"the database is not whole: {fault}";
        var left = Ask<long>(connection, "SELECT count(*) FROM claims");
        var before = onFull ? _claims : 0;
        if (left != before && !(what == "restore" && left == _claims) && !(what == "import" && left > before))
            return $"of {before} claims {left} are left";
        var backup = Path.Combine(folder, "new-backup.db");
        return File.Exists(backup) && Count(backup) != before ? "what has the name of the backup is none" : null;
    }

    private static string DatabaseIn(string folder) => Path.Combine(folder, "data", "desk.db");

    private static long Count(string file)
    {
        using var connection = Open(file);
        return Ask<long>(connection, "SELECT count(*) FROM claims");
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ConnectionString
        );
        connection.Open();
        return connection;
    }

    private static T Ask<T>(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return (T)command.ExecuteScalar()!;
    }
}
