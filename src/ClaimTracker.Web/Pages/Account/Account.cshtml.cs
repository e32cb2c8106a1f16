using System.ComponentModel.DataAnnotations;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Account;

[Authorize]
public sealed class AccountModel(PersonRegister people, SignInManager<Person> signIn) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public IReadOnlyList<string> HeldRoles => [.. User.ToActor().ActorRoles.Order(StringComparer.Ordinal)];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return Page();
        var changed = await people.ChangePasswordAsync(User.Identity!.Name!, Input.Current, Input.New, cancel);
        if (changed is not { Value: { } person })
        {
            ModelState.AddModelError(
                changed.Refusal!.Code is "wrong-password" or "paused" ? "Input.Current" : "Input.New",
                changed.Refusal.Message
            );
            return Page();
        }

        await signIn.RefreshSignInAsync(person);
        TempData["Done"] = "The password is changed. Other devices are signed out within a minute.";
        return RedirectToPage();
    }

    public sealed class PasswordInput
    {
        [Required(ErrorMessage = "Give your password as it is now.")]
        [DataType(DataType.Password)]
        public string Current { get; set; } = "";

        [Required(ErrorMessage = "Give the new password.")]
        [DataType(DataType.Password)]
        public string New { get; set; } = "";
    }
}
