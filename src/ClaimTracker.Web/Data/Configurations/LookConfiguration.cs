using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class LookConfiguration
    : IEntityTypeConfiguration<Look>,
        IEntityTypeConfiguration<LookHost>,
        IEntityTypeConfiguration<RobotsFile>
{
    /// <summary>A name of the web has at most 253 characters, with a port behind it.</summary>
    public const int LongestHost = 260;

    public void Configure(EntityTypeBuilder<Look> look)
    {
        look.ToTable("looks");
        look.Property(l => l.Host).HasMaxLength(LongestHost);
        look.Property(l => l.LeasedBy).HasMaxLength(256);
        look.Property(l => l.Words).HasMaxLength(Look.MaxWords);
        look.Property(l => l.Within).HasMaxLength(300);
        look.Ignore(l => l.Seen);
        look.HasOne<Claim>().WithMany(c => c.Looks).HasForeignKey(l => l.ClaimId).OnDelete(DeleteBehavior.Restrict);
        look.HasOne(l => l.Evidence).WithMany().HasForeignKey(l => l.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        look.HasIndex(l => new { l.ClaimId, l.Id });
        look.HasIndex(l => l.EvidenceId);

        // A claim's round; of one source no two looks are open at once.
        look.HasIndex(l => new { l.ClaimId, l.EvidenceId }, "open")
            .HasDatabaseName("ix_looks_open")
            .IsUnique()
            .HasFilter("closed_at IS NULL");

        // What is to be made at a site, and what a server has under way.
        look.HasIndex(
                l => new
                {
                    l.Host,
                    l.DueAt,
                    l.Id,
                },
                "due"
            )
            .HasDatabaseName("ix_looks_due")
            .HasFilter("outcome IS NULL AND closed_at IS NULL");

        // The latest, and what could not be read and is tried again.
        look.HasIndex(l => new { l.MadeAt, l.Outcome }).HasFilter("made_at IS NOT NULL");
        look.HasIndex(l => l.DueAt, "again")
            .HasDatabaseName("ix_looks_again")
            .HasFilter("attempts > 0 AND outcome IS NULL AND closed_at IS NULL");
        look.HasIndex(l => l.LeasedBy).HasFilter("leased_by IS NOT NULL");

        // What folding has not come to yet.
        look.HasIndex(l => new { l.MadeAt, l.Id }, "unfolded")
            .HasDatabaseName("ix_looks_unfolded")
            .HasFilter("times IS NULL AND outcome = 'Unchanged' AND closed_at IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<RobotsFile> robots)
    {
        robots.ToTable("robots_files");
        robots.HasKey(r => r.Origin);
        robots.Property(r => r.Origin).HasMaxLength(LongestHost + 8);
        robots.Property(r => r.Host).HasMaxLength(LongestHost);
        robots.HasIndex(r => r.Host);
    }

    public void Configure(EntityTypeBuilder<LookHost> host)
    {
        host.ToTable("look_hosts");
        host.HasKey(h => h.Name);
        host.Property(h => h.Name).HasMaxLength(LongestHost);
        host.Property(h => h.LeasedBy).HasMaxLength(256);
        host.Property(h => h.Failure).HasMaxLength(500);
        host.Property(h => h.StoppedBy).HasMaxLength(256);
        host.Property(h => h.StoppedBecause).HasMaxLength(LookHost.MaxReason);
        host.Property(h => h.AllAskedBy).HasMaxLength(256);

        // Those that need a person.
        host.HasIndex(h => h.Name, "trouble")
            .HasDatabaseName("ix_look_hosts_trouble")
            .HasFilter("stopped_at IS NOT NULL OR failures > 0");

        // Where something is due, and what a server has.
        host.HasIndex(h => h.DueAt).HasFilter("due_at IS NOT NULL");
        host.HasIndex(h => h.LeasedBy).HasFilter("leased_by IS NOT NULL");
    }
}
