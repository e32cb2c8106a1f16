namespace ClaimTracker.Domain;

/// <summary>A text with a source, a date and a stored snapshot. Its text never changes: claims point at its characters.</summary>
public sealed class Article
{
    /// <summary>The longest text taken in, in UTF-16 code units.</summary>
    public const int MaxTextLength = 1_000_000;

    private Article() { }

    /// <summary>
    /// An article as it came in; <paramref name="text"/> must be <see cref="ArticleText.Normalize">normalized</see>.
    /// </summary>
    public Article(string title, string outlet, string text, DateTime addedAt, string addedBy)
    {
        Title = title;
        Outlet = outlet;
        Text = text;
        TextHash = ArticleText.Hash(text);
        AddedAt = addedAt;
        AddedBy = addedBy;
    }

    public long Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Who published it: a site's or a paper's name.</summary>
    public string Outlet { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the text, lower-case hex: the same text is the same article.</summary>
    public string TextHash { get; private set; } = "";

    public string? Url { get; init; }

    public string? Byline { get; init; }

    public string? Language { get; init; }

    /// <summary>The day of publication, as the article gives it; relative times are resolved against it.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>The bytes that the text was taken from; null where text was pasted.</summary>
    public Snapshot? Snapshot { get; init; }

    public long? SnapshotId { get; private set; }

    public DateTime AddedAt { get; private set; }

    public string AddedBy { get; private set; } = "";

    public List<Appearance> Appearances { get; } = [];
}
