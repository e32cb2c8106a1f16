namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads what a number counts: the noun phrase behind it, adjectives and nationality included, up to its first plural.
/// English sets the plural last ("coast guard vessels"), which makes it the sign that the phrase is over.
/// </summary>
internal static class CountedNoun
{
    private const int LongestPhrase = 7;

    private static readonly string[] Determiners = ["the", "a", "an", "its", "their", "his", "her", "our", "my", "those", "these", "all", "some", "your"];
    private static readonly string[] Pronouns = ["them", "which", "whom", "us", "it", "this", "that", "these", "those", "you"];

    /// <summary>Reads the phrase that begins behind <paramref name="at"/>. With <paramref name="single"/> its noun need not be a plural.</summary>
    public static bool TryRead(Passage p, int at, bool single, out TextSpan counted)
    {
        counted = default;
        if (Passage.IsHyphen(p[at]) && char.IsLetter(p[at + 1])) return TryReadMember(p, at + 1, out counted);
        var token = Next(p, SkipMore(p, at));
        if (p.Is(token, "of")) return TryReadWhole(p, token.End, out counted);
        if (token.Length > 0 && NounLexicon.IsFate(p[token]) && EndsPhrase(p, token.End))
        {
            counted = token;
            return true;
        }

        return TryReadPhrase(p, token, single, false, out counted);
    }

    /// <summary>Behind "of": "dozens of homes", "40 % of the registered voters", "1,000 of the prisoners".</summary>
    public static bool TryReadWhole(Passage p, int at, out TextSpan counted)
    {
        var token = Next(p, at);
        var determined = false;
        while (p.IsAny(token, Determiners) && !(p.IsAny(token, Pronouns) && EndsPhrase(p, token.End))) (determined, token) = (true, Next(p, token.End));
        counted = default;
        return (determined || !p.IsAny(token, Pronouns)) && TryReadPhrase(p, token, true, true, out counted);
    }

    private static bool TryReadPhrase(Passage p, TextSpan token, bool single, bool whole, out TextSpan counted)
    {
        var (first, last) = (token, default(TextSpan));
        counted = default;
        for (var words = 0; words < LongestPhrase && Continues(p, token); words++)
        {
            var word = p[token];
            if (single && LooksLikeVerb(word) && (words == 0 ? !whole : !IsPossessive(p[last]))) break;
            last = token;
            if (NounLexicon.IsPlural(word))
            {
                var next = Next(p, token.End);
                if (!NounLexicon.MayModify(word) || !Continues(p, next) || !NounLexicon.IsPlural(p[next])) return Found(first, token, out counted);
            }

            token = Next(p, token.End);
        }

        return last.Length > 0 && single && !(first == last && LooksLikeVerb(p[last])) && !EndsWith(p[last], "ly") && !IsPossessive(p[last]) && Found(first, last, out counted);
    }

    /// <summary>"a 12-member panel": the word behind the hyphen.</summary>
    private static bool TryReadMember(Passage p, int at, out TextSpan counted)
    {
        counted = p.WordAt(at);
        if (counted.Length > 2 && !NounLexicon.IsStop(p[counted]) && !p.IsAny(counted, ["time", "way", "fold"])) return true;
        counted = default;
        return false;
    }

    /// <summary>"30 more people", "two other men": the people, the men.</summary>
    private static int SkipMore(Passage p, int at)
    {
        var word = p.WordAfter(at);
        return p.Is(word, "more") || p.Is(word, "other") || p.Is(word, "further") || p.Is(word, "additional") || p.Is(word, "fewer") || p.Is(word, "such") || p.Is(word, "still") ? word.End : at;
    }

    /// <summary>The next word behind a blank, an opening quotation mark allowed; empty where punctuation ends the phrase.</summary>
    private static TextSpan Next(Passage p, int at)
    {
        var start = p.SkipBlanks(at);
        if (start > at && p[start] == '(' && p.WordAt(start + 1) is { Length: > 1 and < 7 } acronym && p[acronym.End] == ')' && char.IsUpper(p[acronym.End - 1]))
            (at, start) = (acronym.End + 1, p.SkipBlanks(acronym.End + 1));
        if (start > at && p[start] is '"' or '“' or '‘' or '\'') start++;
        return start > at ? p.TokenAfter(start) : default;
    }

    private static bool Continues(Passage p, TextSpan token) =>
        token.Length > 0 && char.IsLetter(p[token.Start]) && !NounLexicon.IsStop(p[token]) && !NumberLexicon.TryFind(p[token], out _);

    private static bool EndsPhrase(Passage p, int at)
    {
        var next = Next(p, at);
        return next.Length == 0 || NounLexicon.IsStop(p[next]) || char.IsDigit(p[next.Start]);
    }

    private static bool IsPossessive(ReadOnlySpan<char> word) => EndsWith(word, "'s") || EndsWith(word, "’s");

    private static bool LooksLikeVerb(ReadOnlySpan<char> word) => char.IsLower(word[0]) && (EndsWith(word, "ed") || EndsWith(word, "ing") && word.Length > 5);

    private static bool EndsWith(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static bool Found(TextSpan first, TextSpan last, out TextSpan counted)
    {
        counted = new TextSpan(first.Start, last.End);
        return true;
    }
}
