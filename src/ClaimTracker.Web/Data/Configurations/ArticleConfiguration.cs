using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class ArticleConfiguration
    : IEntityTypeConfiguration<Article>,
        IEntityTypeConfiguration<Outlet>,
        IEntityTypeConfiguration<Snapshot>,
        IEntityTypeConfiguration<Appearance>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.ToTable("articles");
        article.Property(a => a.TextHash).HasMaxLength(64);
        article.HasIndex(a => a.TextHash).IsUnique();
        article.HasIndex(a => a.Url);
        article.HasOne(a => a.Snapshot).WithMany().HasForeignKey(a => a.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Outlet> outlet)
    {
        outlet.ToTable("outlets");
        outlet.Property(o => o.Revision).IsConcurrencyToken();
        outlet.Property(o => o.Name).HasMaxLength(Outlet.MaxName);
        outlet.HasIndex(o => o.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Snapshot> snapshot)
    {
        snapshot.ToTable("snapshots");
        snapshot.Property(s => s.Hash).HasMaxLength(64);
        snapshot.Property(s => s.Charset).HasMaxLength(60);
        snapshot.Property(s => s.ETag).HasMaxLength(300);
        snapshot.Property(s => s.LastModified).HasMaxLength(300);
        snapshot.HasIndex(s => new { s.Hash, s.Url });
    }

    public void Configure(EntityTypeBuilder<Appearance> appearance)
    {
        appearance.ToTable(
            "appearances",
            table => table.HasCheckConstraint("ck_appearances_range", "start >= 0 AND \"end\" > start")
        );
        appearance
            .HasIndex(a => new
            {
                a.ArticleId,
                a.Start,
                a.End,
                a.ClaimId,
            })
            .IsUnique();
        appearance
            .HasOne(a => a.Article)
            .WithMany(a => a.Appearances)
            .HasForeignKey(a => a.ArticleId)
            .OnDelete(DeleteBehavior.Restrict);
        appearance
            .HasOne(a => a.Claim)
            .WithMany(c => c.Appearances)
            .HasForeignKey(a => a.ClaimId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
