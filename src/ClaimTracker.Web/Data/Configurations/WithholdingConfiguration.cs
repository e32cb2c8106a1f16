using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class WithholdingConfiguration : IEntityTypeConfiguration<Withholding>
{
    public void Configure(EntityTypeBuilder<Withholding> withholding)
    {
        withholding.ToTable("withholdings");
        withholding.Property(w => w.Id).ValueGeneratedNever();
    }
}
