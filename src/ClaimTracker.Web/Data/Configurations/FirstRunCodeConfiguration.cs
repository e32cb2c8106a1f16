using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class FirstRunCodeConfiguration : IEntityTypeConfiguration<FirstRunCode>
{
    public void Configure(EntityTypeBuilder<FirstRunCode> code)
    {
        code.ToTable("first_run_codes");
        code.HasKey(c => c.Hash);
        code.Property(c => c.Hash).HasMaxLength(64);
    }
}
