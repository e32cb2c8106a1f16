using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class AuditConfiguration
    : IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<AuditHead>,
        IEntityTypeConfiguration<Recheck>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasIndex(e => new { e.Subject, e.Sequence }).IsUnique();

        // What administrators read of people, newest first, among the entries of a million claims.
        entry
            .HasIndex(e => e.Id, "of_people")
            .HasDatabaseName("ix_audit_entries_of_people")
            .HasFilter("subject LIKE 'person/%'");
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_heads");
        head.HasKey(h => h.Subject);
    }

    public void Configure(EntityTypeBuilder<Recheck> recheck) => recheck.ToTable("rechecks");
}
