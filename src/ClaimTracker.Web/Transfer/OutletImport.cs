using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Transfer;

/// <summary>Takes the outlets of an export in.</summary>
internal static class OutletImport
{
    /// <summary>
    /// Adds those that this desk does not know, with their licences. Of those that it knows it has decided itself what readers
    /// see: a licence that differs is told and left. Call it within a commit. Gives how many records could not be taken in.
    /// </summary>
    public static async Task<int> AddAsync(
        DeskDb db,
        IReadOnlyCollection<ExportedOutlet> outlets,
        Action<string> tell,
        CancellationToken cancel
    )
    {
        if (outlets.Count == 0)
            return 0;
        var refused = 0;
        var names = outlets.Select(one => one.Name).ToList();
        var known = await db
            .Outlets.Where(o => names.Contains(o.Name))
            .ToDictionaryAsync(o => o.Name, StringComparer.Ordinal, cancel);
        foreach (var exported in outlets)
        {
            var what = $"outlet “{PlainText.Shorten(exported.Name ?? "", 60)}”";
            if (exported.Name is not { Length: > 0 and <= Outlet.MaxName } || !Enum.IsDefined(exported.Licence))
            {
                refused++;
                tell(
                    $"{what}: its name has to have 1 to {Outlet.MaxName} characters, and its licence to be Excerpt or Full; left out."
                );
            }
            else if (!known.TryGetValue(exported.Name, out var outlet))
            {
                db.Outlets.Add(known[exported.Name] = exported.ToOutlet());
            }
            else if (outlet.Licence != exported.Licence)
            {
                tell(
                    $"{what}: its licence is {outlet.Licence} here and {exported.Licence} in the export; it stays {outlet.Licence}. Set it on the page Outlets if the export is right."
                );
            }
        }

        await db.SaveChangesAsync(cancel);
        return refused;
    }
}
