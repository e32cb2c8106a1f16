using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class RetrainingConfiguration : IEntityTypeConfiguration<Retraining>
{
    public void Configure(EntityTypeBuilder<Retraining> retraining) => retraining.ToTable("retrainings");
}
