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

    internal IReadOnlyList<CorrectionRow> Rows { get; private set; } = [];

    /// <summary>How many more belong here and cannot be shown.</summary>
    public int Odd { get; private set; }

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
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        var found = corrections.Rows.Select(c => c.Id).Concat(corrections.Odd.Select(c => c.Id)).OrderDescending().ToList();
        if (found.Count > Size)
            Next = found[Size - 1];
        var shown = corrections.Rows.Where(c => !(c.Id < Next)).ToList();
        var ids = shown.Select(c => c.ClaimId).ToList();
        var claims = (
            await db.Claims.AsNoTracking().Where(c => ids.Contains(c.Id)).ReadSoundAsync(c => c.Id, Oddity.Of, cancel)
        ).Rows.ToDictionary(c => c.Id);
        foreach (var claim in claims.Values)
            claim.WithholdFromReaders();
        shown.RemoveAll(c => !claims.ContainsKey(c.ClaimId));
        Odd = Math.Min(found.Count, Size) - shown.Count;
        Rows =
        [
            .. shown.Select(c => new CorrectionRow(c, claims[c.ClaimId].Wording, SaidOfVerdict.Of(c.ToVersion, claims[c.ClaimId]))
            {
                IsSuspended = claims[c.ClaimId].Publication == Publication.Suspended,
                IsWithheld = c.IsWithheldBy(claims[c.ClaimId]),
            }),
        ];
    }

    internal sealed record CorrectionRow(Correction Correction, string Wording, VersionStanding Standing)
    {
        /// <summary>True where the claim's verdict is suspended: no rating of it is given.</summary>
        public bool IsSuspended { get; init; }

        /// <summary>True where it is not given why.</summary>
        public bool IsWithheld { get; init; }
    }
}
