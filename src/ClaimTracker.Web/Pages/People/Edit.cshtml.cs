using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.People;

[Authorize(Policy = Policies.Administrator)]
public sealed class EditModel(UserManager<Person> users, PersonRegister people) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<string> Held { get; private set; } = [];

    public string? PasswordRefused { get; private set; }

    public string? RolesRefused { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostRolesAsync(List<string> roles, CancellationToken cancel)
    {
        var set = await people.SetRolesAsync(Name, roles, cancel);
        if (set.IsOk)
        {
            return Done(
                $"{Name} now holds: {(roles.Count == 0 ? "no role" : string.Join(", ", roles))}. Acts feel it at once, pages within a minute."
            );
        }

        RolesRefused = set.Refusal!.Message;
        return await ShowAsync(roles);
    }

    public async Task<IActionResult> OnPostActiveAsync(bool active, CancellationToken cancel)
    {
        var set = await people.SetActiveAsync(Name, active, cancel);
        if (set.IsOk)
        {
            return Done(
                active ? $"{Name} can sign in again." : $"{Name} can no longer sign in. What was done under the name stays."
            );
        }

        TempData["Refused"] = set.Refusal!.Message;
        return RedirectToPage(new { Name });
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? password, CancellationToken cancel)
    {
        var reset = string.IsNullOrEmpty(password)
            ? Result.Refused("password", "Give the new password.")
            : await people.ResetPasswordAsync(Name, password, cancel);
        if (reset.IsOk)
            return Done($"{Name} has a new password, and is signed out everywhere within a minute.");
        PasswordRefused = reset.Refusal!.Message;
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string>? typed = null)
    {
        if (await users.FindByNameAsync(Name) is not { } person)
            return NotFound();
        Person = person;
        Held = typed ?? [.. await users.GetRolesAsync(person)];
        return Page();
    }

    private RedirectToPageResult Done(string message)
    {
        TempData["Done"] = message;
        return RedirectToPage(new { Name });
    }
}
