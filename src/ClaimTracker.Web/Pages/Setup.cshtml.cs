using System.ComponentModel.DataAnnotations;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages;

[AllowAnonymous]
public sealed class SetupModel(FirstRunCodes firstRun, PersonRegister people, SignInManager<Person> signIn) : PageModel
{
    /// <summary>True where it is asked for the code that the server has printed.</summary>
    public bool NeedsCode => !firstRun.IsFromHere(HttpContext);

    [BindProperty]
    public SetupInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await firstRun.IsFirstRunAsync(cancel) ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await firstRun.IsFirstRunAsync(cancel))
            return NotFound();
        if (NeedsCode && !await firstRun.KnowsAsync(Input.Code, cancel))
        {
            ModelState.AddModelError(
                "Input.Code",
                "That is not a code that a server of this desk has printed. Look into the output or the log of the server, at “Nobody can sign in yet”; each server of a desk prints its own, and any of them is taken."
            );
        }

        if (!ModelState.IsValid)
            return await ShowAsync(cancel);

        string[] roles =
        [
            Roles.Administrator,
            .. Input.FactChecker ? [Roles.FactChecker] : Array.Empty<string>(),
            .. Input.Editor ? [Roles.Editor] : Array.Empty<string>(),
        ];
        var added = await people.AddFirstAsync(Input.Name, Input.Password, roles, cancel);
        if (added is not { Value: { } person })
        {
            ModelState.AddModelError("", added.Refusal!.Message);
            return await ShowAsync(cancel);
        }

        await signIn.SignInAsync(person, isPersistent: false);
        TempData["Done"] = $"Welcome, {person.UserName}. Add the people of your desk here.";
        return Redirect("/people");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (NeedsCode)
            await firstRun.PrintAsync(cancel);
        return Page();
    }

    public sealed class SetupInput
    {
        [Required(ErrorMessage = "Give a user name.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Give a password.")]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public string? Code { get; set; }

        public bool FactChecker { get; set; }

        public bool Editor { get; set; }
    }
}
