namespace ClaimTracker.Extraction.Watches;

/// <summary>A page as a reader sees it: blocks in their order, with what stands above and around each.</summary>
/// <param name="Blocks">What the page shows and what it hides, in the order of the page.</param>
public sealed record WatchedPage(IReadOnlyList<PageBlock> Blocks)
{
    /// <summary>The title that browsers show; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Where it was found, after redirects; null where that is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The address that the page gives itself; null where it gives none.</summary>
    public string? Canonical { get; init; }

    /// <summary>The language that the page names, "en-GB"; null where it names none.</summary>
    public string? Language { get; init; }

    /// <summary>The text that the page repeats for programs; it counts only where the page shows none of its own.</summary>
    public IReadOnlyList<PageBlock> Described { get; init; } = [];

    /// <summary>
    /// Why nothing can be read off it, in words: an error status, a file of another kind, too large; null where it can be.
    /// </summary>
    public string? Refused { get; init; }

    /// <summary>False for plain text, which shows neither headings nor surroundings.</summary>
    public bool IsStructured { get; init; } = true;

    /// <summary>A page that cannot be read, and why.</summary>
    public static WatchedPage Unreadable(string why) => new([]) { Refused = why };
}

/// <summary>A block of a page: a paragraph, a list item, a row of a table, a heading.</summary>
/// <param name="Text">What it says, on one line.</param>
/// <param name="Kind">What kind of block it is.</param>
/// <param name="Zone">In what part of the page it stands.</param>
public sealed record PageBlock(string Text, BlockKind Kind, PageZone Zone)
{
    /// <summary>The nearest heading above it; null where none is.</summary>
    public string? Heading { get; init; }

    /// <summary>The rank of <see cref="Heading"/>, 1 to 6, or of the block where it is a heading itself; 0 for none.</summary>
    public int Level { get; init; }

    /// <summary>The heading of the part that <see cref="Heading"/> belongs to; null where that is the page itself.</summary>
    public string? Part { get; init; }

    /// <summary>The cells of a row with their column headers; empty for other blocks.</summary>
    public IReadOnlyList<PageCell> Cells { get; init; } = [];

    /// <summary>Which table or list it belongs to: equal for blocks of one; 0 for none.</summary>
    public int Group { get; init; }

    /// <summary>How much of it is links, 0 to 1.</summary>
    public double Linked { get; init; }

    /// <summary>True where the page calls it a notice on its text: a correction, an editor's note, an alert.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Places that its note marks point to, and its own: a note that is marked in a passage speaks of it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The names by which notes point to it.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];
}

/// <summary>A cell of a table.</summary>
/// <param name="Header">What stands above its column; empty for none.</param>
/// <param name="Text">What stands in it.</param>
public sealed record PageCell(string Header, string Text);

/// <summary>What kind of block it is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph or a line of its own.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A row of a table of data.</summary>
    Row,

    /// <summary>The title of a table or picture.</summary>
    Caption,

    /// <summary>A term with what is said of it: "Status: in force".</summary>
    Field,

    /// <summary>A quoted block.</summary>
    Quoted,
}

/// <summary>In what part of a page a block stands.</summary>
public enum PageZone
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>Beside it.</summary>
    Aside,

    /// <summary>Above or below the text: the site's own head and foot.</summary>
    Frame,

    /// <summary>Menus and paths.</summary>
    Navigation,

    /// <summary>Invitations to other pages.</summary>
    Teaser,

    /// <summary>Advertisements.</summary>
    Advert,

    /// <summary>Notices laid over the page: cookies, sign-in.</summary>
    Overlay,

    /// <summary>What readers wrote.</summary>
    Comment,

    /// <summary>Not shown.</summary>
    Hidden,

    /// <summary>Struck out.</summary>
    Struck,
}
