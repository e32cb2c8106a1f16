using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads what stands around a number and says how exact it is: "at least", "some", "or more".</summary>
internal static class ComparatorReader
{
    private const int LongestPhrase = 6;
    private const int LongestSpelling = 64;

    private static readonly WordTable Phrases = new([.. WordFiles.Of("before").Select(use => use.Word)]);
    private static readonly Comparator[] Meanings = [.. WordFiles.Of("before").Select(Read)];

    private static readonly (string Phrase, Comparator Comparator)[] After =
    [
        .. WordFiles.Of("after").Select(use => (use.Word, Read(use))),
    ];

    /// <summary>
    /// Reads the phrases that end right before <paramref name="start"/>, and moves it to where they begin. Of two, "at least
    /// some", the bound wins.
    /// </summary>
    public static Comparator ReadBefore(Passage p, ref int start)
    {
        var result = Comparator.Eq;
        for (var times = 0; times < 2 && TryReadPhrase(p, start, out var begin, out var found); times++)
        {
            if (result is Comparator.Eq or Comparator.Approx)
                result = found == Comparator.Eq ? result : found;
            start = begin;
        }

        return result;
    }

    /// <summary>True where a comparator ends right before a position.</summary>
    public static bool EndsAt(Passage p, int at) => TryReadPhrase(p, at, out _, out _);

    /// <summary>
    /// Reads "or more", "+", "-plus", "-odd" behind a number or what it counts, and moves <paramref name="end"/> behind it.
    /// </summary>
    [Example("It has 40 or more rooms.", "40 or more rooms")]
    public static Comparator? ReadAfter(Passage p, ref int end)
    {
        if (p[end] == '+')
        {
            end++;
            return Comparator.Gte;
        }

        var at = Passage.IsHyphen(p[end]) ? end + 1 : p.SkipBlanks(end);
        if (p[at] is not ('o' or 'a' or 'p'))
            return null;
        foreach (var (phrase, comparator) in After)
        {
            if (
                (phrase.Length < 5 && !Passage.IsHyphen(p[end]))
                || at + phrase.Length > p.End
                || char.IsLetter(p[at + phrase.Length])
            )
            {
                continue;
            }

            if (!p.Text.Slice(at, phrase.Length).Equals(phrase, StringComparison.OrdinalIgnoreCase))
                continue;
            // "12 people at least 40 years old": the phrase belongs to the number behind it.
            if (phrase.StartsWith("at", StringComparison.Ordinal) && !IsEnd(p, at + phrase.Length))
                continue;
            if (IsNumber(p, at + phrase.Length))
                continue;
            end = at + phrase.Length;
            return comparator;
        }

        return null;
    }

    /// <summary>"18 workers and over 750 in all": the phrase opens the next number.</summary>
    private static bool IsNumber(Passage p, int at)
    {
        var next = p.SkipBlanks(at);
        return char.IsAsciiDigit(p[next])
            || CurrencyLexicon.IsSymbol(p[next])
            || p.Is(p.WordAt(next), "a")
            || NumberLexicon.TryFind(p[p.WordAt(next)], out _);
    }

    private static bool IsEnd(Passage p, int at) => p[at] is '\0' or '.' or ',' or ';' or ')';

    private static bool TryReadPhrase(Passage p, int start, out int begin, out Comparator comparator)
    {
        (begin, comparator) = (start, Comparator.Eq);
        if (p[start - 1] is '~' or '≈' or '>' or '<' or '≥' or '≤')
        {
            comparator = p[start - 1] switch
            {
                '>' => Comparator.Gt,
                '<' => Comparator.Lt,
                '≥' => Comparator.Gte,
                '≤' => Comparator.Lte,
                _ => Comparator.Approx,
            };
            begin = start - 1;
            return true;
        }

        if (Passage.IsHyphen(p[start - 1]))
            return TryReadPrefix(p, start - 1, out begin, out comparator);
        var word = p.WordBefore(start);
        if (word.End == start)
            return false;
        var orEqual = TryReadOrEqual(p, ref word);
        var (end, found) = (word.End, false);
        for (
            var words = 0;
            words < LongestPhrase && word.Length > 0 && p[word.End] is not '.';
            words++, word = p.WordBefore(word.Start)
        )
        {
            // "12-under 204"
            if (!TryFind(p.Text[word.Start..end], out var match) || Passage.IsHyphen(p[word.Start - 1]))
                continue;
            // "Went up to 4.7 %": it moved there.
            if (p.Is(word, "up") && p.Is(p.WordBefore(word.Start), FigureWord.Moving))
                break;
            (begin, comparator, found) = (word.Start, match, true);
        }

        if (!found)
            return false;
        if (orEqual)
            comparator = OrEqual(comparator);
        else
            ReadEqual(p, ref begin, ref comparator);
        TakeAdverb(p, comparator, ref begin);
        return true;
    }

    /// <summary>Steps back over "or equal to".</summary>
    [Example("It weighs less than or equal to 23 kg.", "less than or equal to 23 kg")]
    private static bool TryReadOrEqual(Passage p, ref TextSpan word)
    {
        if (!p.Is(word, "to"))
            return false;
        var equal = p.WordBefore(word.Start);
        var or = p.Is(equal, "equal") ? p.WordBefore(equal.Start) : default;
        if (!p.Is(or, "or"))
            return false;
        word = p.WordBefore(or.Start);
        return word.Length > 0;
    }

    /// <summary>
    /// Of two that are joined by "or" the wider one is said: "at or below", "met or exceeded"; <see cref="TryReadPhrase"/> has
    /// the other order, "less than or equal to".
    /// </summary>
    [Example("Speeds at or above 90 mph are rare.", "at or above 90 mph")]
    private static void ReadEqual(Passage p, ref int begin, ref Comparator comparator)
    {
        var or = p.WordBefore(begin);
        if (comparator is not (Comparator.Gt or Comparator.Lt) || !p.Is(or, "or"))
            return;
        var equal = p.WordBefore(or.Start);
        if (p.Is(equal, "to") && p.Is(p.WordBefore(equal.Start), "equal"))
            equal = p.WordBefore(equal.Start);
        else if (!p.Is(equal, FigureWord.Equal))
            return;
        (begin, comparator) = (equal.Start, OrEqual(comparator));
    }

    private static Comparator OrEqual(Comparator bound) =>
        bound switch
        {
            Comparator.Gt => Comparator.Gte,
            Comparator.Lt => Comparator.Lte,
            Comparator.Eq or Comparator.Approx or Comparator.Gte or Comparator.Lte or Comparator.Range => bound,
            _ => throw new InvalidOperationException($"The comparator {bound} has no rule for \"or equal to\"."),
        };

    /// <summary>"well above", "just over", "a little more than": how far, which changes no bound.</summary>
    [Example("Well over 40 boats sank.", "Well over 40 boats")]
    private static void TakeAdverb(Passage p, Comparator comparator, ref int begin)
    {
        if (comparator == Comparator.Eq)
            return;
        var adverb = p.WordBefore(begin);
        while (p.Is(adverb, FigureWord.BoundAdverb) && adverb.End < begin)
        {
            begin = adverb.Start;
            adverb = p.WordBefore(begin);
        }

        if (p.IsAny(adverb, ["little", "bit"]) && p.Is(p.WordBefore(adverb.Start), "a"))
            begin = p.WordBefore(adverb.Start).Start;
    }

    /// <summary>Looks a phrase up whatever blanks stand in it: pages set "at least" with one that does not break.</summary>
    private static bool TryFind(ReadOnlySpan<char> phrase, out Comparator comparator)
    {
        if (!phrase.ContainsAny('\u00A0', '\u202F', '\u2009') || phrase.Length > LongestSpelling)
            return TryFindPlain(phrase, out comparator);
        Span<char> plain = stackalloc char[LongestSpelling];
        phrase.CopyTo(plain);
        plain = plain[..phrase.Length];
        foreach (ref var c in plain)
            c = char.IsWhiteSpace(c) ? ' ' : c;
        return TryFindPlain(plain, out comparator);
    }

    /// <summary>"sub-200", "nearly-40": the comparator is glued to the figure.</summary>
    [Example("He ran a sub-200 class.", "sub-200")]
    private static bool TryReadPrefix(Passage p, int hyphen, out int begin, out Comparator comparator)
    {
        var word = p.WordBefore(hyphen);
        (begin, comparator) = (word.Start, Comparator.Lt);
        return word.End == hyphen
            && (p.Is(word, "sub") || (p.Is(word, FigureWord.GluedPrefix) && TryFindPlain(p[word], out comparator)));
    }

    private static bool TryFindPlain(ReadOnlySpan<char> phrase, out Comparator comparator)
    {
        var place = Phrases.Find(phrase);
        comparator = place < 0 ? Comparator.Eq : Meanings[place];
        return place >= 0;
    }

    private static Comparator Read(WordUse use) =>
        Enum.TryParse<Comparator>(use.Value, ignoreCase: true, out var comparator)
            ? comparator
            : throw new InvalidOperationException(
                $"{use.Line}: \"{use.Value}\" is no comparator; write eq, approx, gt, gte, lt or lte."
            );
}
