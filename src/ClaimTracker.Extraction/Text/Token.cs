namespace ClaimTracker.Extraction.Text;

/// <summary>One word or mark of a sentence. Offsets are into the whole text.</summary>
internal struct Token
{
    public int Start;
    public int End;

    /// <summary>Where the word ends without a possessive: "Ukraine" in "Ukraine's".</summary>
    public int StemEnd;

    /// <summary>Hash of the word in small letters, possessive included.</summary>
    public uint Hash;

    /// <summary>What the lexicon knows of the word.</summary>
    public WordClass Class;

    public TokenShape Shape;

    /// <summary>True between quotation marks.</summary>
    public bool InQuote;

    public readonly bool Is(WordClass any) => (Class & any) != 0;

    public readonly bool IsWord => Shape <= TokenShape.Upper;

    public readonly bool IsName => Shape is TokenShape.Capitalized or TokenShape.Upper;

    /// <summary>True for "US", which is not "us".</summary>
    public readonly bool IsAcronym => Shape == TokenShape.Upper && StemEnd - Start > 1;

    public readonly bool IsPossessive => StemEnd != End;
}
