using ClaimTracker.Domain;

namespace ClaimTracker.Web.Transfer;

/// <summary>An article in an export. Properties are named as the entity's: that is how they are put back.</summary>
internal sealed record ExportedArticle
{
    public string Type { get; init; } = "article";

    public required string Title { get; init; }

    public required string Outlet { get; init; }

    public required string Text { get; init; }

    public string? Url { get; init; }

    public string? Byline { get; init; }

    public string? Language { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public ExportedSnapshot? Snapshot { get; init; }

    public static ExportedArticle Of(Article article) =>
        new()
        {
            Title = article.Title,
            Outlet = article.Outlet,
            Text = article.Text,
            Url = article.Url,
            Byline = article.Byline,
            Language = article.Language,
            PublishedOn = article.PublishedOn,
            AddedAt = article.AddedAt,
            AddedBy = article.AddedBy,
            Snapshot = ExportedSnapshot.Of(article.Snapshot),
        };

    public Article ToArticle() =>
        new(Title, Outlet, Text, AddedAt, AddedBy)
        {
            Url = Url,
            Byline = Byline,
            Language = Language,
            PublishedOn = PublishedOn,
            Snapshot = Snapshot?.ToSnapshot(),
        };
}

/// <summary>
/// A snapshot in an export; the bytes are base64. Exports from before the answer was kept with it lack the last four.
/// </summary>
internal sealed record ExportedSnapshot(
    byte[] Content,
    string ContentType,
    string? Url,
    DateTime TakenAt,
    string? Charset = null,
    string? FinalAddress = null,
    string? ETag = null,
    string? LastModified = null
)
{
    public static ExportedSnapshot? Of(Snapshot? s) =>
        s is null
            ? null
            : new ExportedSnapshot(s.Content, s.ContentType, s.Url, s.TakenAt, s.Charset, s.FinalAddress, s.ETag, s.LastModified);

    /// <summary>Why one of its addresses is none, or null.</summary>
    public Refusal? Mistake() => WebAddress.Check(Url) ?? WebAddress.Check(FinalAddress);

    public Snapshot ToSnapshot() =>
        new(Content, ContentType, Url, TakenAt)
        {
            Charset = Charset,
            FinalAddress = FinalAddress,
            ETag = ETag,
            LastModified = LastModified,
        };
}
