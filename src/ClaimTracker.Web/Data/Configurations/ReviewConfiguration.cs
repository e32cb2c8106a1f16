using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class ReviewConfiguration
    : IEntityTypeConfiguration<Review>,
        IEntityTypeConfiguration<ReviewTask>,
        IEntityTypeConfiguration<TaskDecision>,
        IEntityTypeConfiguration<ReviewTimer>,
        IEntityTypeConfiguration<ReviewStep>,
        IEntityTypeConfiguration<Draft>,
        IEntityTypeConfiguration<Notice>,
        IEntityTypeConfiguration<WorkflowVersion>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews");
        review.Property(r => r.Revision).IsConcurrencyToken();
        review.Ignore(r => r.Workflow);
        review.HasOne(r => r.Claim).WithMany(c => c.Reviews).HasForeignKey(r => r.ClaimId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne(r => r.Parent).WithMany().HasForeignKey(r => r.ParentId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne(r => r.Recheck).WithMany().HasForeignKey(r => r.RecheckId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne<WorkflowVersion>().WithMany().HasForeignKey(r => r.VersionId).OnDelete(DeleteBehavior.Restrict);
        review.HasIndex(r => new { r.ClaimId, r.Id });
        review.HasIndex(r => new { r.VersionId, r.Status });

        // The latest by a version, which its times per step are taken from.
        review.HasIndex(r => new { r.VersionId, r.Id });
        review.HasIndex(r => new { r.ParentId, r.ChildKey }).IsUnique().HasFilter("parent_id IS NOT NULL");

        // What waits for looks.
        review.HasIndex(r => r.LooksAskedAt).HasFilter("looks_asked_at IS NOT NULL");

        // What an administrator has to look at.
        review
            .HasIndex(r => new { r.Status, r.Id }, "stopped")
            .HasDatabaseName("ix_reviews_stopped")
            .HasFilter("status IN ('Faulted', 'Held')");

        // One top-level review of a claim at a time; its children run beside it.
        review
            .HasIndex(r => r.ClaimId, "one_under_way")
            .HasDatabaseName("ix_reviews_one_under_way")
            .IsUnique()
            .HasFilter("parent_id IS NULL AND status IN ('Suspended', 'Held', 'Faulted')");
    }

    public void Configure(EntityTypeBuilder<ReviewTask> task)
    {
        task.ToTable("tasks");
        task.Property(t => t.Revision).IsConcurrencyToken();
        task.Property(t => t.Kind).HasMaxLength(40);
        task.Property(t => t.Role).HasMaxLength(24);
        task.Property(t => t.EscalatedTo).HasMaxLength(24);
        task.Property(t => t.Terms).HasJson();
        task.HasOne(t => t.Review).WithMany(r => r.Tasks).HasForeignKey(t => t.ReviewId).OnDelete(DeleteBehavior.Restrict);
        task.HasOne(t => t.Claim).WithMany().HasForeignKey(t => t.ClaimId).OnDelete(DeleteBehavior.Restrict);
        task.HasIndex(t => new { t.ReviewId, t.Key }).IsUnique();

        // A claim's, whichever; the next is only of some and does not serve for that.
        task.HasIndex(t => t.ClaimId);

        // Of what belongs to no review, each once at a time.
        task.HasIndex(t => new { t.ClaimId, t.Key }, "one_without_review")
            .HasDatabaseName("ix_tasks_one_without_review")
            .IsUnique()
            .HasFilter("review_id IS NULL AND status = 'Open'");

        // The queue's walks, each along one index of a role: by the stored order, alone or of one kind or stage, by deadline
        // and by age; what other roles have passed on is walked by itself.
        task.HasIndex(t => new
            {
                t.Role,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open'");
        task.HasIndex(t => new
            {
                t.Role,
                t.Kind,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open'");
        task.HasIndex(t => new
            {
                t.Role,
                t.ClaimStage,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open'");
        task.HasIndex(t => new
            {
                t.Role,
                t.DueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open'");
        task.HasIndex(t => new
            {
                t.Role,
                t.OpenedAt,
                t.Id,
            })
            .HasFilter("status = 'Open'");
        task.HasIndex(t => new
            {
                t.LeasedBy,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open' AND leased_by IS NOT NULL");
        task.HasIndex(t => new
            {
                t.EscalatedTo,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open' AND escalated_to IS NOT NULL");
        task.HasIndex(t => new
            {
                t.EscalatedTo,
                t.Role,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open' AND escalated_to IS NOT NULL");
        task.HasIndex(t => new
            {
                t.EscalatedTo,
                t.Role,
                t.DueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open' AND escalated_to IS NOT NULL");
        task.HasIndex(t => new
            {
                t.EscalatedTo,
                t.Role,
                t.OpenedAt,
                t.Id,
            })
            .HasFilter("status = 'Open' AND escalated_to IS NOT NULL");

        // What came back to somebody, which that person is given first.
        task.HasIndex(t => new
            {
                t.HeldFor,
                t.QueueOrder,
                t.Id,
            })
            .HasFilter("status = 'Open' AND held_for IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<TaskDecision> decision)
    {
        decision.ToTable("task_decisions");
        decision.HasOne<ReviewTask>().WithMany(t => t.Decided).HasForeignKey(d => d.TaskId).OnDelete(DeleteBehavior.Restrict);

        // A repeated request is the same decision, and nobody decides twice. The person comes first: a queue leaves out what its
        // reader has decided.
        decision.HasIndex(d => new { d.TaskId, d.IdempotencyKey }).IsUnique();
        decision.HasIndex(d => new { d.By, d.TaskId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReviewTimer> timer)
    {
        timer.ToTable("timers");
        timer.HasOne<Review>().WithMany(r => r.Timers).HasForeignKey(t => t.ReviewId).OnDelete(DeleteBehavior.Cascade);
        timer.HasIndex(t => new { t.ReviewId, t.Key }).IsUnique();
        timer.Ignore(t => t.Step);

        // What is fired next, and what is late.
        timer.HasIndex(t => new { t.TryAt, t.Id });
        timer.HasIndex(t => t.DueAt);
    }

    public void Configure(EntityTypeBuilder<ReviewStep> step)
    {
        step.ToTable("steps");
        step.HasOne<Review>().WithMany(r => r.Steps).HasForeignKey(s => s.ReviewId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.Property(d => d.Fields).HasJson();
        draft.HasOne<Claim>().WithMany().HasForeignKey(d => d.ClaimId).OnDelete(DeleteBehavior.Cascade);
        draft.HasIndex(d => new { d.ClaimId, d.Person }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.HasIndex(n => new { n.Role, n.Id });
    }

    public void Configure(EntityTypeBuilder<WorkflowVersion> version)
    {
        version.ToTable("workflow_versions");
        version.HasIndex(v => new { v.DefinitionId, v.Version }).IsUnique();
    }
}
