using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<Recheck>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries");
        entry.HasIndex(e => new { e.Subject, e.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Recheck> recheck) => recheck.ToTable("rechecks");
}
