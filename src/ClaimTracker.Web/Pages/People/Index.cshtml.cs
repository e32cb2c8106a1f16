using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.People;

[Authorize(Policy = Policies.Administrator)]
public sealed class PeopleModel(DeskDb db, PersonRegister people) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The last name of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<ListedPerson> Listed { get; private set; } = [];

    public string? Next { get; private set; }

    public PersonInput Input { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] PersonInput input, CancellationToken cancel)
    {
        Input = input;
        if (ModelState.IsValid)
        {
            var added = await people.AddAsync(input.Name!.Trim(), input.Password!, input.Roles, cancel);
            if (added.IsOk)
            {
                TempData["Done"] =
                    $"{added.Value!.UserName} can sign in now. Hand the password over in person; it can be changed under the account.";
                return RedirectToPage();
            }

            ModelState.AddModelError(
                added.Refusal!.Code switch
                {
                    "name" => "Input.Name",
                    "password" => "Input.Password",
                    _ => "",
                },
                added.Refusal.Message
            );
        }

        await LoadAsync(cancel);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var after = After is { } typed ? PersonName.Normalized(typed) : null;
#pragma warning disable CA1309 // It becomes SQL, which compares as the index does.
        var found = await db
            .Users.AsNoTracking()
            .Where(p => after == null || string.Compare(p.NormalizedUserName, after) > 0)
#pragma warning restore CA1309
            .OrderBy(p => p.NormalizedUserName)
            .Take(PageSize + 1)
            .Select(p => new ListedPerson(
                p.UserName!,
                p.DeactivatedAt,
                db.UserRoles.Where(held => held.UserId == p.Id)
                    .Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!)
                    .ToList()
            ))
            .ToListAsync(cancel);
        Listed = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? Listed[^1].Name : null;
    }
}

/// <summary>A person in the list.</summary>
public sealed record ListedPerson(string Name, DateTime? DeactivatedAt, IReadOnlyList<string> Roles);
