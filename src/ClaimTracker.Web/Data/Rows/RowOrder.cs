using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// The order in which changed rows are stored, so that no reference points to what is not there yet: what goes first, from the dependent
/// to what it depends on; then what stays or comes, the other way round, and in one table older rows first: a version gives its place up
/// before the next one takes it. A verdict becomes public last of all, when the approvals that the database asks for are there.
/// </summary>
internal static class RowOrder
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<IEntityType, int>> Ranks = [];

    /// <summary>The entries in that order.</summary>
    public static IReadOnlyList<IUpdateEntry> Of(IModel model, IList<IUpdateEntry> entries)
    {
        var ranks = Ranks.GetValue(model, RanksOf);
        return [.. entries
            .OrderBy(e => e.EntityState == EntityState.Deleted ? -1 - ranks[e.EntityType] : IsRelease(e) ? int.MaxValue : ranks[e.EntityType])
            .ThenBy(e => e.EntityState == EntityState.Added)
            .ThenBy(KeyOf)];
    }

    private static bool IsRelease(IUpdateEntry entry) => entry is { EntityState: EntityState.Modified, EntityType: var type } && type.ClrType == typeof(Verdict)
        && type.FindProperty(nameof(Verdict.Status)) is { } status && entry.IsModified(status) && entry.GetCurrentValue(status) is VerdictStatus.Published;

    private static long KeyOf(IUpdateEntry entry) => entry.GetCurrentValue(entry.EntityType.FindPrimaryKey()!.Properties[0]) is long key ? key : 0;

    private static Dictionary<IEntityType, int> RanksOf(IModel model)
    {
        var ranks = new Dictionary<IEntityType, int>();
        foreach (var type in model.GetEntityTypes())
            Rank(type);
        return ranks;

        int Rank(IEntityType type)
        {
            if (ranks.TryGetValue(type, out var known))
                return known;
            ranks[type] = 0;
            return ranks[type] = type.GetForeignKeys().Where(key => key.PrincipalEntityType != type)
                .Select(key => Rank(key.PrincipalEntityType) + 1).DefaultIfEmpty(0).Max();
        }
    }
}
