using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>"X said", "said X", "X confirmed that", "X's report found": the speaker stands before or after a verb.</summary>
internal static class VerbCues
{
    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        ref readonly var token = ref tokens[verb];
        if (!token.Is(WordClass.Say | WordClass.WeakSay) || (token.IsName && verb > 0) || token.InQuote)
            return default;
        if (verb > 0 && (tokens[verb - 1].Is(WordClass.Determiner) || IsPassive(text, tokens, verb) || IsNumber(tokens, verb - 1)))
            return default;
        if (!token.Is(WordClass.Say) && TakesThing(text, tokens, verb))
            return default;
        var before = Before(text, tokens, verb);
        return before.Weight > 0 ? before : After(text, tokens, verb);
    }

    private static Cue Before(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        var end = verb;
        while (end > 0 && IsHelper(tokens, end - 1))
            end--;
        if (end == 0)
            return default;
        if (IsComma(text, tokens, end - 1))
            return AcrossApposition(text, tokens, end - 1, verb);
        // "the number of states": a noun that looks like a verb.
        if (tokens[end - 1].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction) && !tokens[end - 1].IsName)
            return default;
        var start = NounPhrase.StartOf(text, tokens, end);
        return Weigh(text, tokens, start, end, verb);
    }

    /// <summary>"Ana Lopes, head of X, said": the name stands before the inserted words.</summary>
    private static Cue AcrossApposition(ReadOnlySpan<char> text, TokenBuffer tokens, int comma, int verb)
    {
        var open = comma - 1;
        while (open > 0 && comma - open < 24 && !IsComma(text, tokens, open) && tokens[open].Shape != TokenShape.Quote)
            open--;
        if (open <= 0 || !IsComma(text, tokens, open) || tokens[open - 1].Shape == TokenShape.Quote)
            return default;
        var start = NounPhrase.StartOf(text, tokens, open);
        // "the governor of Ohio, Mike DeWine, announced": here the inserted words are the name.
        return start < open && (!tokens[start].IsName || tokens[start].Is(WordClass.Determiner)) && IsFullName(tokens, open + 1, comma)
            ? Weigh(text, tokens, open + 1, comma, verb)
            : Weigh(text, tokens, start, open, verb);
    }

    private static bool IsFullName(TokenBuffer tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!tokens[i].IsName)
                return false;
        }

        return end - first is 2 or 3;
    }

    private static Cue After(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        // Only where words that were said stand before it: '"…," said X', 'Nobody was hurt, said X'.
        if (verb == 0 || !(tokens[verb - 1].Shape == TokenShape.Quote || IsComma(text, tokens, verb - 1)))
            return default;
        var end = NounPhrase.EndOf(text, tokens, verb + 1);
        var cue = Weigh(text, tokens, verb + 1, end, verb);
        return cue with { CueEnd = verb + 1 };
    }

    private static Cue Weigh(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end, int verb)
    {
        if (start >= end)
            return default;
        var strong = tokens[verb].Is(WordClass.Say);
        var named = false;
        var agent = false;
        for (var i = start; i < end; i++)
        {
            named |= tokens[i].IsName && (i > 0 || !tokens[i].Is(WordClass.Determiner | WordClass.Vague));
            agent |= tokens[i].Is(WordClass.Agent | WordClass.Title | WordClass.Pronoun | WordClass.Outlet);
        }

        if (tokens[start].Is(WordClass.FirstPerson | WordClass.SecondPerson) || !(agent || named || ((strong || IsTold(tokens, start, verb)) && end - start < 8)))
            return default;
        var cueEnd = verb + 1 < tokens.Count && tokens.WordIs(text, verb + 1, "that") ? verb + 2 : verb + 1;
        return new Cue(verb, cueEnd, start, end, strong ? 4 : agent ? 3 : 2);
    }

    /// <summary>"the clinic announced": any thing with an article speaks by a verb that can be no noun.</summary>
    private static bool IsTold(TokenBuffer tokens, int start, int verb) =>
        tokens[start].Is(WordClass.Determiner) && tokens[verb].Is(WordClass.EndsInEd);

    private static bool IsHelper(TokenBuffer tokens, int index) =>
        tokens[index].IsWord && !tokens[index].IsName
        && tokens[index].Is(WordClass.Auxiliary | WordClass.Adverb) && !tokens[index].Is(WordClass.Pronoun);

    /// <summary>"is said to", "was reported": nobody speaks.</summary>
    private static bool IsPassive(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        var before = verb - 1;
        while (before > 0 && tokens[before].Is(WordClass.Adverb))
            before--;
        return tokens[before].Is(WordClass.Auxiliary) && tokens[verb].Is(WordClass.Say | WordClass.WeakSay)
            && (tokens.WordIs(text, before, "is") || tokens.WordIs(text, before, "are") || tokens.WordIs(text, before, "was")
                || tokens.WordIs(text, before, "were") || tokens.WordIs(text, before, "be") || tokens.WordIs(text, before, "been") || tokens.WordIs(text, before, "being"));
    }

    private static bool IsNumber(TokenBuffer tokens, int index) => tokens[index].Shape == TokenShape.Number;

    /// <summary>"claimed 12 lives", "claimed responsibility", "found a body": the verb is no speech here.</summary>
    private static bool TakesThing(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        if (verb + 1 >= tokens.Count)
            return false;
        var claims = tokens.WordIs(text, verb, "claimed") || tokens.WordIs(text, verb, "claims") || tokens.WordIs(text, verb, "claim");
        if (claims)
            return HasLives(text, tokens, verb + 1);
        if (tokens.WordIs(text, verb, "found") && IsVerdict(text, tokens, verb))
            return true;
        return (tokens.WordIs(text, verb, "found") || tokens.WordIs(text, verb, "finds")) && tokens[verb + 1].Is(WordClass.Determiner)
            && !tokens.WordIs(text, verb + 1, "that");
    }

    /// <summary>"the jury found the four men guilty".</summary>
    private static bool IsVerdict(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        for (var i = verb + 1; i < tokens.Count && i < verb + 25; i++)
        {
            if (tokens.WordIs(text, i, "guilty"))
                return true;
        }

        return false;
    }

    private static bool HasLives(ReadOnlySpan<char> text, TokenBuffer tokens, int index)
    {
        for (var i = index; i < tokens.Count && i < index + 6; i++)
        {
            if (tokens.WordIs(text, i, "lives") || tokens.WordIs(text, i, "life") || tokens.WordIs(text, i, "victory"))
                return true;
        }

        return false;
    }

    private static bool IsComma(ReadOnlySpan<char> text, TokenBuffer tokens, int index) => tokens.MarkAt(text, index) is ',' or '–' or '—';
}
