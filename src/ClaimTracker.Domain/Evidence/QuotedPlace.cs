using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Domain;

/// <summary>
/// A place at which a quote stands on its page: the text with what stands around it (the selector of W3C's annotations) and above
/// it.
/// </summary>
public sealed record QuotedPlace
{
    /// <summary>The quote as the page has it.</summary>
    public string Text { get; init; } = "";

    /// <summary>What stands before it, at most 32 characters.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What stands behind it, at most 32 characters.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>Its first character in the text that the page shows, in UTF-16 code units.</summary>
    public int Position { get; init; }

    /// <summary>The whole sentence, row or heading around it, shortened.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>What it stands in: Paragraph, Heading, Item, Row, Caption, Field, Quoted.</summary>
    public string Block { get; init; } = "";

    /// <summary>The part of the page: Body, Aside and so on.</summary>
    public string Zone { get; init; } = "";

    /// <summary>The heading above it; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>The nearest line above it that names a day; null for none.</summary>
    public string? Date { get; init; }

    /// <summary>The column headers of its row; empty elsewhere.</summary>
    public IReadOnlyList<string> Columns
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Tells it from the other places of its page.</summary>
    public string Mark() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Position}\n{Around}")))[..16];

    /// <summary>True where the other is this place, on a page that may have grown or shrunk above it.</summary>
    public bool IsLike(QuotedPlace other) => Around == other.Around;

    private string Around => string.Join('\n', Text, Prefix, Suffix, Sentence, Block, Zone, Heading);
}

/// <summary>Where a quote stands on its page, as the machine found it.</summary>
public sealed record FoundPlaces
{
    /// <summary>More places than these are not offered: what stands everywhere has no place.</summary>
    public const int Most = 10;

    /// <summary>The likeliest first; none where the quote is not on the page.</summary>
    public IReadOnlyList<QuotedPlace> All
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When the page was read.</summary>
    public DateTime ReadAt { get; init; }

    /// <summary>True where the quote stands at more places than are offered.</summary>
    public bool HasMore { get; init; }
}
