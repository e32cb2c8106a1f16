using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Data;

public sealed class IndexTests
{
    // Whoever looks a row up by such a key asks for one value; what is null is not looked for.
    private static readonly string[] Unfiltered = ["", "IS NOT NULL"];

    /// <summary>Pages follow foreign keys both ways, and the database itself does on every delete.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Every_foreign_key_has_an_index_that_begins_with_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var entities = await desk.QueryAsync(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));

        var keys = entities.SelectMany(entity => entity.GetForeignKeys()).ToList();
        Assert.True(keys.Count > 15);
        Assert.Empty(
            keys.Where(key => !HasIndex(key))
                .Select(key =>
                    $"{key.DeclaringEntityType.GetTableName()} ({string.Join(", ", key.Properties.Select(p => p.GetColumnName()))})"
                )
        );
    }

    private static bool HasIndex(IForeignKey key) =>
        key.DeclaringEntityType.GetKeys().Any(other => other.Properties.Take(key.Properties.Count).SequenceEqual(key.Properties))
        || key.DeclaringEntityType.GetIndexes()
            .Any(index => index.Properties.Take(key.Properties.Count).SequenceEqual(key.Properties) && IsWhole(index, key));

    private static bool IsWhole(IIndex index, IForeignKey key)
    {
        var filter = index.GetFilter() ?? "";
        return Unfiltered.Contains(
            filter.Replace(key.Properties[0].GetColumnName(), "", StringComparison.Ordinal).Trim(' ', '"')
        );
    }
}
