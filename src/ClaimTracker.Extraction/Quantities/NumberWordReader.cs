using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads numbers in words, "thirty-one", "a hundred and five", "two and a half million", and the scale behind digits, "3.6
/// million".
/// </summary>
internal static class NumberWordReader
{
    /// <summary>Reads the number whose first number word stands at <paramref name="first"/>.</summary>
    public static bool TryRead(Passage p, TextSpan first, NumberWord word, out Figure figure)
    {
        figure = new Figure(first.Start, first.End, FigureKind.Words, 0);
        if (word.Kind == NumberWordKind.Couple)
            return TryReadCouple(p, word, ref figure);
        if (word.Kind == NumberWordKind.Many)
            return TryReadMany(p, word, ref figure);
        if (word.Kind == NumberWordKind.Part)
            return FractionReader.TryReadAlone(p, first, word, ref figure);

        var opens = word.Kind is NumberWordKind.Hundred or NumberWordKind.Scale;
        var (total, group, scale, last) = (0d, 0d, 1d, default(NumberWordKind?));
        for (
            var at = first;
            at.Length > 0 && NumberLexicon.TryFind(p[at], out word) && Follows(last, word.Kind, group, total);
            at = Next(p, figure.End, last)
        )
        {
            (total, group, scale) = word.Kind switch
            {
                NumberWordKind.Hundred => (total, Math.Max(group, 1) * word.Value, 1d),
                NumberWordKind.Scale when group == 0 => (Math.Max(total, 1) * word.Value, 0d, word.Value),
                NumberWordKind.Scale => (total + group * word.Value, 0d, word.Value),
                _ => (total, group + word.Value, 1d),
            };
            (last, figure.End) = (word.Kind, at.End);
        }

        (figure.Mantissa, figure.Factor, figure.Scaled) = ((total + group) / scale, scale, scale > 1);
        if (opens)
        {
            TakeLeadingArticle(p, ref figure);
            // A scale alone, as behind a money mark that was not read, is no figure.
            if (figure.Start == first.Start)
                return false;
        }

        ReadPoint(p, ref figure);
        if (figure.Scaled)
            FractionReader.ReadAndAPartOfTheScale(p, ref figure);
        else
            FractionReader.TryReadAfterNumerator(p, ref figure);
        return !IsOrdinal(p, figure.End);
    }

    /// <summary>Reads "tenfold" as ten with "fold" behind it.</summary>
    [Example("It grew tenfold.", "tenfold")]
    public static bool TryReadFold(Passage p, TextSpan word, out Figure figure)
    {
        var found = NumberLexicon.TryFindFold(p[word], out var number);
        figure = new Figure(word.Start, word.End - "fold".Length, FigureKind.Words, Math.Max(1, number.Value));
        return found;
    }

    /// <summary>Reads "million", "hundred thousand" or "dozen" behind a numeral; "5 and a half million" too.</summary>
    public static void ReadScale(Passage p, ref Figure figure)
    {
        FractionReader.ReadAndAPart(p, ref figure);
        ReadScaleWord(p, ref figure);
        if (figure.Scaled)
            FractionReader.ReadAndAPartOfTheScale(p, ref figure);
    }

    /// <summary>The scale alone: "million", "hundred thousand".</summary>
    public static void ReadScaleWord(Passage p, ref Figure figure)
    {
        for (var times = 0; times < 2; times++)
        {
            var next = p.WordAfterJoin(figure.End);
            if (
                !NumberLexicon.TryFind(p[next], out var word)
                || word.Kind is not (NumberWordKind.Hundred or NumberWordKind.Scale or NumberWordKind.Many)
            )
            {
                break;
            }

            if (word.Kind == NumberWordKind.Many && word.Value is not 12 and < 1e3)
                break;
            figure.ScaleBy(word.Value, next.End);
        }
    }

    /// <summary>"dozens", "hundreds of thousands": more than the word's own value, which is all that is said.</summary>
    [Example("Hundreds of thousands of people fled.", "Hundreds of thousands of people")]
    private static bool TryReadMany(Passage p, NumberWord word, ref Figure figure)
    {
        (figure.Kind, figure.Mantissa) = (FigureKind.Indefinite, word.Value);
        var of = p.WordAfter(figure.End);
        if (
            p.Is(of, "of")
            && NumberLexicon.TryFind(p[p.WordAfter(of.End)], out var next)
            && next.Kind == NumberWordKind.Many
            && next.Value > word.Value
        )
        {
            figure.Mantissa *= next.Value;
            figure.End = p.WordAfter(of.End).End;
            return true;
        }

        // "Scores" is a verb and a result, "tens" a digit's place, unless something is counted by them.
        return word.Value is not (10 or 20)
            || (word.Value == 20 && p.IsAny(of, ["of", "more"]) && !p.Is(p.WordBefore(figure.Start), "test"));
    }

    /// <summary>
    /// "a couple of days": about two. A couple that nothing follows is two people who love each other; "a couple of hundred"
    /// begins at the hundred. A pair is two, unless one thing is called so: "a pair of trousers".
    /// </summary>
    [Example("A storm felled a pair of cranes and a pair of trousers.", "a pair of cranes")]
    [Example("It took a couple of days.", "a couple of days")]
    private static bool TryReadCouple(Passage p, NumberWord word, ref Figure figure)
    {
        var (article, of) = (p.WordBefore(figure.Start), p.WordAfter(figure.End));
        if (!p.Is(article, "a") || !p.Is(of, "of") || NumberLexicon.TryFind(p[p.WordAfter(of.End)], out _))
            return false;
        if (!p.Is(new TextSpan(figure.Start, figure.End), "couple"))
        {
            (figure.Start, figure.Mantissa) = (article.Start, word.Value);
            return CountedNoun.TryRead(p, figure.End, false, out var two) && !p.Is(p.WordBefore(two.End), FigureWord.Paired);
        }

        (figure.Start, figure.Mantissa, figure.Kind) = (article.Start, 2, FigureKind.Couple);
        return true;
    }

    private static bool Follows(NumberWordKind? last, NumberWordKind next, double group, double total) =>
        next switch
        {
            _ when last is null => true,
            NumberWordKind.Digit => last is NumberWordKind.Ten or NumberWordKind.Hundred or NumberWordKind.Scale,
            NumberWordKind.Teen or NumberWordKind.Ten => last is NumberWordKind.Hundred or NumberWordKind.Scale,
            NumberWordKind.Hundred => last != NumberWordKind.Hundred && group > 0,
            NumberWordKind.Scale => last is not NumberWordKind.Scale || total < 1e9,
            _ => false,
        };

    /// <summary>The next word of a number: behind a blank, a hyphen, or, where a hundred or more came before, an "and".</summary>
    private static TextSpan Next(Passage p, int at, NumberWordKind? last)
    {
        var next = p.WordAfterJoin(at);
        if (last is not (NumberWordKind.Hundred or NumberWordKind.Scale) || !p.Is(next, "and"))
            return next;
        var behind = p.WordAfter(next.End);
        var small =
            NumberLexicon.TryFind(p[behind], out var word)
            && word.Kind is NumberWordKind.Digit or NumberWordKind.Teen or NumberWordKind.Ten;
        return small && !StandsAlone(p, behind) ? behind : default;
    }

    /// <summary>
    /// "A hundred and two million" goes on; of "a million and two thousand" no more is known than that both are numbers.
    /// </summary>
    private static bool StandsAlone(Passage p, TextSpan word) =>
        Passage.IsHyphen(p[word.End]) && !NumberLexicon.TryFind(p[p.WordAt(word.End + 1)], out _);

    /// <summary>"a hundred", "several thousand", "a couple of million".</summary>
    [Example("They sold several thousand cars.", "several thousand cars")]
    private static void TakeLeadingArticle(Passage p, ref Figure figure)
    {
        var before = p.WordBefore(figure.Start);
        if (p.Is(before, "of") && p.Is(p.WordBefore(before.Start), "couple"))
            before = p.WordBefore(before.Start);
        if (p.Is(before, "a") || p.Is(before, "an"))
            figure.Start = before.Start;
        if (!p.Is(before, "several") && !p.Is(before, "few") && !p.Is(before, "many") && !p.Is(before, "couple"))
            return;
        (figure.Start, figure.Kind) = (before.Start, FigureKind.Indefinite);
        if (p.Is(before, "couple"))
            (figure.Mantissa, figure.Kind) = (2 * figure.Mantissa, FigureKind.Couple);
        if (p.Is(p.WordBefore(before.Start), "a"))
            figure.Start = p.WordBefore(before.Start).Start;
    }

    private static void ReadPoint(Passage p, ref Figure figure)
    {
        var point = p.WordAfter(figure.End);
        if (!p.Is(point, "point"))
            return;
        for (
            var at = p.WordAfter(point.End);
            NumberLexicon.TryFind(p[at], out var word) && word.Kind == NumberWordKind.Digit && figure.Decimals < 6;
            at = p.WordAfter(at.End)
        )
        {
            (figure.Mantissa, figure.Decimals, figure.End) = (figure.Mantissa * 10 + word.Value, figure.Decimals + 1, at.End);
        }

        if (figure.Decimals > 0)
            ReadScaleWord(p, ref figure);
    }

    /// <summary>"14 millionth", "two thousandth" count nothing.</summary>
    public static bool IsOrdinalScale(Passage p, int end) =>
        p.IsAny(p.WordAfterJoin(end), ["millionth", "billionth", "thousandth", "hundredth"]);

    /// <summary>"Twenty-first" and "hundred and fifth" count nothing.</summary>
    [Example("It was the twenty-first.")]
    private static bool IsOrdinal(Passage p, int end)
    {
        if (IsOrdinalScale(p, end))
            return true;
        if (!Passage.IsHyphen(p[end]))
            return false;
        var word = p.WordAt(end + 1);
        return p.Is(word, "first")
            || p.Is(word, "second")
            || (
                NumberLexicon.TryFind(p[word], out var part)
                && part.Kind == NumberWordKind.Part
                && !p[word].EndsWith("s", StringComparison.OrdinalIgnoreCase)
            );
    }
}
