using System.ComponentModel.DataAnnotations;
using ClaimTracker.Domain;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>Takes an article in: pasted, uploaded or from its address.</summary>
[Authorize(Policy = Policies.Desk)]
[CarriesTyped]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(ValueLengthLimit = MostBytes, MultipartBodyLengthLimit = MostBytes)]
public sealed class IntakeModel(ArticleIntake intake, IntakeSources sources, TimeProvider time) : PageModel
{
    // Well above what is taken in, so that too long a text is answered with a message and not with a broken connection.
    private const int MostBytes = 250_000_000;

    [BindProperty]
    public IntakeInput Input { get; set; } = new();

    /// <summary>An article at the same address with another text, to be confirmed.</summary>
    public long? KnownVersion { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState["Input.PublishedOn"] is { Errors.Count: > 0 } mistyped)
        {
            mistyped.Errors.Clear();
            mistyped.Errors.Add($"“{mistyped.AttemptedValue}” is no date; write it as 2025-08-19.");
        }

        var read = Input.How switch
        {
            IntakeHow.File => await sources.FromFileAsync(Input.File, cancel),
            IntakeHow.Url => await sources.FromUrlAsync(Input.Url, cancel),
            _ => SourceReader.FromText(Input.Text),
        };
        if (!ModelState.IsValid || read is not { Value: { } source })
        {
            return Again(
                Input.How.ToString() switch
                {
                    "Paste" => "Text",
                    var field => field,
                },
                read.Refusal
            );
        }

        var (complete, refusals) = Input.Details.Complete(source, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (refusals.Count > 0)
        {
            ShowWhatThePageSays(complete);
            foreach (var refusal in refusals)
                Again(FieldOf(refusal.Code), refusal);
            return Page();
        }

        return await AddAsync(complete, Input.NewVersion, cancel);
    }

    public Task<IActionResult> OnPostSampleAsync(CancellationToken cancel) =>
        AddAsync(SampleArticle.Read(), newVersion: false, cancel);

    private async Task<IActionResult> AddAsync(ArticleSource source, bool newVersion, CancellationToken cancel)
    {
        var added = await intake.AddAsync(source, newVersion, User.ToActor().Name, cancel);
        if (added is not { Value: { } receipt })
            return Again("Text", added.Refusal);
        if (receipt.Known == KnownBy.Url)
        {
            KnownVersion = receipt.ArticleId;
            ShowWhatThePageSays(source);
            return Page();
        }

        if (receipt.Known == KnownBy.Text)
            TempData["Done"] = "This article is here already. Nothing was added twice.";
        return RedirectToPage("IntakeAdded", new { id = receipt.ArticleId });
    }

    private PageResult Again(string field, Refusal? refusal)
    {
        if (refusal is not null)
            ModelState.AddModelError($"Input.{field}", refusal.Message);
        return Page();
    }

    // What was found need not be typed again, and can be corrected.
    private void ShowWhatThePageSays(ArticleSource source)
    {
        Input.Title ??= source.Title;
        Input.Outlet ??= source.Outlet;
        Input.PublishedOn ??= source.PublishedOn;
        ModelState.Clear();
    }

    private static string FieldOf(string code) =>
        code switch
        {
            "title" => "Title",
            "outlet" => "Outlet",
            _ => "PublishedOn",
        };

    public enum IntakeHow
    {
        Paste,
        File,
        Url,
    }

    public sealed class IntakeInput
    {
        public IntakeHow How { get; set; }

        public string? Text { get; set; }

        public IFormFile? File { get; set; }

        public string? Url { get; set; }

        public string? Title { get; set; }

        public string? Outlet { get; set; }

        [DataType(DataType.Date)]
        public DateOnly? PublishedOn { get; set; }

        public bool NewVersion { get; set; }

        internal IntakeDetails Details => new(Title, Outlet, PublishedOn);
    }
}
