using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Workflows;

[Authorize(Policy = Policies.Administrator)]
public sealed class WorkflowsModel(DeskDb db, WorkflowLibrary library, WorkflowSettings settings) : PageModel
{
    /// <summary>More is told as “and more”, so that the list costs the same on a desk of any size.</summary>
    public const int MostCounted = 1_000;

    public IReadOnlyList<DefinitionRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await library.RefreshAsync(db, cancel);
        var underWay = new Dictionary<string, int>();

        // Each state by itself: of all that are under way at once PostgreSQL would read those that have ended too.
        foreach (var status in Enum.GetValues<ReviewStatus>().Where(status => !status.IsOver()))
        {
            var counts = await db
                .WorkflowVersions.Select(v => new
                {
                    v.Id,
                    Count = db
                        .Reviews.Where(r => r.VersionId == v.Id && r.Status == status)
                        .OrderBy(r => r.Status)
                        .Take(MostCounted + 1)
                        .Count(),
                })
                .ToListAsync(cancel);
            foreach (var version in counts)
                underWay[version.Id] = underWay.GetValueOrDefault(version.Id) + version.Count;
        }

        Rows =
        [
            .. library.Catalog.Versions.Select(version => new DefinitionRow(
                version.DefinitionId,
                version.VersionId,
                version.Source.Version,
                version.Source.Description,
                underWay.GetValueOrDefault(version.VersionId),
                UsedFor(version.DefinitionId)
            )),
        ];
    }

    private string UsedFor(string definition) =>
        string.Join(
            ", ",
            settings
                .ByKind.Where(kind => kind.Value == definition)
                .Select(kind => kind.Key)
                .Concat(settings.Default == definition ? ["every other kind"] : Array.Empty<string>())
                .Concat(settings.Recheck == definition ? ["re-checks"] : Array.Empty<string>())
        );

    public sealed record DefinitionRow(
        string Id,
        string VersionId,
        int Version,
        string Description,
        int UnderWay,
        string UsedFor
    );
}
