using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Finds the figures that a sentence states: counts, measures, moneys, shares and ranges, each with what it counts.
/// </summary>
public static class QuantityScanner
{
    private const int LongestCode = 8;
    private const int LongestNumberWord = 12;
    private const string Every = "every";

    /// <summary>Reads the figures of one sentence.</summary>
    /// <param name="text">The article.</param>
    /// <param name="within">The sentence, in UTF-16 code units.</param>
    /// <param name="times">Times of the sentence in order of their place; their numbers are left out, unless they measure how
    /// long something took ("two weeks").</param>
    /// <param name="into">Readings are added here, in order of their place; spans lie in <paramref name="within"/> and never
    /// overlap.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is not a range of
    /// <paramref name="text"/>.</exception>
    public static void Scan(string text, TextSpan within, IReadOnlyList<TimeReference> times, List<Quantity> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentOutOfRangeException.ThrowIfNegative(within.Start, nameof(within));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within.End, text.Length, nameof(within));
        ArgumentOutOfRangeException.ThrowIfLessThan(within.End, within.Start, nameof(within));
        var passage = new Passage(text, within);
        var (first, time, at) = (into.Count, 0, within.Start);
        while (TryFindNumber(passage, ref at))
        {
            while (time < times.Count && times[time].Span.End <= at)
                time++;
            var found = into.Count;
            var floor = found > first ? into[^1].Span.End : within.Start;
            if (passage.Is(passage.WordAt(at), Every))
            {
                at = ShareReader.TryReadEvery(passage, passage.WordAt(at), into, out var end) ? end : at + Every.Length;
                continue;
            }

            at = Math.Max(QuantityReader.Read(passage, at, floor, into), at + 1);
            if (into.Count > found && time < times.Count && Hides(times[time].Span, into[^1]))
                into.RemoveAt(found);
        }

        if (into.Count == first)
            return;
        Ellipsis.Fill(passage, into, first);
        InheritedBound.Fill(passage, into, first);
        ChangeReader.Fill(passage, into, first);
    }

    /// <summary>Reads the figures of a sentence whose times are not known.</summary>
    /// <inheritdoc cref="Scan(string, TextSpan, IReadOnlyList{TimeReference}, List{Quantity})"/>
    public static void Scan(string text, TextSpan within, List<Quantity> into) => Scan(text, within, [], into);

    private static bool Hides(TextSpan time, Quantity quantity) =>
        time.Overlaps(quantity.Span) && quantity is { Unit: null, Counted: null };

    /// <summary>
    /// Moves to the next position at which a number may begin, over words, names with numbers and addresses on the web.
    /// </summary>
    private static bool TryFindNumber(Passage p, ref int at)
    {
        while (at < p.End)
        {
            var c = p.Text[at];
            if (FigureReader.IsNumeralStart(c))
                return true;
            if (!char.IsLetter(c))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < p.End && char.IsLetter(p.Text[end]))
                end++;
            if (MayBeNumber(p, at, end))
                return true;
            at = SkipWord(p, at, end);
        }

        return false;
    }

    private static bool MayBeNumber(Passage p, int start, int end) =>
        (end - start) switch
        {
            < 3 => ArticleOne.Counts(p, start, end),
            // "Twenty20" is a game.
            5 when p.Text[end - 1] == 'y' => p.Is(new TextSpan(start, end), Every)
                || (NumberLexicon.TryFind(p.Text[start..end], out _) && !char.IsAsciiDigit(p[end])),
            <= LongestNumberWord => (NumberLexicon.TryFind(p.Text[start..end], out _) || MayMultiply(p, start, end))
                && !char.IsAsciiDigit(p[end]),
            _ => false,
        };

    /// <summary>"twice", "tenfold": few words end so, and this is asked of all.</summary>
    private static bool MayMultiply(Passage p, int start, int end) =>
        (p.Text[end - 2], p.Text[end - 1]) switch
        {
            ('c', 'e') => FactorReader.IsTwice(p, start, end),
            ('l', 'd') => NumberLexicon.TryFindFold(p.Text[start..end], out _),
            _ => false,
        };

    private static int SkipWord(Passage p, int start, int end)
    {
        if (p[end] == ':' && p[end + 1] == '/')
        {
            while (end < p.End && !char.IsWhiteSpace(p.Text[end]))
                end++;
            return end;
        }

        var dash = Passage.IsHyphen(p[end]);
        if (!char.IsAsciiDigit(p[dash ? end + 1 : end]))
            return end;
        var word = p.Text[start..end];
        // COP27 is a conference, and no Colombian peso.
        if (
            word is "COP"
            && end + 2 < p.End
            && char.IsAsciiDigit(p[end + 1])
            && !char.IsLetterOrDigit(p[end + 2])
            && p[end + 2] is not '.'
            && p[end + 2] is not ','
        )
        {
            return end + 2;
        }

        if (!dash && IsMark(p, start, end))
            return end;
        var measures = dash
            ? word.Equals("magnitude", StringComparison.OrdinalIgnoreCase)
                || p.Is(new TextSpan(start, end), FigureWord.GluedPrefix)
                || (word is "over" or "under" && EndsInS(p, end + 1))
            : CurrencyLexicon.TryFindPrefix(word, out _)
                && word is not "PS"
                && (
                    word.Length > 1
                    || ((char.IsAsciiDigit(p[end + 1]) || p[end + 1] == '.') && p[start] == 'R' && !IsCode(p, end))
                );
        return measures ? end : NumeralReader.EndOfToken(p, end);
    }

    /// <summary>"75s" of "over-75s".</summary>
    private static bool EndsInS(Passage p, int at)
    {
        for (var digits = 0; digits < LongestCode && char.IsAsciiDigit(p[at]); digits++)
            at++;
        return p[at] == 's';
    }

    /// <summary>"M6.2" of a quake, "$US45", and "PS3m" as agencies write pounds, where "PS3" plays games.</summary>
    private static bool IsMark(Passage p, int start, int end)
    {
        if (
            p.Text[start..end] is "M" or "Mw"
            && p[end + 1] == '.'
            && char.IsAsciiDigit(p[end + 2])
            && !char.IsAsciiDigit(p[end + 3])
        )
        {
            return true;
        }

        if (p[start - 1] == '$')
            return CurrencyLexicon.TryFindPrefix(p.Text[(start - 1)..end], out _);
        if (p.Text[start..end] is not "PS")
            return false;
        while (char.IsAsciiDigit(p[end]))
            end++;
        if (p[end] is '.' or ',' && char.IsAsciiDigit(p[end + 1]))
            return true;
        var word = p.WordAfter(end);
        return (NumberLexicon.TryFind(p[word], out var scale) && scale.Kind == NumberWordKind.Scale)
            || (p.WordAt(end) is { Length: > 0 } letters && NumberLexicon.TryFindSuffix(p[letters], out _));
    }

    /// <summary>"R136a1" is a star, "R136m" money.</summary>
    private static bool IsCode(Passage p, int at)
    {
        for (var digits = 0; digits < LongestCode && char.IsAsciiDigit(p[at]); digits++)
            at++;
        return char.IsLetter(p[at]) && char.IsAsciiDigit(p[at + 1]);
    }
}
