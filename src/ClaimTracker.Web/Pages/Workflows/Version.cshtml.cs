using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Drawing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Workflows;

// Who works by a process may see it; only administrators change one.
[Authorize(Policy = Policies.DeskReader)]
public sealed class VersionModel(WorkflowLibrary library) : PageModel
{
    public CompiledDefinition Definition { get; private set; } = null!;

    public HtmlString Drawing { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<string> Words { get; private set; } = [];

    public IActionResult OnGet(string versionId)
    {
        if (library.Catalog.ByVersionId(versionId) is not { } definition)
            return NotFound();
        Definition = definition;
        Drawing = new HtmlString(DefinitionDrawing.ToSvg(definition));
        Words = DefinitionWords.Of(definition);
        return Page();
    }
}
