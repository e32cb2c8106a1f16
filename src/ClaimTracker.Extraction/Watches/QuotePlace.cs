using System.Text;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Where a quote stands on its page, for a person to confirm and for the next look to find it again (the selector of W3C's
/// annotations).
/// </summary>
/// <param name="Text">The quote as the page has it.</param>
/// <param name="Prefix">What stands before it, at most 32 characters.</param>
/// <param name="Suffix">What stands behind it, at most 32 characters.</param>
/// <param name="Position">Its first character in the text that the page shows, in UTF-16 code units.</param>
public sealed record QuotePlace(string Text, string Prefix, string Suffix, int Position)
{
    private const int Around = 32;
    private const int Longest = 600;
    private const int LongestDate = 12;
    private const int LinesAbove = 400;

    /// <summary>The whole sentence or row around it, shortened.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The heading above it; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>The nearest heading or short line above it that names a day; null for none.</summary>
    public string? Date { get; init; }

    /// <summary>The block it stands in.</summary>
    public BlockKind Kind { get; init; }

    /// <summary>The column headers of its row; empty elsewhere.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The part of the page.</summary>
    public PageZone Zone { get; init; }

    /// <summary>True where the other is this place, on a page that may have grown or shrunk around it.</summary>
    public bool IsLike(QuotePlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Text, Sentence, Heading, Kind, Zone) == (other.Text, other.Sentence, other.Heading, other.Kind, other.Zone);
    }

    /// <summary>How much of what stands directly around it is as at another place: 0 to 2.</summary>
    internal int Shares(QuotePlace other) => (Prefix == other.Prefix ? 1 : 0) + (Suffix == other.Suffix ? 1 : 0);

    internal static QuotePlace Of(PageStatements page, Place place)
    {
        var (first, last) = (place.First, place.Last);
        var (start, end) = (Math.Max(0, place.Start), Math.Min(place.End, last.Block.Text.Length));
        return new QuotePlace(
            Short(Between(page, first.BlockIndex, start, last.BlockIndex, end)),
            Before(page, first.BlockIndex, start),
            After(page, last.BlockIndex, end),
            page.StartOf(first.BlockIndex) + start
        )
        {
            Sentence = Short(place.Text),
            Heading = first.Block.Heading is { } heading ? Short(heading) : null,
            Kind = first.Block.Kind,
            Columns = [.. first.Block.Cells.Select(cell => Short(cell.Header)).Where(header => header.Length > 0)],
            Zone = first.Block.Zone,
        };
    }

    /// <summary>The nearest heading or short line above a place that names a day; null for none.</summary>
    internal static string? DateAbove(PageStatements page, Place place)
    {
        var block = place.First.BlockIndex;
        for (var at = block; at >= 0 && block - at <= LinesAbove; at--)
        {
            var line = at == block ? page.Blocks[at].Heading ?? "" : page.Blocks[at].Text;
            if (line.Length <= Longest && line.AsSpan().Count(' ') < LongestDate && WrittenDays.Of(line).Count > 0)
                return line;
        }

        return null;
    }

    private static string Between(PageStatements page, int from, int start, int to, int end)
    {
        if (from == to)
            return page.Blocks[from].Text[start..Math.Max(start, end)];
        var text = new StringBuilder(page.Blocks[from].Text[start..]);
        for (var block = from + 1; block <= to && text.Length <= Longest; block++)
            text.Append('\n').Append(block == to ? page.Blocks[block].Text[..end] : page.Blocks[block].Text);
        return text.ToString();
    }

    private static string Before(PageStatements page, int block, int start)
    {
        var text = End(page.Blocks[block].Text[..start]);
        while (text.Length < Around && --block >= 0)
            text = End($"{End(page.Blocks[block].Text)}\n{text}");
        return text;
    }

    private static string After(PageStatements page, int block, int end)
    {
        var text = Start(page.Blocks[block].Text[end..]);
        while (text.Length < Around && ++block < page.Blocks.Count)
            text = Start($"{text}\n{Start(page.Blocks[block].Text)}");
        return text;
    }

    private static string End(string text) => text.Length <= Around ? text : text[Whole(text, text.Length - Around)..];

    private static string Start(string text) => text.Length <= Around ? text : text[..Whole(text, Around)];

    private static string Short(string text) => text.Length <= Longest ? text : text[..Whole(text, Longest)] + "…";

    // No half of a character is kept: what cannot be written cannot be stored.
    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at + 1 : at;
}
