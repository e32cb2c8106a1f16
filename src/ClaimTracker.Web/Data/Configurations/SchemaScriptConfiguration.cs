using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClaimTracker.Web.Data.Configurations;

internal sealed class SchemaScriptConfiguration : IEntityTypeConfiguration<SchemaScript>
{
    public void Configure(EntityTypeBuilder<SchemaScript> script)
    {
        script.ToTable("schema_scripts");
        script.HasKey(s => s.Name);
    }
}
