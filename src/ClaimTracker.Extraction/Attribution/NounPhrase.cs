using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Finds the words that name a speaker, left or right of a cue. Looks at a bounded number of words.</summary>
internal static class NounPhrase
{
    private const int Reach = 24;

    private const WordClass Breaks =
        WordClass.Auxiliary | WordClass.Subordinator | WordClass.Relative | WordClass.Say | WordClass.Modal | WordClass.Pronoun;

    /// <summary>
    /// The phrase that begins at <paramref name="first"/>; its end is exclusive, equal to <paramref name="first"/> where there
    /// is none.
    /// </summary>
    public static int EndOf(ReadOnlySpan<char> text, TokenBuffer tokens, int first)
    {
        var limit = Math.Min(tokens.Count, first + Reach);
        var end = first;
        while (end < limit)
        {
            ref readonly var token = ref tokens[end];
            if (Nickname.EndBehind(tokens, end) is var behind && behind > end && end > first)
            {
                end = behind;
                continue;
            }

            if (token.Shape >= TokenShape.Quote)
            {
                if (
                    !NameMarks.IsPossessiveMark(text, tokens, end)
                    && !NameMarks.IsTitleDot(text, tokens, end)
                    && !NameMarks.IsAmpersand(text, tokens, end)
                )
                {
                    break;
                }
            }
            else if (end > first && EndsPhrase(text, tokens, end))
            {
                break;
            }
            else if (end == first && token.Is(Breaks & ~WordClass.Pronoun) && !token.IsName)
            {
                break;
            }

            end++;
            if (end == first + 1 && token.Is(WordClass.Pronoun))
                break;
        }

        while (
            end > first
            && tokens[end - 1].Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner)
            && !tokens[end - 1].IsName
        )
        {
            end--;
        }

        return Nickname.EndOfAlias(text, tokens, first, end);
    }

    /// <summary>
    /// The phrase that ends just before <paramref name="end"/>; its start, equal to <paramref name="end"/> where there is none.
    /// </summary>
    public static int StartOf(ReadOnlySpan<char> text, TokenBuffer tokens, int end)
    {
        var limit = Math.Max(0, end - Reach);
        var start = end;
        while (start > limit)
        {
            ref readonly var token = ref tokens[start - 1];
            if (NameMarks.BracketStart(text, tokens, start) is var open && open > limit)
            {
                start = open;
                continue;
            }

            if (start < end && Nickname.StartBefore(tokens, start) is var nickname && nickname < start)
            {
                start = nickname;
                continue;
            }

            if (
                token.Shape >= TokenShape.Quote
                && !NameMarks.IsPossessiveMark(text, tokens, start - 1)
                && !NameMarks.IsTitleDot(text, tokens, start - 1)
                && !NameMarks.IsAmpersand(text, tokens, start - 1)
            )
            {
                break;
            }

            if (token.IsWord && StopsBackward(text, tokens, start - 1, end))
                break;
            start--;
            if (token.Is(WordClass.Pronoun) && start == end - 1)
                break;
        }

        return SkipLeadIn(tokens, start, end);
    }

    private static bool EndsPhrase(ReadOnlySpan<char> text, TokenBuffer tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        // "the Morning Post" is a paper, "police Monday" a day.
        if (
            token.IsName
            && (
                !token.Is(WordClass.TimeWord)
                || (index + 1 < tokens.Count && tokens[index + 1].IsName && tokens[index + 1].Is(WordClass.Outlet))
            )
        )
        {
            return false;
        }
        // "according to the BBC the minister": another one begins.
        if (
            token.Is(WordClass.Determiner)
            && tokens[index - 1].IsWord
            && !tokens[index - 1].Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner)
            && !tokens[index - 1].IsPossessive
        )
        {
            return true;
        }
        // "figures made public by the bank" is one phrase.
        if (token.Is(WordClass.PastVerb | WordClass.EndsInEd) && tokens.WordIs(text, index + 1, "by"))
            return false;
        if (token.Is(Breaks | WordClass.TimeWord | WordClass.Adverb | WordClass.PastVerb))
            return true;
        // "according to police estimates at least 40 people", "… 40 people": what they say begins.
        if (
            (
                tokens.WordIs(text, index, "at")
                && (tokens.WordIs(text, index + 1, "least") || tokens.WordIs(text, index + 1, "most"))
            ) || (token.Shape == TokenShape.Number && tokens[index - 1].Is(WordClass.ReportNoun))
        )
        {
            return true;
        }

        if (token.Is(WordClass.WeakSay | WordClass.EndsInEd) && !token.Is(WordClass.Agent | WordClass.ReportNoun))
            return !tokens[index - 1].Is(WordClass.Determiner);
        // "on Monday", "in a statement": the phrase is over where time or manner begins.
        var next = index + 1 < tokens.Count ? tokens[index + 1] : default;
        return (
                token.Is(WordClass.Preposition)
                && (next.Is(WordClass.TimeWord) || next.Shape == TokenShape.Number || IsManner(text, tokens, index))
            ) || (token.Is(WordClass.Conjunction) && !next.IsName && !next.Is(WordClass.Agent | WordClass.Determiner));
    }

    private static bool IsManner(ReadOnlySpan<char> text, TokenBuffer tokens, int preposition) =>
        (
            tokens.WordIs(text, preposition, "in")
            || tokens.WordIs(text, preposition, "on")
            || tokens.WordIs(text, preposition, "at")
            || tokens.WordIs(text, preposition, "during")
        )
        && preposition + 2 < tokens.Count
        && (
            tokens.WordIs(text, preposition + 1, "a")
            || tokens.WordIs(text, preposition + 1, "an")
            || tokens[preposition + 1].Is(WordClass.ReportNoun)
        );

    private static bool StopsBackward(ReadOnlySpan<char> text, TokenBuffer tokens, int index, int end)
    {
        ref readonly var token = ref tokens[index];
        if (index == end - 1 && token.Is(WordClass.Pronoun))
            return false;
        if (token.IsName && index > 0)
            return token.Is(WordClass.Pronoun);
        if (token.Is(Breaks | WordClass.Adverb | WordClass.Negation))
            return true;
        if (
            token.Is(WordClass.WeakSay | WordClass.PastVerb | WordClass.Intention)
            && !token.Is(WordClass.Agent | WordClass.ReportNoun)
        )
        {
            return true;
        }
        // "state-owned" is of the name; "United Nations" begins a sentence as any participle would.
        if (token.Is(WordClass.EndsInEd) && text[token.Start..token.End].Contains('-'))
            return false;
        if (token.Is(WordClass.EndsInEd))
            return index == 0 ? !(token.IsName && tokens[index + 1].IsName) : !tokens[index - 1].Is(WordClass.Determiner);
        return token.Is(WordClass.Conjunction)
            && !OpensWithGroup(text, tokens, index)
            && !(
                index > 0
                && (tokens[index - 1].IsName || tokens[index - 1].Is(WordClass.Agent))
                && (
                    tokens[index + 1].IsName
                    || tokens[index + 1].Is(WordClass.Agent | WordClass.Determiner)
                    || EndsInAgent(tokens, index, end)
                )
            );
    }

    /// <summary>
    /// "Hospital bosses and union leaders": a sentence or part that opens with two or three words, the last of them many.
    /// </summary>
    private static bool OpensWithGroup(ReadOnlySpan<char> text, TokenBuffer tokens, int and)
    {
        if (and == 0 || tokens[and - 1].Shape != TokenShape.Word || text[tokens[and - 1].End - 1] != 's')
            return false;
        var start = and;
        while (start > 0 && tokens[start - 1].IsWord && and - start < 4)
        {
            start--;
            if (
                tokens[start]
                    .Is(
                        Breaks
                            | WordClass.PastVerb
                            | WordClass.EndsInEd
                            | WordClass.Trend
                            | WordClass.Event
                            | WordClass.TimeWord
                            | WordClass.Preposition
                    )
            )
            {
                return false;
            }
        }

        return and - start is 1 or 2 or 3 && (start == 0 || !tokens[start - 1].IsWord);
    }

    /// <summary>"police and fire officials".</summary>
    private static bool EndsInAgent(TokenBuffer tokens, int and, int end) =>
        and + 3 == end && tokens[and + 2].Is(WordClass.Agent);

    /// <summary>Drops "On Monday", "In Kyiv" and the like from the front: what is left begins with the name itself.</summary>
    private static int SkipLeadIn(TokenBuffer tokens, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (tokens[i].Is(WordClass.TimeWord) && !tokens[i].IsPossessive && i < end - 1)
            {
                start = i + 1;
                break;
            }

            // "In the statement Okoro said".
            if (tokens[i].Is(WordClass.ReportNoun) && !tokens[i].IsName && i < end - 1 && tokens[i + 1].IsName)
            {
                start = i + 1;
                break;
            }
        }

        while (
            start < end
            && (
                tokens[start].Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Opener | WordClass.TimeWord)
                || tokens[start].Shape >= TokenShape.Number
            )
            && !(tokens[start].IsName && start > 0)
        )
        {
            start++;
        }

        return start;
    }
}
