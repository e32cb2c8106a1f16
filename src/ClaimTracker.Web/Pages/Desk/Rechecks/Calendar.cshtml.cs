using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Rechecks;

// What falls due on which day of a month.
[Authorize(Policy = Policies.DeskReader)]
public sealed class CalendarModel(DueQuery due, TimeProvider time) : PageModel
{
    /// <summary>Any day of the month that is shown; the present one where it is not said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Month { get; set; }

    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public DateOnly First { get; private set; }

    public IReadOnlyList<DueDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // The first and the last month that there are have no neighbours to lead to.
        var asked = Month is { Year: > 1 and < 9999 } month ? month : Today;
        First = new DateOnly(asked.Year, asked.Month, 1);
        var days = Enumerable.Range(0, DateTime.DaysInMonth(First.Year, First.Month)).Select(First.AddDays).ToList();
        var checks = await due.CountAsync(persons: false, days, cancel);
        var persons = await due.CountAsync(persons: true, days, cancel);
        Days = days.ConvertAll(day => new DueDay(day, checks.GetValueOrDefault(day), persons.GetValueOrDefault(day)));
    }
}

/// <summary>What is due on a day.</summary>
public sealed record DueDay(DateOnly Day, int Checks, int Persons)
{
    /// <summary>A number that was counted so far and no further.</summary>
    public static string Number(int count) => count > DueQuery.Most ? $"more than {DueQuery.Most}" : $"{count}";
}
