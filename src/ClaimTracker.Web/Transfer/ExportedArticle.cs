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

    public static ExportedArticle Of(Article article) => new()
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

    public Article ToArticle() => new(Title, Outlet, Text, AddedAt, AddedBy)
    {
        Url = Url,
        Byline = Byline,
        Language = Language,
        PublishedOn = PublishedOn,
        Snapshot = Snapshot?.ToSnapshot(),
    };
}

/// <summary>A snapshot in an export; the bytes are base64.</summary>
internal sealed record ExportedSnapshot(byte[] Content, string ContentType, string? Url, DateTime TakenAt)
{
    public static ExportedSnapshot? Of(Snapshot? snapshot) =>
        snapshot is null ? null : new ExportedSnapshot(snapshot.Content, snapshot.ContentType, snapshot.Url, snapshot.TakenAt);

    public Snapshot ToSnapshot() => new(Content, ContentType, Url, TakenAt);
}
