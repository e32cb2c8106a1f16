using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class VerdictConfiguration
    : IEntityTypeConfiguration<Verdict>,
        IEntityTypeConfiguration<VerdictAuthor>,
        IEntityTypeConfiguration<Approval>,
        IEntityTypeConfiguration<Correction>,
        IEntityTypeConfiguration<Suspension>,
        IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Verdict> verdict)
    {
        verdict.ToTable("verdicts");
        verdict.Property(v => v.Revision).IsConcurrencyToken();
        verdict.Property(v => v.Rating).HasMaxLength(24);
        verdict.Ignore(v => v.ValidApprovers).Ignore(v => v.AuthorNames).Ignore(v => v.HeldTo).Ignore(v => v.IsWithheld);
        verdict.HasIndex(v => new { v.ClaimId, v.Version }).IsUnique();

        // At most one version is under review and one is public, whatever the code above this line believes.
        verdict
            .HasIndex(v => v.ClaimId, "one_proposed")
            .HasDatabaseName("ix_verdicts_one_proposed")
            .IsUnique()
            .HasFilter("status = 'Proposed'");
        verdict
            .HasIndex(v => v.ClaimId, "one_published")
            .HasDatabaseName("ix_verdicts_one_published")
            .IsUnique()
            .HasFilter("status = 'Published'");

        // Nobody would be an author of a version that is loaded without them.
        verdict.HasMany(v => v.Authors).WithOne().HasForeignKey(a => a.VerdictId).OnDelete(DeleteBehavior.Restrict);
        verdict.Navigation(v => v.Authors).AutoInclude();
        verdict.HasMany(v => v.Approvals).WithOne().HasForeignKey(a => a.VerdictId).OnDelete(DeleteBehavior.Restrict);
        verdict.HasMany(v => v.Evidence).WithMany().UsingEntity(join => join.ToTable("verdict_evidence"));
    }

    public void Configure(EntityTypeBuilder<VerdictAuthor> author)
    {
        author.ToTable("verdict_authors");
        author.Property(a => a.Name).HasMaxLength(256);
        author.Property(a => a.Did).HasMaxLength(24);
        author.HasIndex(a => new { a.VerdictId, a.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Approval> approval)
    {
        approval.ToTable("approvals");
        approval.Property(a => a.Mark).HasMaxLength(64);
        approval.HasIndex(a => new { a.VerdictId, a.By }).IsUnique().HasFilter("voided_at IS NULL");

        // The filtered one above does not serve who reads all approvals of a verdict.
        approval.HasIndex(a => a.VerdictId);
    }

    public void Configure(EntityTypeBuilder<Correction> correction) => correction.ToTable("corrections");

    public void Configure(EntityTypeBuilder<Suspension> suspension)
    {
        suspension.ToTable("suspensions");
        suspension.Property(s => s.By).HasMaxLength(256);
        suspension.Property(s => s.EndedBy).HasMaxLength(256);

        // Of a claim at most one is open, whoever presses at the same time.
        suspension
            .HasIndex(s => s.ClaimId, "open")
            .HasDatabaseName("ix_suspensions_open")
            .IsUnique()
            .HasFilter("ended_at IS NULL");
        suspension.HasIndex(s => new { s.ClaimId, s.Id });
    }

    public void Configure(EntityTypeBuilder<Evidence> evidence)
    {
        evidence.ToTable("evidence");
        evidence
            .Ignore(e => e.Counts)
            .Ignore(e => e.IsAsked)
            .Ignore(e => e.CanBeWatched)
            .Ignore(e => e.IsLivingWatch)
            .Ignore(e => e.Nature)
            .Ignore(e => e.WithdrawalIsAsked);
        evidence.Property(e => e.Host).HasMaxLength(LookConfiguration.LongestHost);
        evidence.Property(e => e.Origin).HasMaxLength(SourceOrigin.Longest);
        evidence.Property(e => e.Places!).HasJson();
        evidence.Property(e => e.ConfirmedPlace!).HasJson();
        evidence.Property(e => e.PlaceConfirmedBy).HasMaxLength(256);
        evidence.Property(e => e.Within).HasMaxLength(300);
        evidence.Property(e => e.NatureSaidBy).HasMaxLength(256);
        evidence.HasIndex(e => new { e.Host, e.ClaimId }).HasFilter("host IS NOT NULL");
        evidence
            .HasIndex(e => new { e.WithdrawalAskedAt, e.Id })
            .HasFilter("withdrawal_asked_at IS NOT NULL AND withdrawn_at IS NULL");
        evidence.HasIndex(e => e.ArchiveDueAt).HasFilter("archive_due_at IS NOT NULL");
        evidence.HasOne(e => e.Snapshot).WithMany().HasForeignKey(e => e.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
