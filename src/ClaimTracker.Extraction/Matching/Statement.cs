namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// A <see cref="MatchText"/> taken apart once, so that it can be compared with many: who did what to whom, how many, where, when,
/// said by whom.
/// </summary>
public sealed class Statement
{
    /// <summary>Reads a text. Its title is no part of what it states.</summary>
    public Statement(MatchText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        IsCut = source.Text.Length > MatchText.MostCompared;
        source = source with
        {
            Text = PostOpening.Without(MatchText.Compared(source.Text)),
            Title = source.Title is { } title ? MatchText.Compared(title) : null,
        };
        var read = new PieceReader(source).Read();
        Written = source.Text;
        Pieces = read.Pieces;
        Speaker = Parts.Of(Chunker.Cut(read.Speaker), false);
        Said = Parts.Of(Chunker.Cut(read.Pieces), Speaker.Count > 0);
    }

    /// <summary>True where it goes on behind what is compared, so that nothing is known to be the same as all of it.</summary>
    internal bool IsCut { get; }

    internal string Written { get; }

    internal IReadOnlyList<Piece> Pieces { get; }

    /// <summary>What it states, part by part.</summary>
    internal IReadOnlyList<Part> Said { get; }

    /// <summary>Who says it; empty where it says nobody.</summary>
    internal IReadOnlyList<Part> Speaker { get; }
}
