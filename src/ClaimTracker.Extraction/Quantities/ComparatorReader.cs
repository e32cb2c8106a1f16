using System.Collections.Frozen;
using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads what stands around a number and says how exact it is: "at least", "some", "or more".</summary>
internal static class ComparatorReader
{
    private const int LongestPhrase = 6;
    private const int LongestSpelling = 64;

    private static readonly FrozenDictionary<string, Comparator>.AlternateLookup<ReadOnlySpan<char>> Before = Build()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Moving =
    [
        "went",
        "go",
        "goes",
        "going",
        "gone",
        "came",
        "comes",
        "moved",
        "moves",
        "shot",
        "crept",
        "edged",
        "inched",
        "climbed",
        "put",
        "pushed",
        "bring",
        "brought",
        "driven",
        "drove",
    ];

    private static readonly (string Phrase, Comparator Comparator)[] After =
    [
        ("or more", Comparator.Gte),
        ("or higher", Comparator.Gte),
        ("or above", Comparator.Gte),
        ("or over", Comparator.Gte),
        ("or greater", Comparator.Gte),
        ("or older", Comparator.Gte),
        ("or longer", Comparator.Gte),
        ("and above", Comparator.Gte),
        ("and over", Comparator.Gte),
        ("and older", Comparator.Gte),
        ("and up", Comparator.Gte),
        ("at least", Comparator.Gte),
        ("and counting", Comparator.Gte),
        ("or less", Comparator.Lte),
        ("or fewer", Comparator.Lte),
        ("or under", Comparator.Lte),
        ("or below", Comparator.Lte),
        ("or lower", Comparator.Lte),
        ("or younger", Comparator.Lte),
        ("and under", Comparator.Lte),
        ("and younger", Comparator.Lte),
        ("at most", Comparator.Lte),
        ("or so", Comparator.Approx),
        ("or thereabouts", Comparator.Approx),
        ("plus", Comparator.Gte),
        ("odd", Comparator.Approx),
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
        var end = word.End;
        if (end == start)
            return false;
        var found = false;
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
            if (p.Is(word, "up") && p.IsAny(p.WordBefore(word.Start), Moving))
                break;
            (begin, comparator, found) = (word.Start, match, true);
        }

        return found;
    }

    /// <summary>Looks a phrase up whatever blanks stand in it: pages set "at least" with one that does not break.</summary>
    private static bool TryFind(ReadOnlySpan<char> phrase, out Comparator comparator)
    {
        if (!phrase.ContainsAny('\u00A0', '\u202F', '\u2009') || phrase.Length > LongestSpelling)
            return Before.TryGetValue(phrase, out comparator);
        Span<char> plain = stackalloc char[LongestSpelling];
        phrase.CopyTo(plain);
        plain = plain[..phrase.Length];
        foreach (ref var c in plain)
            c = char.IsWhiteSpace(c) ? ' ' : c;
        return Before.TryGetValue(plain, out comparator);
    }

    /// <summary>"sub-200", "nearly-40": the comparator is glued to the figure.</summary>
    private static bool TryReadPrefix(Passage p, int hyphen, out int begin, out Comparator comparator)
    {
        var word = p.WordBefore(hyphen);
        (begin, comparator) = (word.Start, Comparator.Lt);
        return word.End == hyphen
            && (p.Is(word, "sub") || (p.IsAny(word, Passage.GluedPrefixes) && Before.TryGetValue(p[word], out comparator)));
    }

    private static Dictionary<string, Comparator> Build()
    {
        var phrases = new Dictionary<string, Comparator>();
        Add(
            Comparator.Gt,
            "more than|over|above|greater than|higher than|in excess of|upwards of|upward of|exceeding|north of|better than|longer than|older than|larger than|bigger than|surpassing|beyond|topping|faster than|heavier than|taller than|exceeded|surpassed|topped|exceeds|exceed|surpass|surpasses"
        );
        Add(
            Comparator.Lt,
            "less than|fewer than|under|below|lower than|smaller than|south of|shy of|short of|younger than|shorter than|not quite"
        );
        Add(
            Comparator.Gte,
            "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|minimum|as few as|as little as|at the very least|starting at|no smaller than|a minimum"
        );
        Add(
            Comparator.Lte,
            "up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of|maximum|no greater than|no higher than|never more than|not exceeding|as high as|as long as|a maximum|anything up to|capped at|no later than|not over|no longer than|no larger than|within"
        );
        Add(
            Comparator.Approx,
            "about|around|some|roughly|approximately|approx|circa|nearly|almost|close to|near|approaching|an estimated|estimated|estimated at|in the region of|in the order of|on the order of|in the neighbourhood of|in the neighborhood of|something like|or so|more or less|an approximate|practically|virtually|nearing|nearly an estimated|just about|somewhere around|anywhere near|not far from"
        );
        Add(
            Comparator.Eq,
            "exactly|precisely|only|just|a record|a total of|a record-breaking|a record high of|a record low of|merely|a mere|fully|a full|an average of"
        );
        // Of two that are joined by "or" the wider one is said: "less than or equal to", "at or below", "met or exceeded".
        string[] equals =
        [
            "equal to",
            "at",
            "equal",
            "equals",
            "equalled",
            "equaled",
            "met",
            "meet",
            "meets",
            "matched",
            "match",
            "matches",
        ];
        foreach (
            var (bound, joined) in new[]
            {
                (Comparator.Gt, Comparator.Gte),
                (Comparator.Lt, Comparator.Lte),
                (Comparator.Approx, Comparator.Approx),
            }
        )
        {
            foreach (var phrase in phrases.Where(one => one.Value == bound).Select(one => one.Key).ToList())
            {
                foreach (var equal in equals)
                    phrases[$"{equal} or {phrase}"] = joined;
                if (bound != Comparator.Approx)
                    phrases[$"{phrase} or equal to"] = joined;
            }
        }

        foreach (
            var adverb in (string[])
                [
                    "just",
                    "well",
                    "slightly",
                    "far",
                    "significantly",
                    "considerably",
                    "a little",
                    "a bit",
                    "only just",
                    "only slightly",
                    "slightly",
                    "much",
                    "substantially",
                    "even",
                    "marginally",
                    "comfortably",
                    "way",
                    "probably",
                    "possibly",
                    "likely",
                    "currently",
                    "already",
                    "still",
                    "now",
                ]
        )
        {
            foreach (
                var phrase in (string[])
                    [
                        "more than",
                        "over",
                        "above",
                        "below",
                        "less than",
                        "fewer than",
                        "under",
                        "shy of",
                        "short of",
                        "in excess of",
                        "close to",
                        "higher than",
                        "lower than",
                        "at least",
                        "around",
                        "about",
                    ]
            )
            {
                phrases[$"{adverb} {phrase}"] = phrases[phrase];
            }
        }

        return phrases;

        void Add(Comparator comparator, string row)
        {
            foreach (var phrase in row.Split('|'))
                phrases[phrase] = comparator;
        }
    }
}
