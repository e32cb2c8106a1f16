using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads a number at a position, however it is written, without asking what it stands for.</summary>
internal static class FigureReader
{
    /// <summary>Reads digits or number words with their scale; a share such as "one in six" is one number.</summary>
    public static bool TryRead(Passage p, int at, bool money, out Figure figure)
    {
        if (!TryReadNumber(p, at, out figure))
            return false;
        if (char.IsAsciiDigit(p[at]) || (figure.Start != at && char.IsAsciiDigit(p[figure.Start])))
            ReadSuffix(p, money, ref figure);
        FractionReader.TryReadRatio(p, ref figure);
        return true;
    }

    /// <summary>Reads the number alone, with no suffix and no share.</summary>
    public static bool TryReadNumber(Passage p, int at, out Figure figure)
    {
        if (IsNumeralStart(p[at]))
        {
            if (!NumeralReader.TryRead(p, at, out figure))
                return false;
            if (char.IsLetter(p[figure.End]))
                return true;
            NumberWordReader.ReadScale(p, ref figure);
            return !NumberWordReader.IsOrdinalScale(p, figure.End);
        }

        figure = default;
        var word = p.WordAt(at);
        var twice = FactorReader.IsTwice(p, at, word.End);
        if (twice || (word.Length < 3 && word.Length > 0 && ArticleOne.Counts(p, at, word.End)))
        {
            figure = new Figure(at, word.End, FigureKind.Words, twice ? 2 : 1);
            return true;
        }

        return NumberLexicon.TryFind(p[word], out var found)
            ? NumberWordReader.TryRead(p, word, found, out figure)
            : NumberWordReader.TryReadFold(p, word, out figure);
    }

    public static bool IsNumeralStart(char c) => char.IsAsciiDigit(c) || (c > 'z' && NumeralReader.Vulgar(c) > 0);

    /// <summary>The letters glued to digits or one blank behind them: "3.6m", "40k", "2.4 bn", "3million".</summary>
    private static void ReadSuffix(Passage p, bool money, ref Figure figure)
    {
        var glued = char.IsLetter(p[figure.End]) || (Passage.IsHyphen(p[figure.End]) && p[figure.End + 1] is 'm' or 'b');
        var letters = p.WordAt(glued && char.IsLetter(p[figure.End]) ? figure.End : figure.End + 1);
        if (
            glued
            && !figure.Scaled
            && letters.Length > 3
            && NumberLexicon.TryFind(p[letters], out var scale)
            && scale.Kind == NumberWordKind.Scale
        )
        {
            figure.ScaleBy(scale.Value, letters.End);
            return;
        }

        if (figure.Scaled || letters.Length is 0 or > 3 || !NumberLexicon.TryFindSuffix(p[letters], out var factor))
            return;
        if (!glued && ((letters.Length == 1 && !money) || p[figure.End] is not (' ' or '\u00A0' or '\u202F' or '\u2009')))
            return;
        if (char.IsDigit(p[letters.End]) || p[letters.End] is '/' or '²' or '³')
            return;
        if (!money && letters.Length == 1 && !IsScaleLetter(p, letters, figure))
            return;
        figure.ScaleBy(factor, letters.End);
        if (char.IsLetter(p[figure.End + 1]))
            NumberWordReader.ReadScaleWord(p, ref figure);
    }

    /// <summary>Away from money "m" may be metres, "b" a list's second item, "K" a temperature.</summary>
    private static bool IsScaleLetter(Passage p, TextSpan letter, Figure figure) =>
        p[letter.Start] switch
        {
            'm' => !LetterM.SaysLength(p, figure.Start, letter.End),
            'k' => true,
            'K' => figure.Value < 1000 && figure.Decimals < 2,
            'M' => true,
            'b' or 'B' => figure.Decimals > 0 || CountedNoun.TryRead(p, letter.End, false, out _),
            _ => false,
        };
}
