using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>
/// The newest published verdicts, corrections and suspensions as an Atom feed. Readers of feeds keep what they were given: of
/// what was suspended they get the entry anew, without what it said, and of what was given back once more.
/// </summary>
internal static class AtomFeed
{
    private const int Entries = 40;

    // Verdicts are numbered as they are proposed; what was proposed longer ago than this is not looked for among the newest.
    private const int Window = 500;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static async Task<IResult> WriteAsync(DeskDb db, DeskSettings desk, CancellationToken cancel)
    {
        // What cannot be shown is left out: an entry says what it says without the page around it.
        var corrected = await db
            .Corrections.AsNoTracking()
            .OrderByDescending(c => c.Id)
            .Take(Entries)
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        var published = await db
            .Verdicts.AsNoTracking()
            .OrderByDescending(v => v.Id)
            .Take(Window)
            .Where(v => v.PublishedAt != null && v.ChangeReason == null)
            .OrderByDescending(v => v.PublishedAt)
            .Take(Entries)
            .ReadSoundAsync(v => v.Id, Oddity.Of, cancel);
        var suspended = await db
            .Suspensions.AsNoTracking()
            .OrderByDescending(s => s.Id)
            .Take(Entries)
            .ReadSoundAsync(s => s.Id, Oddity.Of, cancel);
        var ids = corrected
            .Rows.Select(c => c.ClaimId)
            .Concat(published.Rows.Select(v => v.ClaimId))
            .Concat(suspended.Rows.Select(s => s.ClaimId))
            .Distinct()
            .ToList();
        var claims = (
            await db.Claims.AsNoTracking().Where(c => ids.Contains(c.Id)).ReadSoundAsync(c => c.Id, Oddity.Of, cancel)
        ).Rows.ToDictionary(c => c.Id);
        foreach (var claim in claims.Values)
            claim.WithholdFromReaders();

        // When it was last withheld from readers, or given back to them.
        var withheld = await db
            .Suspensions.Where(s => ids.Contains(s.ClaimId))
            .GroupBy(s => s.ClaimId)
            .Select(s => new { s.Key, At = s.Max(one => one.EndedAt ?? one.At) })
            .ToDictionaryAsync(s => s.Key, s => (DateTime?)s.At, cancel);
        var corrections = corrected.Rows.Where(c => claims.ContainsKey(c.ClaimId));
        var verdicts = published.Rows.Where(v => claims.ContainsKey(v.ClaimId));

        var entries = corrections
            .Select(c =>
                Entry(
                    desk,
                    c.ClaimId,
                    $"correction-{c.Id}",
                    c.At,
                    IsSuspended(c.ClaimId)
                        ? $"Suspended: {claims[c.ClaimId].Wording}"
                        : $"{Verb(c)}: {claims[c.ClaimId].Wording}",
                    IsSuspended(c.ClaimId)
                        ? ""
                        : Change(c, StandingOf(c.ClaimId, c.ToVersion), c.IsWithheldBy(claims[c.ClaimId])),
                    c.ToVersion is null && !IsSuspended(c.ClaimId) ? null : StandingOf(c.ClaimId, c.ToVersion).Words,
                    Later(DoubtOf(c.ClaimId, c.ToVersion), withheld.GetValueOrDefault(c.ClaimId)),
                    JsonNamingPolicy.KebabCaseLower.ConvertName($"{c.Kind}")
                )
            )
            .Concat(
                verdicts.Select(v =>
                    Entry(
                        desk,
                        v.ClaimId,
                        $"v{v.Version}",
                        v.PublishedAt!.Value,
                        IsSuspended(v.ClaimId)
                            ? $"Suspended: {claims[v.ClaimId].Wording}"
                            : $"{SaidOfVerdict.Label(v.Rating, StandingOf(v.ClaimId, v.Version))}: {claims[v.ClaimId].Wording}",
                        claims[v.ClaimId].Withholds(v.Version) ? "" : v.Rationale,
                        StandingOf(v.ClaimId, v.Version).Words,
                        Later(v.ClosedAt ?? DoubtOf(v.ClaimId, v.Version), withheld.GetValueOrDefault(v.ClaimId))
                    )
                )
            )
            .Concat(
                suspended
                    .Rows.Where(s => claims.ContainsKey(s.ClaimId))
                    .Select(s =>
                        Entry(
                            desk,
                            s.ClaimId,
                            $"suspension-{s.Id}",
                            s.At,
                            $"{(s.EndedAt is null ? "Suspended" : "No longer suspended")}: {claims[s.ClaimId].Wording}",
                            s is { EndedAt: { } ended, EndedHow: { } how }
                                ? $"The verdict was suspended until {MomentText.Of(ended)}: {SaidOfVerdict.End(how)}."
                                : "The desk has withheld what its verdict says until it has decided what becomes of it.",
                            null,
                            s.EndedAt
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

        bool IsSuspended(long claimId) => claims[claimId].Publication == Publication.Suspended;
        VersionStanding StandingOf(long claimId, int? version) => SaidOfVerdict.Of(version, claims[claimId]);
        DateTime? DoubtOf(long claimId, int? version) =>
            claims[claimId] is { Publication: Publication.Published } c && c.VerdictVersion == version ? c.InDoubtSince : null;
    }

    private static (DateTime At, XElement Xml) Entry(
        DeskSettings desk,
        long claimId,
        string version,
        DateTime at,
        string title,
        string text,
        string? standing,
        DateTime? changed,
        string? category = null
    )
    {
        // Readers of feeds take up an entry again when it is newer.
        if (changed > at)
            at = changed.Value;
        var url = ClaimReviewJson.UrlOf(claimId, desk);
        return (
            at,
            new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"{url}#{version}"),
                new XElement(Atom + "title", Clean(title)),
                new XElement(Atom + "updated", Stamp(at)),
                new XElement(Atom + "link", new XAttribute("href", url)),
                category is null ? null : new XElement(Atom + "category", new XAttribute("term", category)),
                new XElement(Atom + "summary", Clean(standing is null ? text : $"{standing} {text}".TrimEnd()))
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

    private static string Change(Correction correction, VersionStanding standing, bool isWithheld)
    {
        var why = isWithheld ? "Why is withheld with the text of the version before." : correction.Why;
        return correction.ToRating is { } to
            ? to == correction.FromRating
                ? $"Still {SaidOfVerdict.Label(to, standing)}. {why}"
                : $"From {SaidOfVerdict.Label(correction.FromRating, (DateTime?)null)} to {SaidOfVerdict.Label(to, standing)}. {why}"
            : $"It was rated {SaidOfVerdict.Label(correction.FromRating, (DateTime?)null)}. {why}";
    }

    private static DateTime? Later(DateTime? one, DateTime? other) => one > other || other is null ? one : other;

    private static string Stamp(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // Text out of articles may hold characters that XML cannot.
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
                .Select(rune => rune.ToString())
        );
}
