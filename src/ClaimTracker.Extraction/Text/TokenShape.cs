namespace ClaimTracker.Extraction.Text;

/// <summary>What a token looks like, before any lexicon is asked.</summary>
internal enum TokenShape : byte
{
    /// <summary>A word in small letters.</summary>
    Word,

    /// <summary>A word that begins with a capital.</summary>
    Capitalized,

    /// <summary>Capitals only, two or more: an abbreviation or a shout.</summary>
    Upper,

    /// <summary>Begins with a digit: "1,000", "3.6m", "19th".</summary>
    Number,

    /// <summary>A quotation mark.</summary>
    Quote,

    /// <summary>Any other mark or sign.</summary>
    Mark,
}
