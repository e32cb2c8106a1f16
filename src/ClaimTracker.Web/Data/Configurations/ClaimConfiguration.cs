using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class ClaimConfiguration
    : IEntityTypeConfiguration<Claim>,
        IEntityTypeConfiguration<Finding>,
        IEntityTypeConfiguration<KeptPage>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.ToTable("claims");
        claim.Property(c => c.Revision).IsConcurrencyToken();
        claim.Property(c => c.Wording).HasMaxLength(Claim.MaxWording);
        claim.Property(c => c.Kind).HasMaxLength(40);
        claim.Property(c => c.Rating).HasMaxLength(24);
        claim.Property(c => c.Details).HasJson();
        claim.Property(c => c.WithheldBy).HasMaxLength(256);
        claim.Property(c => c.StageSince);
        claim
            .Ignore(c => c.OpenFindings)
            .Ignore(c => c.ProposedVerdict)
            .Ignore(c => c.PublishedVerdict)
            .Ignore(c => c.OpenSuspension)
            .Ignore(c => c.IsInForce)
            .Ignore(c => c.ExpiredOrExpires)
            .Ignore(c => c.LastAttemptIsPast)
            .Ignore(c => c.PersonDueFor);

        claim.HasOne(c => c.LinkedTo).WithMany().HasForeignKey(c => c.LinkedToId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne(c => c.FoldedInto).WithMany().HasForeignKey(c => c.FoldedIntoId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.ClaimId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Verdicts).WithOne().HasForeignKey(v => v.ClaimId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Corrections).WithOne().HasForeignKey(c => c.ClaimId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Suspensions).WithOne().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Findings).WithOne().HasForeignKey(f => f.ClaimId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.KeptPages).WithOne().HasForeignKey(k => k.ClaimId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Rechecks).WithOne().HasForeignKey(r => r.ClaimId).OnDelete(DeleteBehavior.Restrict);

        // Triage: best first. Board: newest first, with one filter. Sweep: what is due.
        claim.HasIndex(c => new
        {
            c.Stage,
            c.Score,
            c.Id,
        });
        claim.HasIndex(c => new { c.Listed, c.Id });
        claim.HasIndex(c => new
        {
            c.Listed,
            c.Kind,
            c.Id,
        });
        claim.HasIndex(c => new
        {
            c.Listed,
            c.Rating,
            c.Id,
        });
        claim.HasIndex(c => new
        {
            c.Listed,
            c.Outlet,
            c.Id,
        });
        claim.HasIndex(c => c.LastVerifiedAt).HasFilter("last_verified_at IS NOT NULL");

        // The board of a desk that shows claims only once they are published.
        claim.HasIndex(c => c.Id, "published").HasDatabaseName("ix_claims_published").HasFilter("published_at IS NOT NULL");
        claim.HasIndex(c => new { c.Kind, c.Id }).HasFilter("published_at IS NOT NULL");
        claim.HasIndex(c => new { c.Rating, c.Id }).HasFilter("published_at IS NOT NULL");
        claim.HasIndex(c => new { c.Outlet, c.Id }).HasFilter("published_at IS NOT NULL");
        claim.HasIndex(c => c.Id, "wording_withheld").HasDatabaseName("ix_claims_wording_withheld").HasFilter("wording_withheld");
        claim.HasIndex(c => c.NextAttemptAt).HasFilter("next_attempt_at IS NOT NULL");
        claim.HasIndex(c => new { c.NextCheckDueAt, c.Id }).HasFilter("next_check_due_at IS NOT NULL");
        claim.HasIndex(c => c.PersonDueAt).HasFilter("person_due_at IS NOT NULL");
        claim.HasIndex(c => new { c.InDoubtSince, c.Id }).HasFilter("in_doubt_since IS NOT NULL");
        claim.HasIndex(c => c.RecheckDueAt).HasFilter("recheck_due_at IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.ToTable("findings");
        finding.Property(f => f.Words).HasMaxLength(Finding.MaxWords);
        finding.Property(f => f.Was).HasMaxLength(Finding.MaxPassage);
        finding.Property(f => f.Now).HasMaxLength(Finding.MaxPassage);
        finding.HasOne(f => f.Page).WithMany().HasForeignKey(f => f.PageId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne(f => f.Evidence).WithMany().HasForeignKey(f => f.EvidenceId).OnDelete(DeleteBehavior.Restrict);

        // What puts a claim in doubt.
        finding.HasIndex(f => f.ClaimId, "open").HasDatabaseName("ix_findings_open").HasFilter("settled_at IS NULL");
        finding.HasIndex(f => new { f.ClaimId, f.Id });
    }

    public void Configure(EntityTypeBuilder<KeptPage> kept)
    {
        kept.ToTable("kept_pages");
        kept.Property(k => k.By).HasMaxLength(256);
        kept.HasOne(k => k.Evidence).WithMany().HasForeignKey(k => k.EvidenceId).OnDelete(DeleteBehavior.Restrict);
        kept.HasOne(k => k.Finding).WithMany().HasForeignKey(k => k.FindingId).OnDelete(DeleteBehavior.Restrict);
        kept.HasOne(k => k.Former).WithMany().HasForeignKey(k => k.FormerId).OnDelete(DeleteBehavior.Restrict);
    }
}
