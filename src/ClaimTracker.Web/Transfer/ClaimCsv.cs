using System.Globalization;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Transfer;

/// <summary>Claims as a table for spreadsheets.</summary>
internal static class ClaimCsv
{
    public const string Header = "number,wording,kind,stage,publication,rating,freshness,in_doubt_since,under_recheck,outlet,article,url,published_on,created_at,verdict_issued_at,last_verified_at,next_check_due_at";

    /// <summary>One claim's line.</summary>
    public static string Line(Claim claim, DateTime now)
    {
        var article = claim.Appearances.MinBy(a => a.Id)?.Article;
        string?[] cells =
        [
            claim.Id.ToString(CultureInfo.InvariantCulture), claim.Wording, claim.Kind, claim.Stage.ToString(), claim.Publication.ToString(), claim.Rating, claim.FreshnessAt(now).ToString(),
            Instant(claim.InDoubtSince), claim.UnderRecheck ? "yes" : "no", claim.Outlet,
            article?.Title, article?.Url, article?.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Instant(claim.CreatedAt), Instant(claim.VerdictIssuedAt), Instant(claim.VerifiedAt(now)), Instant(claim.NextCheckDueAt),
        ];
        return string.Join(',', cells.Select(Cell));
    }

    private static string? Instant(DateTime? at) => at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // A cell that begins like a formula would be run as one by the spreadsheet that opens it.
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString() : safe;
    }
}
