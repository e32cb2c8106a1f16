namespace ClaimTracker.Domain;

/// <summary>A claim in one article: the sentence and its range of characters.</summary>
public sealed class Appearance
{
    private Appearance() { }

    /// <summary>The claim as it stands at <paramref name="start"/>..<paramref name="end"/> of the article's text.</summary>
    public Appearance(Article article, int start, int end)
    {
        if (start < 0 || end > article.Text.Length || start >= end)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                $"{start}..{end} lies outside the article's {article.Text.Length} characters."
            );
        }

        Article = article;
        Start = start;
        End = end;
        Text = article.Text[start..end];
    }

    public long Id { get; private set; }

    public long ClaimId { get; private set; }

    public Claim Claim { get; private set; } = null!;

    public long ArticleId { get; private set; }

    public Article Article { get; private set; } = null!;

    /// <summary>First UTF-16 code unit in the article's text.</summary>
    public int Start { get; private set; }

    /// <summary>End, exclusive.</summary>
    public int End { get; private set; }

    public string Text { get; private set; } = "";
}
