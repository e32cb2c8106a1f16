using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class DeskConfiguration
    : IEntityTypeConfiguration<SavedFilter>,
        IEntityTypeConfiguration<BulkAct>,
        IEntityTypeConfiguration<BulkItem>,
        IEntityTypeConfiguration<TriageOpening>
{
    public void Configure(EntityTypeBuilder<SavedFilter> filter)
    {
        filter.ToTable("saved_filters");
        filter.Property(f => f.Owner).HasMaxLength(256);
        filter.Property(f => f.Name).HasMaxLength(SavedFilter.MaxName);
        filter.Property(f => f.Query).HasMaxLength(SavedFilter.MaxQuery);
        filter.HasIndex(f => new { f.Owner, f.Name }).IsUnique();
        filter.HasIndex(f => f.Name, "shared").HasDatabaseName("ix_saved_filters_shared").HasFilter("shared");
    }

    public void Configure(EntityTypeBuilder<BulkAct> act)
    {
        act.ToTable("bulk_acts");
        act.Property(a => a.Person).HasMaxLength(256);
        act.Ignore(a => a.OnTasks).Ignore(a => a.WayBack);
        act.HasMany(a => a.Items).WithOne().HasForeignKey(i => i.BulkActId).OnDelete(DeleteBehavior.Cascade);
        act.HasIndex(a => new { a.Person, a.ChosenAt });
    }

    public void Configure(EntityTypeBuilder<BulkItem> item)
    {
        item.ToTable("bulk_items");
        item.Property(i => i.Words).HasMaxLength(Claim.MaxWording);

        // Two who send one form at once: one of them notes the outcome, and the other does nothing.
        item.Property(i => i.Outcome).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<TriageOpening> opening)
    {
        opening.ToTable("triage_openings");
        opening.HasKey(o => o.ClaimId);
        opening.Property(o => o.ClaimId).ValueGeneratedNever();
        opening.Property(o => o.Person).HasMaxLength(256);
    }
}
