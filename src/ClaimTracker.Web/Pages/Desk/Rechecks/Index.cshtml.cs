using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Rechecks;

// What is due, and what looks did lately.
[Authorize(Policy = Policies.DeskReader)]
public sealed class RechecksModel(DueQuery due, DeskDb db, TimeProvider time) : PageModel
{
    /// <summary>Those that a person is due for, whatever machines said.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Persons { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public IReadOnlyList<DueItem> Due { get; private set; } = [];

    /// <summary>Claims in these lists of which what is stored cannot be shown.</summary>
    public IReadOnlyList<long> Odd { get; private set; } = [];

    /// <summary>How many looks of the claims in these lists cannot be read.</summary>
    public int OddLooks { get; private set; }

    public string? Next { get; private set; }

    /// <summary>Public verdicts in doubt, on the first page.</summary>
    public DuePage InDoubt { get; private set; } = new([], [], 0, null);

    public SweepState State { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await due.ReadAsync(new DueFilter(Persons, Day, QueueCursor.Parse(After)), cancel);
        Due = found.Items;
        Next = found.Next?.ToString();
        if (Day is null && After is null)
            InDoubt = await due.InDoubtAsync(cancel);
        Odd = [.. found.Odd.Union(InDoubt.Odd)];
        OddLooks = found.OddLooks + InDoubt.OddLooks;
        State = await SweepState.ReadAsync(db, cancel);
    }
}
