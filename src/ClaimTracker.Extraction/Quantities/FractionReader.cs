using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads parts of a whole in words: "two-thirds", "half a million", "a quarter of", "one in six", "two and a half".
/// </summary>
internal static class FractionReader
{
    /// <summary>A part that no number stands before: "half", "a third".</summary>
    [Example("It cost half a million.", "half a million")]
    public static bool TryReadAlone(Passage p, TextSpan first, NumberWord word, ref Figure figure)
    {
        var before = p.WordBefore(first.Start);
        (figure.Kind, figure.Mantissa, figure.Factor) = (FigureKind.Fraction, 1, 1 / word.Value);
        var after = p.WordAfterJoin(first.End);
        if (word.Value == 2)
        {
            if (p[first].Length != 4 || p.Is(before, FigureWord.BeforeHalf) || Passage.IsHyphen(p[first.Start - 1]))
                return false;
            if (p.Is(before, "a") || p.Is(before, "one"))
                figure.Start = before.Start;
        }
        else if (
            p.Is(before, "a")
            && (
                p.Is(after, "of")
                || (p.Is(after, "or") && p.IsAny(p.WordAfter(after.End), ["more", "less", "fewer"]))
                || IsScale(p, after)
                || (word.Value == 4 && p.Is(after, "point"))
                || (!p.Is(after, "of") && IsShare(p, before, first))
            )
        )
        {
            figure.Start = before.Start;
        }
        else
        {
            return word.Value == 4 && p[first].Length == "quarter".Length && TimesAScale(p, ref figure);
        }

        if (TimesAScale(p, ref figure))
            return true;
        if (word.Value == 2 && Passage.IsHyphen(p[first.End]))
            return p.Is(after, "point") || UnitLexicon.TryFind(p[after], out _);
        return word.Value != 2
            || p.Is(after, FigureWord.OpensNoun)
            || p.IsAny(after, ["of", "percent", "per", "point", "million", "billion", "hour", "as"])
            || (p.Is(before, "by") && (after.Length == 0 || NounLexicon.IsStop(p[after])))
            || ComparatorReader.EndsAt(p, figure.Start);
    }

    /// <summary>"two" becomes "two-thirds", "one in six", "nine out of ten", or "two and a half".</summary>
    [Example("Two-thirds of voters agree.", "Two-thirds of voters")]
    public static void TryReadAfterNumerator(Passage p, ref Figure figure)
    {
        ReadAndAPart(p, ref figure);
        var next = p.WordAfterJoin(figure.End);
        if (
            NumberLexicon.TryFind(p[next], out var part)
            && part.Kind == NumberWordKind.Part
            && figure.Value < part.Value
            && (part.Value != 4 || figure.Value != 2)
        )
        {
            var plural = p[next][^1] == 's';
            if (plural == figure.Value > 1 && (plural || figure.Value == 1))
            {
                (figure.Kind, figure.Factor, figure.End) = (FigureKind.Fraction, figure.Factor / part.Value, next.End);
                TimesAScale(p, ref figure);
            }
        }
    }

    /// <summary>"one in six", "9 out of 10": the share is what is said, not two counts.</summary>
    [Example("One in six is idle.", "One in six")]
    public static bool TryReadRatio(Passage p, ref Figure figure)
    {
        var word = p.WordAfterJoin(figure.End);
        var outOf = p.Is(word, "out") && p.Is(p.WordAfter(word.End), "of");
        // "one of every six homes"
        if (p.Is(word, "of") && p.Is(p.WordAfter(word.End), "every"))
            (outOf, word) = (true, word with { End = word.Start });
        if (!figure.IsInteger || figure.Value < 1 || (!outOf && !p.Is(word, "in")))
            return false;
        var at = outOf ? p.WordAfter(word.End).End : word.End;
        if (p.Is(p.WordAfter(at), "every"))
            at = p.WordAfter(at).End;
        at = Passage.IsHyphen(p[at]) ? at + 1 : p.SkipBlanks(at);
        if (!FigureReader.TryReadNumber(p, at, out var whole) || !whole.IsInteger || whole.Value <= figure.Value)
            return false;
        if (figure.Value > 1 && whole.Value is not (3 or 4 or 5 or 6 or 7 or 8 or 9 or 10 or 20 or 100 or 1000))
            return false;
        if ((whole.IsPlain && whole.Value is > 1500 and < 2100) || UnitReader.IsTimeUnit(p, whole.End))
            return false;
        figure.Kind = FigureKind.Fraction;
        figure.Factor /= whole.Value;
        figure.End = whole.End;
        return true;
    }

    /// <summary>"two and a half", "5 and three quarters".</summary>
    [Example("It took two and a half hours.", "two and a half hours")]
    public static void ReadAndAPart(Passage p, ref Figure figure)
    {
        var and = p.WordAfterJoin(figure.End);
        if (!p.Is(and, "and") || !TryReadPart(p, and.End, out var part, out var end))
            return;
        figure.Mantissa += part;
        figure.End = end;
        NumberWordReader.ReadScaleWord(p, ref figure);
    }

    /// <summary>"a million and a half" is one and a half million.</summary>
    public static void ReadAndAPartOfTheScale(Passage p, ref Figure figure)
    {
        var and = p.WordAfter(figure.End);
        if (!p.Is(and, "and") || !TryReadPart(p, and.End, out var part, out var end) || UnitReader.IsTimeUnit(p, end))
            return;
        figure.Mantissa += part * Math.Pow(10, figure.Decimals);
        figure.End = end;
    }

    private static bool TryReadPart(Passage p, int at, out double part, out int end)
    {
        var count = p.WordAfterJoin(at);
        var below = p.WordAfterJoin(count.End);
        (part, end) = (0, below.End);
        if (
            !NumberLexicon.TryFind(p[below], out var word)
            || word.Kind != NumberWordKind.Part
            || p.Is(p.WordAfter(below.End), "of")
        )
        {
            return false;
        }

        var above =
            p.Is(count, "a") ? 1
            : NumberLexicon.TryFind(p[count], out var digit) && digit.Kind == NumberWordKind.Digit ? digit.Value
            : 0;
        part = above / word.Value;
        return above > 0;
    }

    /// <summary>"half a million", "three quarters of a billion", "half-million", "half a dozen".</summary>
    private static bool TimesAScale(Passage p, ref Figure figure)
    {
        var word = p.WordAfterJoin(figure.End);
        if (p.Is(word, "of"))
            word = p.WordAfter(word.End);
        if (p.Is(word, "a"))
            word = p.WordAfter(word.End);
        if (!IsScale(p, word) || !NumberLexicon.TryFind(p[word], out var scale))
            return false;
        figure.ScaleBy(scale.Value, word.End);
        figure.Kind = FigureKind.Words;
        return true;
    }

    private static bool IsScale(Passage p, TextSpan word) =>
        NumberLexicon.TryFind(p[word], out var found) && found.Kind == NumberWordKind.Scale;

    /// <summary>"by a third", "nearly a quarter more": a share, where "a third man" is not.</summary>
    [Example("Sales fell by a third.", "a third")]
    private static bool IsShare(Passage p, TextSpan article, TextSpan part)
    {
        var after = p.WordAfter(part.End);
        return p.IsAny(after, ["more", "less", "fewer", "higher", "lower", "larger", "smaller"])
            || (
                (after.Length == 0 || NounLexicon.IsStop(p[after]))
                && (p.IsAny(p.WordBefore(article.Start), ["by", "between"]) || ComparatorReader.EndsAt(p, article.Start))
            );
    }
}
