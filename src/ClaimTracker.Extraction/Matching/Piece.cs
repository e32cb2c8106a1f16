namespace ClaimTracker.Extraction.Matching;

/// <summary>What a piece of a statement is.</summary>
internal enum PieceKind
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A figure with its measure; what it counts follows as words.</summary>
    Figure,

    /// <summary>A time.</summary>
    Time,

    /// <summary>A comma or another mark that parts a sentence.</summary>
    Break,
}

/// <summary>One piece of a statement, as it is compared.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Plain">In lower case, without accents.</param>
/// <param name="Key">What it stands for: equal keys say the same.</param>
internal sealed record Piece(PieceKind Kind, string Text, string Plain, string Key)
{
    /// <summary>What it would stand for if it were no name.</summary>
    public string Common { get; init; } = Key;

    /// <summary>Written as a name.</summary>
    public bool Name { get; init; }

    /// <summary>Begins with a capital: a name, or the first word of a sentence.</summary>
    public bool Capital { get; init; }

    /// <summary>A figure without a measure: a number of things.</summary>
    public bool Counts { get; init; }

    /// <summary>With 's: what follows belongs to it.</summary>
    public bool Owner { get; init; }

    /// <summary>A form of a verb in the past, or its participle.</summary>
    public bool Past { get; init; }

    /// <summary>Ends as more than one do: "ministers".</summary>
    public bool Plural => Plain.Length > 3 && Plain[^1] == 's' && Plain[^2] is not ('s' or 'u' or 'i');

    /// <summary>The side that <see cref="Sides"/> found it on; empty for where a statement begins.</summary>
    public string Side { get; init; } = "";

    /// <summary>The title of a person: "President", "Dr".</summary>
    public bool Title { get; init; }

    public bool IsWord => Kind == PieceKind.Word;

    /// <summary>A length of time.</summary>
    public bool IsSpan =>
        Kind == PieceKind.Figure
        && (Key.EndsWith(" time", StringComparison.Ordinal) || Key.EndsWith(" months", StringComparison.Ordinal));

    /// <summary>A part of a whole: "a third", "30 percent".</summary>
    public bool IsShare =>
        Kind == PieceKind.Figure
        && (Key.EndsWith(" share", StringComparison.Ordinal) || (Counts && Key.Contains(" 0.", StringComparison.Ordinal)));

    /// <summary>"Most", "few": some of a whole, without a figure.</summary>
    public bool IsSomeOf => IsWord && SmallWords.IsSomeOf(Plain);

    /// <summary>The result of a match: "2-1".</summary>
    public bool IsScore =>
        IsWord
        && Plain.Length > 2
        && char.IsDigit(Plain[0])
        && char.IsDigit(Plain[^1])
        && Plain.Contains('-', StringComparison.Ordinal);

    /// <summary>Hectares and the like, which something is done to as to a thing: "burned 200 hectares".</summary>
    public bool IsArea => Kind == PieceKind.Figure && Key.EndsWith(" area", StringComparison.Ordinal);

    /// <summary>True where both say the same.</summary>
    public bool Agrees(Piece other) => Kind == other.Kind && (Key == other.Key || (IsWord && IsOneName(other)));

    private bool IsOneName(Piece other) => Capital && other.Capital && Spelling.OfName(Plain) == Spelling.OfName(other.Plain);
}
