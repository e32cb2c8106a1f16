using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>A kind of page with addresses of it, and how much more it may cost at a thousand times the claims.</summary>
internal sealed record PageSort(string Name, double AtMost, IReadOnlyList<string> Addresses);

/// <summary>The pages that are measured, with addresses that lead to claims all over the database.</summary>
internal static class PageList
{
    private const double Page = 1.3;

    // Also a filter whose hits are counted, as those of a search are.
    private const double Search = 3;
    private const int Each = 20;

    public static async Task<IReadOnlyList<PageSort>> OfAsync(DeskDb db)
    {
        var published = await PickAsync(db.Claims.Where(c => c.Publication == Publication.Published && !c.UnderRecheck));
        var corrected = await PickAsync(db.Claims.Where(c => c.VerdictVersion > 1));
        var reviewed = await PickAsync(
            db.Claims.Where(c => c.Stage == Stage.EditorReview || c.Stage == Stage.Researching || c.Stage == Stage.PeerCheck)
        );
        var rechecked = await PickAsync(db.Claims.Where(c => c.UnderRecheck));
        var triaged = await PickAsync(db.Claims.Where(c => c.Stage == Stage.Triage));
        var declined = await PickAsync(db.Claims.Where(c => c.Stage == Stage.Declined));
        var articles = await PickAsync(
            db.Appearances.Where(a => a.Claim.Publication == Publication.Published).Select(a => new { Id = a.ArticleId }),
            row => row.Id
        );
        var outlets = await db.Claims.Select(c => c.Outlet).Distinct().OrderBy(o => o).Take(Each).ToListAsync();
        var middle = published[Each / 2];
        return
        [
            new("working page, in triage", Page, To("/desk/claims/{0}", triaged)),
            new("working page, declined", Page, To("/desk/claims/{0}", declined)),
            new("working page, under review", Page, To("/desk/claims/{0}", reviewed)),
            new("working page, published", Page, To("/desk/claims/{0}", published)),
            new("working page, a second version", Page, To("/desk/claims/{0}", corrected)),
            new("working page, under re-check", Page, To("/desk/claims/{0}", rechecked)),
            new("history", Page, To("/desk/claims/{0}/history", corrected)),
            new("queue", Page, ["/desk"]),
            new("queue of one kind", Search, ["/desk?kind=count", "/desk?kind=casualty-figure"]),
            new("queue with what others hold", Search, ["/desk?holder=Any"]),
            new("queue of one stage", Search, ["/desk?stage=Researching", "/desk?stage=EditorReview"]),
            new("queue, overdue", Search, ["/desk?overdue=true&holder=Any"]),
            new("queue by age, by deadline", Page, ["/desk?sort=Age", "/desk?sort=Deadline"]),
            new("queue, all roles", Search, ["/desk?allRoles=true"]),
            new("queue of one outlet", Search, To("/desk?outlet={0}", outlets)),
            new("queue of an outlet that is nowhere", Search, ["/desk?outlet=Nowhere"]),
            new("queue of one speaker", Search, ["/desk?speaker=ministry", "/desk?speaker=nobody"]),
            new("queue, re-checks in doubt that are stale", Search, ["/desk?recheck=true&inDoubt=true&freshness=Stale"]),
            new("queue, free for me, of one kind and stage", Search, ["/desk?holder=FreeForMe&kind=count&stage=Researching"]),
            new("queue: words", Search, ["/desk?q=people", "/desk?q=euros&holder=Any", "/desk?q=51991"]),
            new("triage", Page, ["/desk/triage"]),
            new("triage of one claim", Page, To("/desk/triage?claim={0}", triaged)),
            new("triage as a list", Page, ["/desk/triage/list"]),
            new("triage as a list, of one article", Page, To("/desk/triage/list?article={0}", articles)),
            new("triage as a list, of one outlet", Search, To("/desk/triage/list?outlet={0}", outlets)),
            new("triage as a list: words", Search, ["/desk/triage/list?q=people", "/desk/triage/list?q=zeppelin"]),
            new("saved filters", Page, ["/desk/filters"]),
            new("set aside: declined", Page, ["/desk/triage/set-aside"]),
            new("set aside: linked", Page, ["/desk/triage/set-aside?linked=true"]),
            new("due checks", Page, ["/desk/rechecks"]),
            new("due for a person", Page, ["/desk/rechecks?persons=true"]),
            new("calendar of checks", Page, ["/desk/rechecks/calendar"]),
            new("sites", Page, ["/desk/rechecks/sites"]),
            new("what an article gave", Page, To("/desk/intake/{0}", articles)),
            new("people", Page, ["/people"]),
            new("workflows", Page, ["/workflows", "/workflows/standard-review/versions"]),
            new("public board", Page, ["/"]),
            new("public board, further down", Page, [$"/?before={middle}"]),
            new("public board, one kind", Page, ["/?kind=count", "/?kind=event"]),
            new("public board, one outlet", Page, To("/?outlet={0}", outlets)),
            new("public board, one rating", Page, ["/?verdict=true", "/?verdict=false"]),
            new("public board, stale", Page, ["/?freshness=stale"]),
            new("public board, due, of one kind", Page, ["/?freshness=due&kind=count"]),
            new("public board, under re-check", Page, ["/?freshness=recheck"]),
            new("public claim", Page, To("/claims/{0}", published)),
            new("public claim, a second version", Page, To("/claims/{0}", corrected)),
            new("article", Page, To("/articles/{0}", articles)),
            new("corrections", Page, ["/corrections"]),
            new("methodology", Page, ["/methodology"]),
            new("feed", Page, ["/feed"]),
            new("API: claims", Page, ["/api/claims"]),
            new("API: one claim", Page, To("/api/claims/{0}", published)),
            new("API: ClaimReview", Page, ["/api/claimreview"]),
            new("search: one letter", Search, ["/?q=a", "/?q=t", "/?q=k"]),
            new("search: a word in most claims", Search, ["/?q=in", "/?q=the", "/?q=euros"]),
            new("search: two common words", Search, ["/?q=people+killed", "/?q=paid+euros"]),
            new("search: common words that never meet", Search, ["/?q=drones+heating", "/?q=flood+rents"]),
            new("search: a rare word", Search, ["/?q=51991", "/?q=20404"]),
            new("search: a word that is nowhere", Search, ["/?q=zeppelin"]),
            new("search: a word within one outlet", Search, To("/?q=people&outlet={0}", outlets)),
            new("search: a letter within one outlet", Search, To("/?q=a&outlet={0}", outlets)),
            new("search: a word among one kind's stale", Search, ["/?q=people&kind=casualty-figure&freshness=stale"]),
            new("search: further down", Search, [$"/?q=people&before={middle}", $"/?q=a&before={middle}"]),
        ];
    }

    private static Task<List<long>> PickAsync(IQueryable<Claim> claims) => PickAsync(claims, claim => claim.Id);

    private static async Task<List<long>> PickAsync<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, long>> id)
    {
        var ids = await rows.Select(id).Distinct().OrderBy(one => one).ToListAsync();
        return ids.Count > 0
            ? [.. Enumerable.Range(0, Each).Select(i => ids[(int)((long)i * ids.Count / Each)])]
            : throw new InvalidOperationException("The seed holds no such claim, so that its page cannot be measured.");
    }

    private static List<string> To<T>(string address, IEnumerable<T> of) =>
        [
            .. of.Select(one =>
                string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Uri.EscapeDataString($"{one}"))
            ),
        ];
}
