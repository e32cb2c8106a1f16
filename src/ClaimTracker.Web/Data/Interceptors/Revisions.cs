using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ClaimTracker.Web.Data.Interceptors;

/// <summary>Counts the stored changes of whatever two people can touch; the count is the concurrency token.</summary>
internal static class Revisions
{
    public static void Bump(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<IRevised>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
            {
                var revision = entry.Property(e => e.Revision);
                revision.CurrentValue = revision.OriginalValue + 1;
            }
        }
    }
}
