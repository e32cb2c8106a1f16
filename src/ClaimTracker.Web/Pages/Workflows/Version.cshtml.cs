using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Wording;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Workflows;

// Who works by a process may see it; only administrators change one.
[Authorize(Policy = Policies.DeskReader)]
public sealed class VersionModel(WorkflowLibrary library, StepTimes times) : PageModel
{
    public CompiledDefinition Definition { get; private set; } = null!;

    public HtmlString Drawing { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>The steps that have been left, in the order of the definition.</summary>
    public IReadOnlyList<(string Title, StepTime Time)> Times { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string versionId, CancellationToken cancel)
    {
        if (library.Catalog.ByVersionId(versionId) is not { } definition)
            return NotFound();
        Definition = definition;
        var taken = await times.ReadAsync(versionId, cancel);
        Times = [.. definition.ActivityIds.Where(taken.ContainsKey).Select(id => (definition.TitleOf(id), taken[id]))];
        Drawing = new HtmlString(
            DefinitionDrawing.ToSvg(
                definition,
                notes: taken.ToDictionary(
                    step => step.Key,
                    step => $"{Moment.Length(step.Value.Median)} · 9 of 10: {Moment.Length(step.Value.NineOfTen)}"
                )
            )
        );
        Words = DefinitionWords.Of(definition);
        return Page();
    }
}
