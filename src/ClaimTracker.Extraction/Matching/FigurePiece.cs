using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>The piece that a figure makes of the words it is written in.</summary>
internal static class FigurePiece
{
    // Written with a figure, and part of it; other words beside a figure stay words: "only 12", "all 300".
    private static readonly WordSet OfFigures = new(
        "about around some roughly approximately nearly almost more over than fewer less under least most at "
            + "no up to as many much well above "
            + "below close half a an the of in out every and between from per total exactly precisely"
    );

    /// <summary>The figure by what it is worth.</summary>
    public static Piece Of(string text, Quantity figure)
    {
        var written = figure.Span.Of(text);
        return new Piece(PieceKind.Figure, written, figure.Unit ?? "", Measure.Key(figure)) { Counts = figure.Unit is null };
    }

    /// <summary>
    /// The result of a match that stands at a token, which is three tokens long: "3-1" is not "1-3"; null where none does.
    /// </summary>
    public static Piece? Score(SentenceView sentence, int token)
    {
        var tokens = sentence.Tokens;
        if (token + 2 >= tokens.Count || tokens[token].Shape != TokenShape.Number || tokens[token + 2].Shape != TokenShape.Number)
            return null;
        if (tokens.MarkAt(sentence.Text, token + 1) is not ('-' or '–') || tokens[token + 2].Start != tokens[token].End + 1)
            return null;
        var score = sentence.Text[tokens[token].Start..tokens[token + 2].End].Replace('–', '-');
        return new Piece(PieceKind.Word, score, score, score);
    }

    /// <summary>True where a token within a figure says nothing beside it.</summary>
    public static bool Takes(SentenceView sentence, Quantity figure, int token)
    {
        var (start, end) = (sentence.Tokens[token].Start, sentence.Tokens[token].End);
        var counted = figure.Counted is null
            ? -1
            : sentence.Text.IndexOf(figure.Counted, figure.Span.Start, figure.Span.Length, StringComparison.Ordinal);
        if (counted >= 0 && start >= counted)
            return false;
        var word = sentence.Text[start..end].ToLowerInvariant();
        if (word == "all" && token > 0 && sentence.Tokens.WordIs(sentence.Text, token - 1, "of"))
            return true;
        if (word is "all" or "only" or "just" or "each")
            return false;
        return figure.Unit is not null
            || figure.Value is null
            || !sentence.Tokens[token].IsWord
            || sentence.Tokens[token].Is(WordClass.NumberWord)
            || OfFigures.Has(word)
            || NumberLexicon.TryFind(word, out _)
            || word.Contains('-', StringComparison.Ordinal);
    }
}
