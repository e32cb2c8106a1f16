using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Articles;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class ArticleModel(DeskDb db, DeskSettings desk, TimeProvider time) : PageModel
{
    // More claims than a text of the greatest length can sensibly hold.
    private const int MostMarked = 10_000;

    public Article Article { get; private set; } = null!;

    /// <summary>The article's text as it is shown here: to readers without the sentences that are withheld.</summary>
    public string Text { get; private set; } = "";

    /// <summary>True where what is stored of the article is not as this program writes it.</summary>
    public bool IsOdd { get; private set; }

    /// <summary>True where the whole text is shown: to the desk, and to readers where the outlet's licence says so.</summary>
    public bool ShowsText { get; private set; }

    /// <summary>True for desk members, whom the licence does not bind.</summary>
    public bool OnDesk => User.IsOnDesk();

    /// <summary>
    /// Marked places in the order of the text. What repeats another claim, or is one with it, points to that one.
    /// </summary>
    public IReadOnlyList<MarkedClaim> Marked { get; private set; } = [];

    /// <summary>How many claims of it cannot be shown, since what is stored of them is not as this program writes it.</summary>
    public int Odd { get; private set; }

    /// <summary>
    /// The article for desk members; readers see what its outlet's licence allows, once one of its claims is public.
    /// </summary>
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        var read = await db.Articles.AsNoTracking().Where(a => a.Id == id).ReadSoundAsync(a => a.Id, _ => null, cancel);
        IsOdd = read.Odd.Count > 0;
        if (IsOdd)
            return OnDesk || await IsSeenAsync(id, cancel) ? Page() : NotFound();
        if (read.Rows is not [var article])
            return NotFound();
        (Article, Text) = (article, article.Text);
        ShowsText = OnDesk || await IsFullAsync(article.Outlet, cancel);
        Marked = await MarkedAsync(id, cancel);
        var isListed = Marked.Count > 0;
        if (!OnDesk)
            await WithholdAsync(id, cancel);
        return isListed || Odd > 0 || OnDesk ? Page() : NotFound();
    }

    private async Task WithholdAsync(long id, CancellationToken cancel)
    {
        var places = await (await WithheldSentences.ReadAsync(db, cancel)).InAsync(db, id, cancel);
        Text = WithheldSentences.Blank(Text, places);
        Marked = [.. Marked.Where(marked => !places.Any(place => place.Start < marked.End && place.End > marked.Start))];
    }

    // That there is an article tells readers of claims that are not public yet.
    private Task<bool> IsSeenAsync(long id, CancellationToken cancel) =>
        db
            .Claims.Where(Claim.SeenByReaders(desk.ShowClaimsUnderReview))
            .AnyAsync(c => db.Appearances.Any(a => a.ArticleId == id && a.ClaimId == c.Id), cancel);

    // A licence that is none that there is gives nothing away.
    private async Task<bool> IsFullAsync(string outlet, CancellationToken cancel)
    {
        try
        {
            return await db.LicenceOfAsync(outlet, cancel) == Licence.Full;
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<MarkedClaim>> MarkedAsync(long id, CancellationToken cancel)
    {
        var underReview = desk.ShowClaimsUnderReview;
        var places = await db
            .Appearances.Where(a => a.ArticleId == id)
            .OrderBy(a => a.Start)
            .ThenBy(a => a.End)
            .Take(MostMarked)
            .Select(a => new
            {
                a.Start,
                a.End,
                a.ClaimId,
                Other = a.Claim.LinkedToId ?? a.Claim.FoldedIntoId,
            })
            .ToListAsync(cancel);
        var ids = places
            .Select(p => p.ClaimId)
            .Concat(places.Where(p => p.Other is not null).Select(p => p.Other!.Value))
            .Distinct()
            .ToList();
        var read = await db
            .Claims.AsNoTracking()
            .Where(Claim.SeenByReaders(underReview))
            .Where(c => ids.Contains(c.Id))
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        foreach (var claim in read.Rows)
            claim.WithholdFromReaders();
        var claims = read.Rows.ToDictionary(c => c.Id);
        var now = time.GetUtcNow().UtcDateTime;
        List<MarkedClaim> marked =
        [
            .. places
                .Select(p => (Place: p, Claim: claims.GetValueOrDefault(p.ClaimId) ?? claims.GetValueOrDefault(p.Other ?? 0)))
                .Where(p => p.Claim is not null)
                .Select(p => new MarkedClaim(p.Place.Start, p.Place.End, p.Claim!, now)),
        ];

        // A place that is none in the text marks nothing.
        var astray = marked.RemoveAll(claim => claim.Start < 0 || claim.End > Article.Text.Length || claim.Start >= claim.End);
        Odd = read.Odd.Count + astray;
        return marked;
    }

    /// <summary>The text in paragraphs; a segment's claims are places in <see cref="Marked"/>.</summary>
    public IEnumerable<IReadOnlyList<MarkedSegment>> Paragraphs() =>
        MarkedText.Paragraphs(Text, [.. Marked.Select((claim, index) => new MarkedRange(claim.Start, claim.End, index))]);

    /// <summary>Places in <see cref="Marked"/> where a claim stands for the first time.</summary>
    public HashSet<int> FirstPlaces() =>
        [
            .. Marked
                .Select((claim, index) => (Id: claim.Claim.Id, index))
                .DistinctBy(place => place.Id)
                .Select(place => place.index),
        ];

    /// <summary>The first places of claims with the words around them, in the order of the text.</summary>
    public IEnumerable<(MarkedClaim Claim, Excerpt Excerpt)> Excerpts(int most)
    {
        var text = new ExcerptText(Text);
        return FirstPlaces()
            .Order()
            .Take(most)
            .Select(index => (Marked[index], text.Around(Marked[index].Start, Marked[index].End)));
    }
}

/// <summary>A public claim as it stands in the text.</summary>
public sealed record MarkedClaim(int Start, int End, Claim Claim, DateTime Now)
{
    public Freshness Freshness => Claim.FreshnessAt(Now);

    /// <summary>What we say of it, in a word or two.</summary>
    public string Label =>
        Claim.Publication switch
        {
            Publication.Published => string.Join(", ", Marks.Prepend(Words.OfRating(Claim.Rating!))),
            Publication.Retracted => "Verdict withdrawn",
            Publication.Suspended => "Verdict suspended",
            Publication.Unpublished => "Under review",
            var other => Words.Of(other),
        };

    /// <summary>What keeps the verdict from being taken as it stands; empty where nothing does.</summary>
    private IEnumerable<string> Marks
    {
        get
        {
            if (Claim.InDoubtSince is not null)
                yield return "in doubt";
            if (Freshness != Freshness.Fresh)
                yield return Words.Of(Freshness).ToLowerInvariant();
            if (Claim.UnderRecheck)
                yield return "under re-check";
        }
    }
}
