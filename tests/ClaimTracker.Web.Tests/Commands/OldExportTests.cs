using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Commands;

/// <summary>The way from a database of an older build: its export, which the file holds as that build wrote it.</summary>
public sealed class OldExportTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Reads_what_the_first_build_exported(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);

        var read = await desk.Database.RunAsync(
            "import",
            Path.Combine(AppContext.BaseDirectory, "Commands", "first-build.ndjson")
        );

        Assert.Equal(0, read.Code);
        Assert.Equal("""{"articles":4,"claims":40,"known":0,"refused":0}""", read.Out.Trim());
        Assert.Equal(
            11,
            await desk.QueryAsync(db =>
                db.Claims.CountAsync(c =>
                    c.Publication == Publication.Published
                    && c.Verdicts.Any(v => v.Status == VerdictStatus.Published && v.Evidence.Count > 0)
                )
            )
        );
        var verified = await desk.Database.RunAsync("verify");
        Assert.True(verified.Code == 0, verified.Out);
    }
}
