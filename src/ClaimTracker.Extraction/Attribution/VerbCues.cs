using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>"X said", "said X", "X confirmed that", "X's report found": the speaker stands before or after a verb.</summary>
internal static class VerbCues
{
    private const int LongestInsertion = 32;

    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        ref readonly var token = ref tokens[verb];
        if (!token.Is(WordClass.Say | WordClass.WeakSay) || (token.IsName && verb > 0) || token.InQuote)
            return default;
        if (verb > 0 && (tokens[verb - 1].Is(WordClass.Determiner) || tokens[verb - 1].IsPossessive || IsPassive(text, tokens, verb) || IsNumber(tokens, verb - 1)))
            return default;
        if (SpeechObject.Is(text, tokens, verb))
            return default;
        var before = Before(text, tokens, verb);
        return before.Weight > 0 ? before : After(text, tokens, verb);
    }

    private static Cue Before(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        var end = verb;
        while (end > 0 && IsHelper(tokens, end - 1))
            end--;
        end = BeforeDay(text, tokens, end);
        if (end == 0)
            return default;
        if (IsComma(text, tokens, end - 1))
            return AcrossApposition(text, tokens, end - 1, verb);
        // "the number of states": a noun that looks like a verb.
        if (tokens[end - 1].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction) && !tokens[end - 1].IsName)
            return default;
        var one = NounPhrase.StartOf(text, tokens, end);
        // "with all precincts reported"
        if (tokens.WordIs(text, one - 1, "with") && tokens[verb].Is(WordClass.EndsInEd))
            return default;
        var start = JointSpeakers.StartOf(text, tokens, one, end);
        return Introduced(text, tokens, start) is var (first, last) && last > 0 ? Weigh(text, tokens, first, last, verb) : Weigh(text, tokens, start, end, verb);
    }

    /// <summary>"Ana Lopes, a baker told the court": the name that opens the sentence, where no second comma closes the insertion; an end of 0 where there is none.</summary>
    private static (int First, int End) Introduced(ReadOnlySpan<char> text, TokenBuffer tokens, int start)
    {
        if (start < 2 || !IsComma(text, tokens, start - 1) || !(tokens.WordIs(text, start, "a") || tokens.WordIs(text, start, "an")))
            return default;
        for (var i = 0; i < start - 1; i++)
        {
            if (!tokens[i].IsName || tokens[i].Is(WordClass.TimeWord | WordClass.Preposition | WordClass.Place | WordClass.Opener | WordClass.Adverb | WordClass.Conjunction | WordClass.Subordinator))
                return default;
        }

        return (0, start - 1);
    }

    /// <summary>"the council on Thursday announced": the speaker ends before the day.</summary>
    private static int BeforeDay(ReadOnlySpan<char> text, TokenBuffer tokens, int end)
    {
        if (end < 2 || !tokens[end - 1].Is(WordClass.TimeWord) || tokens[end - 1].IsPossessive)
            return end;
        return tokens.WordIs(text, end - 2, "on") ? end - 2 : tokens[end - 2].IsName || tokens[end - 2].Is(WordClass.Agent) ? end - 1 : end;
    }

    /// <summary>"Ana Lopes, head of X, said": the name stands before the inserted words.</summary>
    private static Cue AcrossApposition(ReadOnlySpan<char> text, TokenBuffer tokens, int comma, int verb)
    {
        var open = OpeningComma(text, tokens, comma);
        if (open <= 0 || !IsComma(text, tokens, open) || tokens[open - 1].Shape == TokenShape.Quote)
            return default;
        var start = NounPhrase.StartOf(text, tokens, open);
        // "the governor of Ohio, Mike DeWine, announced": here the inserted words are the name.
        return start < open && (!tokens[start].IsName || tokens[start].Is(WordClass.Determiner)) && IsFullName(tokens, open + 1, comma)
            ? Weigh(text, tokens, open + 1, comma, verb)
            : Weigh(text, tokens, start, open, verb);
    }

    /// <summary>The comma that opens an insertion. One that begins with "who" may hold commas of its own.</summary>
    private static int OpeningComma(ReadOnlySpan<char> text, TokenBuffer tokens, int comma)
    {
        var nearest = 0;
        for (var i = comma - 1; i > 0 && comma - i < LongestInsertion && tokens[i].Shape != TokenShape.Quote; i--)
        {
            if (!IsComma(text, tokens, i))
                continue;
            nearest = nearest == 0 ? i : nearest;
            if (tokens.WordIs(text, i + 1, "who") || tokens.WordIs(text, i + 1, "whose"))
                return i;
        }

        return nearest;
    }

    private static bool IsFullName(TokenBuffer tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!tokens[i].IsName && !(tokens[i].Shape == TokenShape.Mark && tokens[i - 1].Is(WordClass.Title)))
                return false;
        }

        return end - first is >= 2 and <= 4;
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
        // "documents released Sunday allege": a day says nothing.
        if (tokens[end - 1].Is(WordClass.TimeWord) && start == end - 1)
            return default;
        for (var i = start; i < end; i++)
        {
            named |= tokens[i].IsName && (i > 0 || !tokens[i].Is(WordClass.Determiner | WordClass.Vague));
            agent |= tokens[i].Is(WordClass.Agent | WordClass.Title | WordClass.Pronoun | WordClass.Outlet);
        }

        if ((tokens[start].Is(WordClass.FirstPerson | WordClass.SecondPerson) && !tokens[start].IsAcronym) || !(agent || named || ((strong || IsTold(tokens, start, verb)) && end - start < 8)))
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
        while (before > 0 && (tokens[before].Is(WordClass.Adverb) || tokens.WordIs(text, before, "first")))
            before--;
        return tokens[before].Is(WordClass.Auxiliary) && tokens[verb].Is(WordClass.Say | WordClass.WeakSay)
            && (tokens.WordIs(text, before, "is") || tokens.WordIs(text, before, "are") || tokens.WordIs(text, before, "was")
                || tokens.WordIs(text, before, "were") || tokens.WordIs(text, before, "be") || tokens.WordIs(text, before, "been") || tokens.WordIs(text, before, "being"));
    }

    private static bool IsNumber(TokenBuffer tokens, int index) =>
        tokens[index].Shape == TokenShape.Number || tokens[index].Is(WordClass.NumberWord);

    private static bool IsComma(ReadOnlySpan<char> text, TokenBuffer tokens, int index) => tokens.MarkAt(text, index) is ',' or '–' or '—';
}
