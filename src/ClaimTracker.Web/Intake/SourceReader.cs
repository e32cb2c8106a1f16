using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Sources;
using ArticleText = ClaimTracker.Domain.ArticleText;

namespace ClaimTracker.Web.Intake;

/// <summary>
/// Pasted text, uploaded files and fetched pages → articles. Whatever cannot be one is refused with what to do about it.
/// </summary>
public static class SourceReader
{
    /// <summary>Text as it was pasted.</summary>
    public static Result<ArticleSource> FromText(string? text) => Checked(new ArticleSource(ArticleText.Normalize(text ?? "")));

    /// <summary>A .txt or .html file.</summary>
    public static Result<ArticleSource> FromFile(string name, byte[] content)
    {
        if (content.Length == 0)
            return new Refusal("empty", $"{name} is empty.");
        if (IsTable(name))
            return new Refusal("no-article", TableRefused(name));
        var decoded = TextDecoder.Decode(content, null);
        if (decoded is not { Value: { } text })
            return decoded.Refusal! with { Message = $"{name}: {decoded.Refusal!.Message}" };
        var isPage = WebPage.IsNamed(name) || WebPage.BeginsIn(text);
        return Checked(
            isPage ? OfPage(text, null) : OfText(text),
            source => source with { Content = content, ContentType = isPage ? WebPage.Html : WebPage.PlainText }
        );
    }

    /// <summary>True for a file of rows, of which none is an article by itself.</summary>
    public static bool IsTable(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv";

    /// <summary>What is said of such a file, and how to bring in what it holds.</summary>
    public static string TableRefused(string name) =>
        $"{name} is a table and no article. Save each article as .txt or .html, or all of them as .ndjson, a record a line.";

    /// <summary>What an address led to.</summary>
    public static Result<ArticleSource> FromFetched(FetchedSource fetched)
    {
        var decoded = TextDecoder.Decode(fetched.Content, fetched.Charset);
        if (decoded is not { Value: { } text })
            return decoded.Refusal! with { Message = $"{fetched.Url.Host}: {decoded.Refusal!.Message}" };
        return Checked(
            fetched.IsPage ? OfPage(text, fetched.Url) : OfText(text),
            source =>
                source with
                {
                    Url = fetched.Url,
                    Content = fetched.Content,
                    ContentType = fetched.ContentType,
                    Answer = fetched,
                }
        );
    }

    /// <summary>A page that is at hand as text already.</summary>
    public static Result<ArticleSource> FromHtml(string html, Uri? url) =>
        Checked(
            OfPage(html, url),
            source => source with { Url = url, Content = Encoding.UTF8.GetBytes(html), ContentType = WebPage.Html }
        );

    private static Result<ArticleSource> OfText(string text) => new ArticleSource(ArticleText.Normalize(text));

    private static Result<ArticleSource> OfPage(string html, Uri? url)
    {
        var extracted = ArticleExtractor.Extract(html, url);
        if (extracted is not { Value: { } page })
            return extracted.Refusal!;
        if (page.NoArticle is { } why)
            return new Refusal("no-article", why);
        return new ArticleSource(ArticleText.Normalize(page.Text))
        {
            Title = page.Title,
            Outlet = page.SiteName,
            PublishedOn = page.PublishedAt,
            Byline = page.Byline,
            Language = page.Language,
        };
    }

    private static Result<ArticleSource> Checked(Result<ArticleSource> read, Func<ArticleSource, ArticleSource> complete) =>
        read is { Value: { } source } ? Checked(complete(source)) : read;

    private static Result<ArticleSource> Checked(ArticleSource source)
    {
        if (source.Text.Length == 0)
        {
            return new Refusal(
                "empty",
                WebPage.IsType(source.ContentType) ? NoArticle.Empty : "There is no text in it; paste the article's words."
            );
        }

        if (source.Text.Length > Article.MaxTextLength)
        {
            return new Refusal(
                "too-long",
                $"The text has {source.Text.Length:N0} characters; {Article.MaxTextLength:N0} is the most. Take the article alone, or its parts one by one."
            );
        }

        return LostCharacters(source.Text) is var lost && lost * 50 > source.Text.Length
            ? new Refusal(
                "encoding",
                $"{lost:N0} characters of the text cannot be read: it is no text, or its encoding is damaged. Save it as UTF-8 text and try again."
            )
            : source;
    }

    // What a decoder could not make sense of, and what no article contains.
    private static int LostCharacters(string text)
    {
        var lost = 0;
        foreach (var c in text)
        {
            if (c == '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\t')))
                lost++;
        }

        return lost;
    }
}
