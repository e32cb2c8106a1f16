using ClaimTracker.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(SchemaTemplate))]

namespace ClaimTracker.Web.Tests.Support;

/// <summary>
/// A database of each kind, migrated by the program's own verb, that the tests' databases begin as copies of: to make the schema
/// takes longer than most tests.
/// </summary>
public sealed class SchemaTemplate : IAsyncDisposable
{
    private static readonly Dictionary<DatabaseKind, Lazy<Task<Database>>> Made = Enum.GetValues<DatabaseKind>()
        .ToDictionary(kind => kind, kind => new Lazy<Task<Database>>(() => MakeAsync(kind)));

    /// <summary>The template of that kind, made when it is first asked for. Nobody is connected to it.</summary>
    public static Task<Database> OfAsync(DatabaseKind kind) => Made[kind].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var made in Made.Values.Where(made => made.IsValueCreated && made.Value.IsCompletedSuccessfully))
            await (await made.Value).DisposeAsync();
    }

    private static async Task<Database> MakeAsync(DatabaseKind kind)
    {
        var template = await Database.CreateAsync(kind);
        var migrated = await template.RunAsync("migrate");
        Assert.True(migrated.Code == 0, migrated.Error);
        template.ClosePool();
        return template;
    }
}
