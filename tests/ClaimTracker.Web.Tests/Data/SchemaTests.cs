using ClaimTracker.UnitTests;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>What migrations and scripts make together, held to a listing that is read with every change of it.</summary>
public sealed class SchemaTests
{
    private const string Refresh = "CLAIMTRACKER_WRITE_SCHEMA";

    [Theory]
    [MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Migrations_and_scripts_make_what_is_listed(DatabaseKind kind)
    {
        await using var app = await DeskApp.StartAsync(kind);
        var made = await app.QueryAsync(SchemaListing.OfAsync);
        var file = FileOf(kind);
        if (Environment.GetEnvironmentVariable(Refresh) == "1")
            await File.WriteAllTextAsync(file, made, TestContext.Current.CancellationToken);

        var listed = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        Assert.True(
            made == listed,
            made == listed
                ? ""
                : $"The database is not what {file} lists: {FirstDifference(made, listed)}\n"
                    + $"Where the change is meant, run this test once with {Refresh}=1, which writes the listing anew, and read the difference before you commit it."
        );
    }

    [Theory]
    [MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Scripts_are_applied_again_where_their_text_is_not_the_one_applied_last(DatabaseKind kind)
    {
        await using var app = await DeskApp.StartAsync(kind);
        var claimId = await app.AddClaimAsync("Forty-one people were hurt in Kharkiv.");
        var before = await app.QueryAsync(SchemaListing.OfAsync);
        foreach (
            var change in kind == DatabaseKind.Sqlite
                ? (string[])["DROP TRIGGER verdicts_no_delete", "DROP TABLE claim_search"]
                : ["DROP TRIGGER verdicts_no_delete ON verdicts", "DROP TABLE claim_search"]
        )
        {
            await app.QueryAsync(db => db.Database.ExecuteSqlRawAsync(change));
        }

        await app.QueryAsync(db =>
            db.SchemaScripts.ExecuteUpdateAsync(set => set.SetProperty(script => script.Hash, "of an older text"))
        );

        await using var next = await app.StartAnotherAsync();

        Assert.Equal(before, await app.QueryAsync(SchemaListing.OfAsync));
        Assert.Equal([claimId], await app.QueryAsync(db => db.SearchNewestClaims("Kharkiv", 0, long.MaxValue, 10).ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_migrations_make_the_whole_model(DatabaseKind kind)
    {
        await using var app = await DeskApp.StartAsync(kind);
        Assert.False(
            await app.QueryAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())),
            "The model has changed since the migrations were made: make the pair anew."
        );
    }

    private static string FileOf(DatabaseKind kind) =>
        Path.Combine(
            RepositoryFolder.Top,
            "tests",
            "ClaimTracker.Web.Tests",
            "Data",
            kind == DatabaseKind.Sqlite ? "schema.sqlite.txt" : "schema.postgres.txt"
        );

    private static string FirstDifference(string made, string listed)
    {
        var (now, before) = (made.Split('\n'), listed.Split('\n'));
        var line = Enumerable
            .Range(0, Math.Max(now.Length, before.Length))
            .First(i => now.ElementAtOrDefault(i) != before.ElementAtOrDefault(i));
        return $"line {line + 1} is “{now.ElementAtOrDefault(line)}” and not “{before.ElementAtOrDefault(line)}”.";
    }
}
