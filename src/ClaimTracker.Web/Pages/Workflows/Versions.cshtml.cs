using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Ports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Workflows;

[Authorize(Policy = Policies.Administrator)]
public sealed class VersionsModel(WorkflowLibrary library, VersionUpload upload, VersionPreview preview, IReviewEngine engine)
    : PageModel
{
    public const int MaxText = 1_000_000;

    public const int MostFaults = 50;

    [BindProperty(SupportsGet = true)]
    public string DefinitionId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public long After { get; set; }

    public string? Text { get; private set; }

    public CompiledDefinition Latest { get; private set; } = null!;

    public VersionCheck? Check { get; private set; }

    public IReadOnlyList<MovableReview> Movable { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromServices] DeskDb db, CancellationToken cancel)
    {
        await library.RefreshAsync(db, cancel);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file, string? text, CancellationToken cancel)
    {
        await CheckAsync(file, text, cancel);
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAddAsync(IFormFile? file, string? text, CancellationToken cancel)
    {
        await CheckAsync(file, text, cancel);
        if (Check is not { Version: { } version })
            return await ShowAsync(cancel);
        var added = await upload.AddAsync(version, User.ToActor().Name, cancel);
        if (!added.IsOk)
        {
            Check = new VersionCheck(null, [new Fault("upload", "", "", added.Refusal!.Message)], []);
            return await ShowAsync(cancel);
        }

        TempData["Done"] = $"Version {version.Source.Version} is in force. Reviews under way keep theirs until you move them.";
        return RedirectToPage(new { DefinitionId });
    }

    public async Task<IActionResult> OnPostMoveAsync(string versionId, List<long> reviewIds, CancellationToken cancel)
    {
        List<string> refused = [];
        foreach (var reviewId in reviewIds)
        {
            var moved = await engine.MoveToVersionAsync(reviewId, versionId, User.ToActor(), cancel);
            if (moved.Refusal is { } refusal)
                refused.Add(refusal.Message);
        }

        TempData["Done"] = $"Moved: {reviewIds.Count - refused.Count} of {reviewIds.Count}.";
        if (refused.Count > 0)
            TempData["Refused"] = string.Join(" ", refused.Distinct().Take(5));
        return RedirectToPage(new { DefinitionId, After });
    }

    private async Task CheckAsync(IFormFile? file, string? text, CancellationToken cancel)
    {
        Text = text;
        if (file is { Length: > 0 and <= MaxText })
        {
            using var reader = new StreamReader(file.OpenReadStream());
            Text = await reader.ReadToEndAsync(cancel);
        }

        Check =
            (file?.Length ?? Text?.Length ?? 0) > MaxText
                ? Refused($"is larger than {MaxText:N0} characters, which no definition is")
            : string.IsNullOrWhiteSpace(Text) ? Refused("Choose a file, or paste the definition's text")
            : library.Catalog.Latest(DefinitionId) is null ? null
            : upload.Check(DefinitionId, Text);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (library.Catalog.Latest(DefinitionId) is not { } latest)
            return NotFound();
        Latest = latest;
        Movable = await preview.ReadAsync(latest, After, cancel);
        return Page();
    }

    private static VersionCheck Refused(string message) => new(null, [new Fault("upload", "", "", message)], []);
}
