using System.ComponentModel.DataAnnotations;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.People;

[Authorize(Policy = Policies.Administrator)]
public sealed class IndexModel(DeskDb db, PersonRegister people) : PageModel
{
    private const int PageSize = 50;

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public string? Next { get; private set; }

    public Task OnGetAsync(string? after, CancellationToken cancel) => LoadAsync(after, cancel);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var added = await people.AddAsync(Input.Name, Input.Password, Input.Roles, cancel);
            if (added.IsOk)
                return Done($"{Input.Name} can sign in now.");
            ModelState.AddModelError(added.Refusal!.Code is "name" or "password" ? $"Input.{(added.Refusal.Code == "name" ? "Name" : "Password")}" : "", added.Refusal.Message);
        }

        await LoadAsync(null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRolesAsync(string name, string[] roles, CancellationToken cancel) =>
        Answer(await people.SetRolesAsync(name, roles, cancel), $"{name} holds: {(roles.Length == 0 ? "no role" : string.Join(", ", roles))}.");

    public async Task<IActionResult> OnPostActiveAsync(string name, bool active, CancellationToken cancel) =>
        Answer(await people.SetActiveAsync(name, active, cancel), active ? $"{name} can sign in again." : $"{name} can no longer sign in.");

    private async Task LoadAsync(string? after, CancellationToken cancel)
    {
        var page = await db.Users.AsNoTracking().Where(p => after == null || p.UserName!.CompareTo(after) > 0)
            .OrderBy(p => p.UserName).Take(PageSize + 1)
            .Select(p => new PersonRow(
                p.UserName!, p.DeactivatedAt == null,
                db.UserRoles.Where(held => held.UserId == p.Id).Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToList()))
            .ToListAsync(cancel);
        Next = page.Count > PageSize ? page[PageSize - 1].Name : null;
        People = page.Take(PageSize).ToList();
    }

    private RedirectResult Answer(Result result, string done)
    {
        if (result.IsOk)
            return Done(done);
        TempData["Refused"] = result.Refusal!.Message;
        return Redirect("/people");
    }

    private RedirectResult Done(string message)
    {
        TempData["Done"] = message;
        return Redirect("/people");
    }

    public sealed record PersonRow(string Name, bool Active, IReadOnlyList<string> Roles);

    public sealed class PersonInput
    {
        [Required(ErrorMessage = "Give a user name.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Give a first password.")]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public List<string> Roles { get; set; } = [];
    }
}
