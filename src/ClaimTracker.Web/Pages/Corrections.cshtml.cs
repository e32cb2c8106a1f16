using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class CorrectionsModel(DeskDb db) : PageModel
{
    private const int Size = 25;

    public IReadOnlyList<CorrectionRow> Rows { get; private set; } = [];

    public long? Before { get; private set; }

    public long? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancel)
    {
        Before = before;
        var last = before ?? long.MaxValue;
        var corrections = await db
            .Corrections.AsNoTracking()
            .Where(c => c.Id < last)
            .OrderByDescending(c => c.Id)
            .Take(Size + 1)
            .ToListAsync(cancel);
        if (corrections.Count > Size)
        {
            corrections.RemoveAt(Size);
            Next = corrections[^1].Id;
        }

        var ids = corrections.Select(c => c.ClaimId).ToList();
        var claims = await db
            .Claims.Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                c.Wording,
                InDoubt = c.Publication == Publication.Published && c.InDoubtSince != null ? c.VerdictVersion : null,
            })
            .ToDictionaryAsync(c => c.Id, cancel);
        Rows =
        [
            .. corrections.Select(c => new CorrectionRow(
                c,
                claims[c.ClaimId].Wording,
                c.ToVersion is { } to && claims[c.ClaimId].InDoubt == to
            )),
        ];
    }

    public sealed record CorrectionRow(Correction Correction, string Wording, bool InDoubt);
}
