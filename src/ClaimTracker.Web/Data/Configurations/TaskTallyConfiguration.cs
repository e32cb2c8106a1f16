using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class TaskTallyConfiguration : IEntityTypeConfiguration<TaskTally>
{
    public void Configure(EntityTypeBuilder<TaskTally> tally)
    {
        tally.ToTable("task_tallies");
        tally.Property(t => t.Role).HasMaxLength(64);
        tally.Property(t => t.EscalatedTo).HasMaxLength(64);
        tally.Property(t => t.Kind).HasMaxLength(64);
        tally.Property(t => t.Stage).HasMaxLength(32);
    }
}
