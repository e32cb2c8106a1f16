namespace ClaimTracker.Extraction.Watches;

/// <summary>A page's statements, what it shows apart from what it hides.</summary>
/// <param name="Shown">What a reader sees; the text for programs where the page shows none of its own.</param>
/// <param name="Hidden">What is hidden, struck out or written by readers.</param>
internal sealed record PageView(PageStatements Shown, PageStatements Hidden)
{
    private static readonly PhraseList Walls = new("walls.txt");

    public static PageView Of(WatchedPage page)
    {
        page = page with { Blocks = StaffComments.Shown(page.Blocks) };
        var shown = page.Blocks.Where(block => block.Zone < PageZone.Comment).ToList();
        // The text for programs has neither headings nor surroundings.
        if (page.Described.Count > 0 && !ShowsText(page, shown))
            (page, shown) = (page with { IsStructured = false }, [.. page.Described]);
        return new PageView(
            new PageStatements(page, shown),
            new PageStatements(page, [.. page.Blocks.Where(block => block.Zone >= PageZone.Comment)])
        );
    }

    // A sentence of its own, which is no message to the visitor.
    private static bool ShowsText(WatchedPage page, List<PageBlock> shown) =>
        new PageStatements(page, [.. shown.Where(block => block.Zone == PageZone.Body && block.Linked < 0.5)]).All.Any(s =>
            s.Words.Count >= 4
            && s.Block.Kind != BlockKind.Heading
            && !Walls.Find(s.Words).Exists(found => found.Class is "script")
        );
}
