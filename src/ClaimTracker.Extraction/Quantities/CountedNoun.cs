using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads what a number counts: the noun phrase behind it, adjectives and nationality included, up to its first plural.
/// English sets the plural last ("coast guard vessels"), which makes it the sign that the phrase is over.
/// </summary>
internal static class CountedNoun
{
    private const int LongestPhrase = 7;

    /// <summary>
    /// Reads the phrase that begins behind <paramref name="at"/>. With <paramref name="single"/> its noun need not be a plural.
    /// </summary>
    public static bool TryRead(Passage p, int at, bool single, out TextSpan counted)
    {
        counted = default;
        if (Passage.IsHyphen(p[at]) && char.IsLetter(p[at + 1]))
            return TryReadMember(p, at + 1, out counted);
        var token = Next(p, SkipMore(p, at));
        if (p.Is(token, "of"))
            return TryReadWhole(p, token.End, out counted);
        return TryReadPhrase(p, SkipMeasure(p, token), single, false, out counted) || TryReadFate(p, token, out counted);
    }

    /// <summary>True where a number stands between a figure and what it counts: "two 12-roll packs".</summary>
    public static bool SkipsAFigure(Passage p, int end, int counted) =>
        char.IsAsciiDigit(p[p.SkipBlanks(end)]) && counted > p.SkipBlanks(end);

    /// <summary>
    /// "12 dead and 30 wounded", "nine of the ten injured received treatment": no noun stands behind that the fate might belong
    /// to.
    /// </summary>
    [Example("They left 12 dead.", "12 dead")]
    private static bool TryReadFate(Passage p, TextSpan token, out TextSpan counted)
    {
        counted = token;
        if (token.Length > 0 && NounLexicon.IsFate(p[token]))
            return true;
        counted = default;
        return false;
    }

    /// <summary>Steps over a measure that says of what size each is: "12-roll", "50 mg", "500-pound".</summary>
    private static TextSpan SkipMeasure(Passage p, TextSpan token)
    {
        if (token.Length == 0 || !char.IsAsciiDigit(p[token.Start]))
            return token;
        if (char.IsLetter(p[token.End - 1]))
            return NumberLexicon.TryFindSuffix(p[token].TrimStart("0123456789.,"), out _) ? token : Next(p, token.End);
        var unit = Next(p, token.End);
        return unit.Length > 0 && UnitLexicon.TryFind(p[unit], out _) ? Next(p, unit.End) : token;
    }

    /// <summary>Behind "of": "dozens of homes", "40 % of the registered voters", "1,000 of the prisoners".</summary>
    [Example("Dozens of the homes burned.", "Dozens of the homes")]
    public static bool TryReadWhole(Passage p, int at, out TextSpan counted)
    {
        var token = Next(p, at);
        var determined = false;
        while (p.Is(token, FigureWord.OpensNoun) && !(p.Is(token, FigureWord.StandsForNoun) && EndsPhrase(p, token.End)))
            (determined, token) = (true, Next(p, token.End));
        counted = default;
        if (!determined && p.Is(token, FigureWord.StandsForNoun))
            return false;
        if (p.Is(token, "total"))
            token = Next(p, token.End);
        return TryReadPhrase(p, SkipMeasure(p, token), true, true, out counted)
            || (determined && TryReadFate(p, token, out counted));
    }

    private static bool TryReadPhrase(Passage p, TextSpan token, bool single, bool whole, out TextSpan counted)
    {
        var (first, last) = (token, default(TextSpan));
        counted = default;
        // "a four cylinder engine drives it", but "12 member states"
        if (!single && p.Is(first, FigureWord.CountedSingle) && Next(p, first.End) is { Length: > 0 } noun && Continues(p, noun))
        {
            if (!NounLexicon.IsPlural(p[noun]))
                return Found(first, first, out counted);
        }

        for (var words = 0; words < LongestPhrase && (Continues(p, token) || (words < 2 && IsParticiple(p, token))); words++)
        {
            var word = p[token];
            if (single && LooksLikeVerb(word) && (words == 0 ? !whole : !IsPossessive(p[last])))
                break;
            last = token;
            var next = Next(p, token.End);
            if (NounLexicon.IsPlural(word))
            {
                if (!GoesOn(p, token, next))
                    return Found(first, token, out counted);
            }
            else if (JoinsAdjectives(p, token, next))
            {
                next = Next(p, next.End);
            }

            token = next;
        }

        // "nine of the past 11 sessions": the noun stands behind the next figure.
        if (whole && token.Length > 0 && (char.IsAsciiDigit(p[token.Start]) || NumberLexicon.TryFind(p[token], out _)))
            return false;
        return last.Length > 0
            && single
            && !(first == last && LooksLikeVerb(p[last]))
            && !EndsWith(p[last], "ly")
            && !IsPossessive(p[last])
            && Found(first, last, out counted);
    }

    /// <summary>
    /// "police officers", "Abrams tanks": a plural that belongs to the one behind it, unless that is a verb: "people carries the
    /// gene".
    /// </summary>
    [Example("They sent 40 police officers.", "40 police officers")]
    private static bool GoesOn(Passage p, TextSpan plural, TextSpan next) =>
        (NounLexicon.MayModify(p[plural]) || (char.IsUpper(p[plural.Start]) && next.Length > 0 && char.IsLower(p[next.Start])))
        && Continues(p, next)
        && NounLexicon.IsPlural(p[next])
        && !p.Is(Next(p, next.End), FigureWord.OpensNoun);

    /// <summary>
    /// "medium and small parties", "American and Canadian diplomats": an adjective goes on behind "and", and a plural ends it.
    /// </summary>
    [Example("There are 9 small and medium parties.", "9 small and medium parties")]
    private static bool JoinsAdjectives(Passage p, TextSpan adjective, TextSpan and)
    {
        if (!p.Is(and, "and") && !p.Is(and, "or"))
            return false;
        var second = Next(p, and.End);
        if (second.Length == 0 || (NounLexicon.IsFate(p[adjective]) && !NounLexicon.IsFate(p[second])))
            return false;
        return Continues(p, second)
            && !NounLexicon.IsPlural(p[second])
            && Next(p, second.End) is { Length: > 0 } third
            && Continues(p, third)
            && NounLexicon.IsPlural(p[third]);
    }

    /// <summary>
    /// "2,741 confirmed cases", "six working groups": a word that else is a verb, with the plural right behind it.
    /// </summary>
    [Example("There are 2,741 confirmed cases.", "2,741 confirmed cases")]
    private static bool IsParticiple(Passage p, TextSpan token) =>
        token.Length > 0
        && NounLexicon.MayDescribe(p[token])
        && Next(p, token.End) is { Length: > 0 } next
        && Continues(p, next)
        && (
            NounLexicon.IsPlural(p[next])
            || (Next(p, next.End) is { Length: > 0 } third && Continues(p, third) && NounLexicon.IsPlural(p[third]))
        );

    /// <summary>"a 12-member panel": the word behind the hyphen.</summary>
    [Example("A 12-member panel met.", "12-member")]
    private static bool TryReadMember(Passage p, int at, out TextSpan counted)
    {
        counted = p.WordAt(at);
        if (counted.Length > 2 && !p.Is(counted, FigureWord.NoMember) && !NumberLexicon.TryFind(p[counted], out _))
        {
            return true;
        }

        counted = default;
        return false;
    }

    /// <summary>"30 more people", "two other men": the people, the men.</summary>
    [Example("Then 30 more people came.", "30 more people")]
    private static int SkipMore(Passage p, int at)
    {
        var word = p.WordAfter(at);
        return
            p.Is(word, "more")
            || p.Is(word, "other")
            || p.Is(word, "further")
            || p.Is(word, "additional")
            || p.Is(word, "fewer")
            || p.Is(word, "such")
            || p.Is(word, "still")
            ? word.End
            : at;
    }

    /// <summary>
    /// The next word behind a blank, an opening quotation mark allowed; empty where punctuation ends the phrase.
    /// </summary>
    private static TextSpan Next(Passage p, int at)
    {
        var start = p.SkipBlanks(at);
        if (
            start > at
            && p[start] == '('
            && p.WordAt(start + 1) is { Length: > 1 and < 7 } acronym
            && p[acronym.End] == ')'
            && char.IsUpper(p[acronym.End - 1])
        )
        {
            (at, start) = (acronym.End + 1, p.SkipBlanks(acronym.End + 1));
        }

        if (start > at && p[start] is '"' or '“' or '‘' or '\'')
            start++;
        return start > at ? p.TokenAfter(start) : default;
    }

    private static bool Continues(Passage p, TextSpan token) =>
        token.Length > 0
        && char.IsLetter(p[token.Start])
        && !NounLexicon.IsStop(p[token])
        && !NumberLexicon.TryFind(p[token], out _);

    private static bool EndsPhrase(Passage p, int at)
    {
        var next = Next(p, at);
        return next.Length == 0 || NounLexicon.IsStop(p[next]) || char.IsDigit(p[next.Start]);
    }

    private static bool IsPossessive(ReadOnlySpan<char> word) => EndsWith(word, "'s") || EndsWith(word, "’s");

    private static bool LooksLikeVerb(ReadOnlySpan<char> word) =>
        char.IsLower(word[0]) && (EndsWith(word, "ed") || (EndsWith(word, "ing") && word.Length > 5));

    private static bool EndsWith(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    private static bool Found(TextSpan first, TextSpan last, out TextSpan counted)
    {
        counted = new TextSpan(first.Start, last.End);
        return true;
    }
}
