using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>The newest published verdicts and corrections as an Atom feed.</summary>
internal static class AtomFeed
{
    private const int Entries = 40;

    // Verdicts are numbered as they are proposed; what was proposed longer ago than this is not looked for among the newest.
    private const int Window = 500;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> WriteAsync(DeskDb db, DeskSettings desk, CancellationToken cancel)
    {
        var corrections = await db.Corrections.AsNoTracking().OrderByDescending(c => c.Id).Take(Entries).ToListAsync(cancel);
        var verdicts = await db
            .Verdicts.AsNoTracking()
            .OrderByDescending(v => v.Id)
            .Take(Window)
            .Where(v => v.PublishedAt != null && v.ChangeReason == null)
            .OrderByDescending(v => v.PublishedAt)
            .Take(Entries)
            .ToListAsync(cancel);
        var ids = corrections.Select(c => c.ClaimId).Concat(verdicts.Select(v => v.ClaimId)).Distinct().ToList();
        var wordings = await db
            .Claims.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Wording })
            .ToDictionaryAsync(c => c.Id, c => c.Wording, cancel);

        var entries = corrections
            .Select(c => Entry(desk, c.ClaimId, $"correction-{c.Id}", c.At, $"{Verb(c)}: {wordings[c.ClaimId]}", Change(c)))
            .Concat(
                verdicts.Select(v =>
                    Entry(
                        desk,
                        v.ClaimId,
                        $"v{v.Version}",
                        v.PublishedAt!.Value,
                        $"{Label(v.Rating)}: {wordings[v.ClaimId]}",
                        v.Rationale
                    )
                )
            )
            .OrderByDescending(e => e.At)
            .Take(Entries)
            .ToList();
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", desk.AddressOf("/feed")),
            new XElement(Atom + "title", $"{desk.Name}: verdicts and corrections"),
            new XElement(Atom + "updated", Stamp(entries.Count > 0 ? entries[0].At : DateTime.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", desk.Name)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", desk.AddressOf("/feed"))),
            new XElement(Atom + "link", new XAttribute("href", desk.PublicUrl)),
            entries.Select(e => e.Xml)
        );
        return Results.Text(
            new XDeclaration("1.0", "utf-8", null) + feed.ToString(SaveOptions.DisableFormatting),
            "application/atom+xml"
        );
    }

    private static (DateTime At, XElement Xml) Entry(
        DeskSettings desk,
        long claimId,
        string version,
        DateTime at,
        string title,
        string text
    )
    {
        var url = ClaimReviewJson.UrlOf(claimId, desk);
        return (
            at,
            new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"{url}#{version}"),
                new XElement(Atom + "title", Clean(title)),
                new XElement(Atom + "updated", Stamp(at)),
                new XElement(Atom + "link", new XAttribute("href", url)),
                new XElement(Atom + "summary", Clean(text))
            )
        );
    }

    private static string Verb(Correction correction) =>
        correction.Kind switch
        {
            CorrectionKind.Retracted => "Retracted",
            CorrectionKind.Updated => "Updated",
            CorrectionKind.Corrected => "Correction",
            CorrectionKind.Typo => "Typo",
            _ => throw new ArgumentOutOfRangeException(nameof(correction), correction.Kind, null),
        };

    private static string Change(Correction correction) =>
        correction.ToRating is { } to
            ? to == correction.FromRating
                ? $"Still {Label(to)}. {correction.Why}"
                : $"From {Label(correction.FromRating)} to {Label(to)}. {correction.Why}"
            : $"It was rated {Label(correction.FromRating)}. {correction.Why}";

    private static string Label(string rating) => Ratings.Find(rating)?.Label ?? rating;

    private static string Stamp(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // Text out of articles may hold characters that XML cannot.
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
                .Select(rune => rune.ToString())
        );
}
