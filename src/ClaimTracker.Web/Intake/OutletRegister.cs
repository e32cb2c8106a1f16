using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Intake;

/// <summary>The outlets whose articles have come in.</summary>
internal static class OutletRegister
{
    /// <summary>
    /// Adds the outlets that are not known yet. Call it within a commit. The sample's words are ours, so readers see all of them.
    /// </summary>
    public static async Task AddOutletsAsync(this DeskDb db, IEnumerable<string> names, CancellationToken cancel)
    {
        var named = names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Outlets.Where(o => named.Contains(o.Name)).Select(o => o.Name).ToListAsync(cancel);
        foreach (
            var name in named
                .Except(known, StringComparer.Ordinal)
                .Except(db.Outlets.Local.Select(o => o.Name), StringComparer.Ordinal)
        )
        {
            var outlet = new Outlet(name);
            if (name == SampleArticle.Outlet)
                outlet.License(Licence.Full);
            db.Outlets.Add(outlet);
        }
    }

    /// <summary>What readers may see of an outlet's articles; excerpts where nobody has said so.</summary>
    public static Task<Licence> LicenceOfAsync(this DeskDb db, string outlet, CancellationToken cancel) =>
        db.Outlets.Where(o => o.Name == outlet).Select(o => o.Licence).FirstOrDefaultAsync(cancel);
}
