using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>One sentence of a page, a row of a table, or a heading.</summary>
internal sealed class PageStatement
{
    private const int LongestLabel = 40;
    private const int ShortField = 5;

    private List<PlainWord>? _words;
    private string? _key;
    private HashSet<string>? _telling;
    private PageStatement? _alike;

    public PageStatement(PageBlock block, int blockIndex, TextSpan span)
    {
        (Block, BlockIndex, Span) = (block, blockIndex, span);
        Text = span.Length == block.Text.Length ? block.Text : block.Text[span.Start..span.End];
    }

    public PageBlock Block { get; }

    /// <summary>Where the block stands on the page.</summary>
    public int BlockIndex { get; }

    /// <summary>Where it stands in its block.</summary>
    public TextSpan Span { get; }

    public string Text { get; }

    /// <summary>Where it stands among the statements of the page.</summary>
    public int Index { get; init; }

    public List<PlainWord> Words => _words ??= _alike?.Words ?? PlainWords.Of(Text);

    /// <summary>Equal for statements that say the same in the same words, however these are set.</summary>
    public string Key => _key ??= _alike?.Key ?? KeyOf(Words);

    /// <summary>The stems of the words that say something, figures and days left out.</summary>
    public HashSet<string> Telling => _telling ??= _alike?.Telling ?? [.. Words.Where(Tells.Something).Select(word => word.Stem)];

    /// <summary>What it is a value of: "status" of "Status: in force" or of a row with that name; empty for none.</summary>
    public string Label
    {
        get
        {
            if (Block is { Kind: BlockKind.Row, Cells.Count: 2 })
                return Block.Cells[0].Text.Trim(':', ' ').ToLowerInvariant();
            var colon = Text.IndexOf(':', StringComparison.Ordinal);
            if (colon is > 0 and < LongestLabel)
                return Text[..colon].Trim().ToLowerInvariant();
            return Words.Count is > 1 and <= ShortField && Block.Kind != BlockKind.Heading ? Words[0].Form : "";
        }
    }

    /// <summary>Reads its words off a statement with the very same text: most of a page stands on the kept one too.</summary>
    public void ReadAs(PageStatement alike) => _alike = alike;

    public static string KeyOf(IReadOnlyList<PlainWord> words) => WrittenKey.Of(words);
}
