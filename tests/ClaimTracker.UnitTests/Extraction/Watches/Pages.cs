using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Pages without HTML, which is read elsewhere.</summary>
internal static class Pages
{
    /// <summary>Plain text, a block a line.</summary>
    public static WatchedPage OfText(string text) =>
        new([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => new PageBlock(line, BlockKind.Paragraph, PageZone.Body))])
        { IsStructured = false };

    /// <summary>A page of blocks under one heading.</summary>
    public static WatchedPage Of(string heading, params string[] paragraphs) =>
        new([new PageBlock(heading, BlockKind.Heading, PageZone.Body) { Level = 1 }, .. paragraphs.Select(text => new PageBlock(text, BlockKind.Paragraph, PageZone.Body) { Heading = heading, Level = 1 })])
        {
            Title = heading,
        };
}
