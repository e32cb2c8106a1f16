using System.Text;
using System.Xml.Linq;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Commands;

/// <summary><c>backup</c> and <c>restore</c>: what a copy holds, who may read it, and what becomes of what it replaces.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimtracker-backup-");

    private string Backup => Path.Combine(_folder.FullName, "backup.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Restore_refuses_while_a_server_has_the_file()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await desk.Database.RunAsync("backup", Backup)).Code);
        await desk.AddClaimAsync("The port handles 90 ships a week.");

        var refused = await desk.Database.RunAsync("restore", Backup, "--overwrite");

        Assert.Equal(2, refused.Code);
        Assert.Contains("a server or another verb has this database", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, await desk.QueryAsync(db => db.Claims.CountAsync()));
    }

    [Fact]
    public async Task Restore_keeps_what_it_replaces()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await using (var desk = await DeskApp.StartAsync(database))
        {
            Assert.Equal(0, (await database.RunAsync("backup", Backup)).Code);
            await desk.AddClaimAsync("The port handles 90 ships a week.");
        }

        var restored = await database.RunAsync("restore", Backup, "--overwrite");

        Assert.Equal(0, restored.Code);
        Assert.Equal(0, Claims(database.ConnectionString));
        var kept = Assert.Single(Kept(database));
        Assert.Contains(kept, restored.Out, StringComparison.Ordinal);
        Assert.Equal(1, Claims($"Data Source={kept};Pooling=False"));

        // Twice within a second: neither copy takes the other's place.
        Assert.Equal(0, (await database.RunAsync("restore", Backup, "--overwrite")).Code);
        Assert.Equal(2, Kept(database).Length);
        Assert.Equal(0, (await database.RunAsync("verify")).Code);
    }

    [Fact]
    public async Task Restore_replaces_and_keeps_a_file_that_cannot_be_read()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await using (await DeskApp.StartAsync(database))
            Assert.Equal(0, (await database.RunAsync("backup", Backup)).Code);
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        var garbage = new string('x', 5_000);
        await File.WriteAllTextAsync(file, garbage, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file + "-wal", "its log", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await database.RunAsync("restore", Backup, "--overwrite")).Code);

        Assert.Equal(0, (await database.RunAsync("verify")).Code);
        var kept = Kept(database).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(garbage, await File.ReadAllTextAsync(kept[0], TestContext.Current.CancellationToken));
        Assert.Equal("its log", await File.ReadAllTextAsync(kept[0] + "-wal", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Restore_refuses_a_backup_of_an_older_build_before_anything_is_replaced()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await using (var desk = await DeskApp.StartAsync(database))
        {
            await desk.AddClaimAsync("The port handles 90 ships a week.");
            Assert.Equal(0, (await database.RunAsync("backup", Backup)).Code);
        }

        using (var connection = new SqliteConnection($"Data Source={Backup};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                "UPDATE \"__EFMigrationsHistory\" SET migration_id = '20200101000000_Start'; DELETE FROM claim_search";
            command.ExecuteNonQuery();
        }

        var refused = await database.RunAsync("restore", Backup, "--overwrite");

        Assert.Equal(2, refused.Code);
        Assert.Contains("older build (20200101000000_Start)", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Kept(database));
        Assert.Equal(0, (await database.RunAsync("verify")).Code);
        Assert.Equal(1, Claims(database.ConnectionString));
    }

    [Fact]
    public async Task A_backup_holds_no_key_of_data_protection_in_any_byte()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using (var browser = await desk.SignInAsync("ada", Roles.Editor))
            await browser.OpenAsync("/desk");
        var keys = await desk.QueryAsync(db => db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml!).ToListAsync());
        Assert.NotEmpty(keys);

        Assert.Equal(0, (await desk.Database.RunAsync("backup", Backup)).Code);

        var bytes = await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken);
        foreach (
            var secret in keys.SelectMany(xml =>
                XElement
                    .Parse(xml)
                    .DescendantsAndSelf()
                    .Select(e => (string?)e.Attribute("id") ?? (e.HasElements ? "" : e.Value))
                    .Where(text => text.Length > 20)
            )
        )
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"The backup holds {secret}");
        }

        Assert.True(bytes.AsSpan().IndexOf("masterKey"u8) < 0);
        Assert.True(bytes.AsSpan().IndexOf("ada"u8) > 0);
    }

    [Fact]
    public async Task A_cookie_made_on_a_restored_copy_is_refused_by_the_original()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.Editor);
        Assert.Equal(0, (await desk.Database.RunAsync("backup", Backup)).Code);
        await using var elsewhere = await Database.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await elsewhere.RunAsync("restore", Backup)).Code);
        await using var copy = await DeskApp.StartAsync(elsewhere);
        var signIn = new Dictionary<string, string> { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password };
        using var there = copy.Browser();
        await there.SubmitAsync("/signin", signIn);
        using var here = desk.Browser();
        await here.SubmitAsync("/signin", signIn);

        Assert.False(await IsSignedInAsync(desk, CookieOf(there, copy)), "The original takes a cookie of the copy.");
        Assert.True(await IsSignedInAsync(copy, CookieOf(there, copy)));
        Assert.True(await IsSignedInAsync(desk, CookieOf(here, desk)));
    }

    [Fact]
    public async Task Database_log_and_copies_are_for_their_owner_alone()
    {
        // Windows takes the rights of the folder.
        if (OperatingSystem.IsWindows())
            return;
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await desk.Database.RunAsync("backup", Backup)).Code);
        await using var elsewhere = await Database.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await elsewhere.RunAsync("restore", Backup)).Code);

        var made = new[] { desk.ConnectionString, elsewhere.ConnectionString }
            .Select(c => new SqliteConnectionStringBuilder(c).DataSource)
            .SelectMany(file => Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            .Append(Backup)
            .ToList();
        Assert.Contains(made, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in made)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_line_for_postgres_leaves_the_keys_out()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Postgres);
        var told = await database.RunAsync("backup", Backup);
        Assert.Equal(2, told.Code);
        Assert.Contains(
            "pg_dump --format=custom --exclude-table-data=data_protection_keys ",
            told.Error,
            StringComparison.Ordinal
        );
    }

    private static string[] Kept(Database database)
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        return
        [
            .. Directory
                .EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + ".replaced-*")
                .Where(name => !name.EndsWith("-wal", StringComparison.Ordinal)),
        ];
    }

    private static long Claims(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM claims";
        return (long)command.ExecuteScalar()!;
    }

    private static string CookieOf(DeskBrowser browser, DeskApp desk) => browser.Cookies.GetCookieHeader(desk.Address);

    private static async Task<bool> IsSignedInAsync(DeskApp desk, string cookies)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = desk.Address,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode;
    }
}
