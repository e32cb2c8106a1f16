using System.Data.Common;
using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Web.Public;

/// <summary>Empties the cache of what a commit touched, once it is committed: a rolled-back change empties nothing.</summary>
internal sealed class PublicCacheEviction(PublicCache cache, IOutputCacheStore store)
    : DbTransactionInterceptor,
        ISaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> _touched = [];

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        foreach (
            var entry in eventData
                .Context!.ChangeTracker.Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        )
        {
            if (ClaimOf(entry.Entity) is { } claimId)
                Touch(eventData.Context, claimId);
            else if (entry.Entity is Outlet)
                _touched.GetOrCreateValue(eventData.Context).Add(PublicCache.Lists);
        }

        return ValueTask.FromResult(result);
    }

    private void Touch(DbContext context, long claimId) =>
        _touched.GetOrCreateValue(context).UnionWith([PublicCache.TagOf(claimId), PublicCache.Lists]);

    public override async Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is not { } context || !_touched.TryGetValue(context, out var tags))
            return;
        _touched.Remove(context);
        cache.Changed();
        foreach (var tag in tags)
            await store.EvictByTagAsync(tag, CancellationToken.None);
    }

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is { } context)
            _touched.Remove(context);
        return Task.CompletedTask;
    }

    internal static long? ClaimOf(object entity) =>
        entity switch
        {
            Claim claim => claim.Id,
            Appearance appearance => appearance.ClaimId,
            Evidence evidence => evidence.ClaimId,
            Verdict verdict => verdict.ClaimId,
            Correction correction => correction.ClaimId,
            Suspension suspension => suspension.ClaimId,
            Recheck recheck => recheck.ClaimId,
            Finding finding => finding.ClaimId,
            _ => null,
        };
}
