using AngleSharp.Html.Dom;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>What came from an address → a page as a reader sees it, block by block.</summary>
public static class PageBlocks
{
    // Beyond this a parser's limits would cut the page, and a page that was cut cannot be compared.
    private const int MostTags = 300_000;
    private const int LongestPage = 12_000_000;

    /// <summary>The page of an answer; one that cannot be read says why.</summary>
    public static WatchedPage Of(FetchedSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Of(source.Content, source.Charset, source.IsPage, source.Url);
    }

    /// <summary>A page that was kept, decoded as it was answered.</summary>
    public static WatchedPage Of(Snapshot kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var address = Uri.TryCreate(kept.FinalAddress ?? kept.Url, UriKind.Absolute, out var url) ? url : null;
        return Of(kept.Content, kept.Charset, WebPage.IsType(kept.ContentType), address);
    }

    /// <summary>The page of bytes in an encoding.</summary>
    public static WatchedPage Of(byte[] content, string? charset, bool isPage, Uri? url)
    {
        var decoded = TextDecoder.Decode(content, charset);
        return decoded is { Value: { } text } ? Of(text, isPage, url) : WatchedPage.Unreadable(decoded.Refusal!.Message);
    }

    /// <summary>The page of decoded HTML, or of plain text.</summary>
    public static WatchedPage Of(string text, bool isPage, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestPage)
            return WatchedPage.Unreadable($"the page has more than {LongestPage:N0} characters, too many to compare");
        text = ComposedText.Of(text);
        if (!isPage)
            return OfText(text);
        if (text.AsSpan().Count('<') > MostTags)
            return WatchedPage.Unreadable($"the page has more than {MostTags:N0} tags, too many to compare");
        var read = PageBudget.Read(TimeProvider.System, budget => OfPage(PageDocument.Tree(text, budget), url, budget));
        return read.Value ?? WatchedPage.Unreadable(read.Refusal!.Message);
    }

    private static WatchedPage OfPage(IHtmlDocument document, Uri? url, PageBudget budget)
    {
        budget.CheckTime();
        return new WatchedPage(BlockWalk.Of(document, budget))
        {
            Title = string.IsNullOrWhiteSpace(document.Title) ? null : document.Title.Trim(),
            Address = url?.AbsoluteUri,
            Canonical = AddressOf(document) is { Length: > 0 } own ? Whole(own.Trim(), url) : null,
            Language = document.DocumentElement.GetAttribute("lang"),
            Described = Paragraphs(new JsonLd(document).Body ?? ""),
        };
    }

    private static WatchedPage OfText(string text) => new(Paragraphs(text)) { IsStructured = false };

    private static List<PageBlock> Paragraphs(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(paragraph => new PageBlock(paragraph, BlockKind.Paragraph, PageZone.Body)),
        ];

    private static string Whole(string address, Uri? url) =>
        url is not null && Uri.TryCreate(url, address, out var whole) ? whole.AbsoluteUri : address;

    private static string? AddressOf(IHtmlDocument document) =>
        document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")
        ?? document.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
}
