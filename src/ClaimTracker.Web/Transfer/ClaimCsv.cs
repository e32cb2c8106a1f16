using System.Globalization;
using ClaimTracker.Domain;
using CsvHelper;

namespace ClaimTracker.Web.Transfer;

/// <summary>Claims as a table for spreadsheets: UTF-8, a header, a claim a record.</summary>
internal static class ClaimCsv
{
    // A cell that begins like a formula would be run as one by the spreadsheet that opens it.
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    private static readonly string[] Header =
    [
        "number",
        "wording",
        "kind",
        "stage",
        "publication",
        "rating",
        "freshness",
        "in_doubt_since",
        "under_recheck",
        "outlet",
        "article",
        "url",
        "published_on",
        "created_at",
        "verdict_issued_at",
        "last_verified_at",
        "next_check_due_at",
    ];

    /// <summary>
    /// Writes the claims as they come, their freshness told for the instant <paramref name="now"/>. The stream stays open.
    /// </summary>
    public static async Task WriteAsync(IAsyncEnumerable<Claim> claims, DateTime now, Stream output, CancellationToken cancel)
    {
        await using var writer = CsvWriter.Create(output, Options, leaveOpen: true);
        await writer.WriteRecordAsync(Header, cancel);
        await foreach (var claim in claims.WithCancellation(cancel))
            await writer.WriteRecordAsync(Cells(claim, now), cancel);
    }

    private static string?[] Cells(Claim claim, DateTime now)
    {
        // A table is made to be handed on, so it holds what readers are given.
        claim.WithholdFromReaders();
        var article = claim.WordingWithheld ? null : claim.Appearances.MinBy(a => a.Id)?.Article;
        return
        [
            claim.Id.ToString(CultureInfo.InvariantCulture),
            claim.Wording,
            claim.Kind,
            claim.Stage.ToString(),
            claim.Publication.ToString(),
            claim.Rating,
            claim.FreshnessAt(now).ToString(),
            Instant(claim.InDoubtSince),
            claim.UnderRecheck ? "yes" : "no",
            claim.Outlet,
            article?.Title,
            article?.Url,
            article?.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Instant(claim.CreatedAt),
            Instant(claim.VerdictIssuedAt),
            Instant(claim.VerifiedAt(now)),
            Instant(claim.NextCheckDueAt),
        ];
    }

    private static string? Instant(DateTime? at) => at?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
