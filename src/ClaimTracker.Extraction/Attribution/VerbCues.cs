using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>"X said", "said X", "X confirmed that", "X's report found": the speaker stands before or after a verb.</summary>
internal static class VerbCues
{
    private static readonly string[] OnlyVerbs =
    [
        "alleges",
        "argues",
        "warns",
        "denies",
        "believes",
        "concludes",
        "suggests",
        "acknowledges",
    ];

    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        ref readonly var token = ref tokens[verb];
        if (!token.Is(WordClass.Say | WordClass.WeakSay) || (token.IsName && verb > 0) || token.InQuote)
            return default;
        if (
            verb > 0
            && (
                tokens[verb - 1].Is(WordClass.Determiner)
                || tokens[verb - 1].IsPossessive
                || IsPassive(text, tokens, verb)
                || (
                    IsNumber(tokens, verb - 1)
                    && !(verb > 1 && tokens.WordIs(text, verb - 2, "number") && tokens[verb - 2].IsName)
                )
            )
        )
        {
            return default;
        }

        if (SpeechObject.Is(text, tokens, verb))
            return default;
        var before = Before(text, tokens, verb);
        return before.Weight > 0 ? before : After(text, tokens, verb);
    }

    private static Cue Before(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        var end = verb;
        while (end > 0 && IsHelper(text, tokens, end - 1))
            end--;
        end = SpeakerEdges.BeforeParticiple(tokens, SpeakerEdges.BeforeDay(text, tokens, end));
        if (end == 0)
            return default;
        if (Apposition.IsComma(text, tokens, end - 1))
        {
            return Apposition.Across(text, tokens, end - 1) is var (name, nameEnd, lead) && nameEnd > 0
                ? Weigh(text, tokens, name, nameEnd, verb) with
                {
                    Lead = lead,
                }
                : default;
        }
        // "the number of states": a noun that looks like a verb.
        if (tokens[end - 1].Is(WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction) && !tokens[end - 1].IsName)
            return default;
        var one = NounPhrase.StartOf(text, tokens, end);
        one = SpeakerEdges.BehindPlace(text, tokens, SpeakerEdges.BehindAgent(text, tokens, one), end);
        // "with all precincts reported"
        if (tokens.WordIs(text, one - 1, "with") && tokens[verb].Is(WordClass.EndsInEd))
            return default;
        // "Neither side has commented": nobody speaks.
        if (one > 0 && tokens[one - 1].Is(WordClass.Negation) && !tokens[one - 1].IsName)
            return default;
        if (one > 0 && (tokens.WordIs(text, one - 1, "neither") || tokens.WordIs(text, one - 1, "no")))
            return default;
        var start = JointSpeakers.StartOf(text, tokens, one, end);
        return Introduced(text, tokens, start) is var (first, last) && last > 0
            ? Weigh(text, tokens, first, last, verb)
            : Weigh(text, tokens, start, end, verb);
    }

    /// <summary>
    /// "Ana Lopes, a baker told the court": the name that opens the sentence, where no second comma closes the insertion; an
    /// end of 0 where there is none.
    /// </summary>
    private static (int First, int End) Introduced(ReadOnlySpan<char> text, TokenBuffer tokens, int start)
    {
        if (
            start < 2
            || !Apposition.IsComma(text, tokens, start - 1)
            || !(tokens.WordIs(text, start, "a") || tokens.WordIs(text, start, "an"))
        )
        {
            return default;
        }

        for (var i = 0; i < start - 1; i++)
        {
            if (
                !tokens[i].IsName
                || tokens[i]
                    .Is(
                        WordClass.TimeWord
                            | WordClass.Preposition
                            | WordClass.Place
                            | WordClass.Opener
                            | WordClass.Adverb
                            | WordClass.Conjunction
                            | WordClass.Subordinator
                    )
            )
            {
                return default;
            }
        }

        return (0, start - 1);
    }

    private static Cue After(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        // Only where words that were said stand before it: '"…," said X', 'Nobody was hurt, said X'.
        if (verb == 0 || !(tokens[verb - 1].Shape == TokenShape.Quote || Apposition.IsComma(text, tokens, verb - 1)))
            return default;
        var end = NounPhrase.EndOf(text, tokens, verb + 1);
        var cue = Weigh(text, tokens, verb + 1, end, verb);
        if (cue.Weight == 0)
            return default;
        var (name, nameEnd) = Apposition.NameBehind(text, tokens, verb + 1, end);
        return cue with { CueEnd = verb + 1, SourceStart = name, SourceEnd = nameEnd };
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
            // "A virus that caused what the agency called": what is named so is nobody's statement.
            if (tokens.WordIs(text, i, "what"))
                return default;
            named |= tokens[i].IsName && (i > 0 || !tokens[i].Is(WordClass.Determiner | WordClass.Vague));
            agent |= tokens[i].Is(WordClass.Agent | WordClass.Title | WordClass.Pronoun | WordClass.Outlet);
        }

        // "What I would say is": nobody is named.
        if (tokens[start].Is(WordClass.Question) && !tokens[start].IsAcronym)
            return default;
        if (
            (tokens[start].Is(WordClass.FirstPerson | WordClass.SecondPerson) && !tokens[start].IsAcronym)
            || !(agent || named || ((strong || IsTold(text, tokens, start, verb)) && end - start < 8))
        )
        {
            return default;
        }

        var said = BehindSecondVerb(text, tokens, verb);
        var cueEnd = tokens.WordIs(text, said, "that") ? said + 1 : said;
        if (tokens.WordIs(text, start, "both"))
            start++;
        return new Cue(
            verb,
            cueEnd,
            start,
            SpeakerEdges.BeforeOrigin(text, tokens, start, end),
            strong ? 4
                : agent ? 3
                : 2
        );
    }

    /// <summary>"warned and repeated that": two verbs of saying are one cue.</summary>
    private static int BehindSecondVerb(ReadOnlySpan<char> text, TokenBuffer tokens, int verb) =>
        tokens.WordIs(text, verb + 1, "and")
        && verb + 2 < tokens.Count
        && !tokens[verb + 2].IsName
        && tokens[verb + 2].Is(WordClass.Say | WordClass.WeakSay | WordClass.EndsInEd)
        && tokens.WordIs(text, verb + 3, "that")
            ? verb + 3
            : verb + 1;

    /// <summary>"the clinic announced": any thing with an article speaks by a verb that can be no noun.</summary>
    private static bool IsTold(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int verb)
    {
        // "Fourteen people were hurt, state television reported."
        if (start > 0 && Apposition.IsComma(text, tokens, start - 1) && verb > start && IsLast(tokens, verb + 1))
            return tokens[verb].Is(WordClass.EndsInEd);
        return tokens[start].Is(WordClass.Determiner) && (tokens[verb].Is(WordClass.EndsInEd) || IsOnlyVerb(text, tokens, verb));
    }

    private static bool IsLast(TokenBuffer tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].IsWord)
                return false;
        }

        return true;
    }

    private static bool IsOnlyVerb(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        foreach (var word in OnlyVerbs)
        {
            if (tokens.WordIs(text, verb, word))
                return true;
        }

        // "The research found that": with a thing behind it, it is no speech.
        return tokens.WordIs(text, verb, "found") && tokens.WordIs(text, verb + 1, "that");
    }

    /// <summary>"has also said", "strongly warned".</summary>
    private static bool IsHelper(ReadOnlySpan<char> text, TokenBuffer tokens, int index) =>
        tokens[index].Shape == TokenShape.Word
        && !tokens[index].Is(WordClass.Pronoun)
        && (tokens[index].Is(WordClass.Auxiliary | WordClass.Adverb) || EndsInLy(text[tokens[index].Start..tokens[index].End]));

    private static bool EndsInLy(ReadOnlySpan<char> word) => word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal);

    /// <summary>"is said to", "was reported": nobody speaks.</summary>
    private static bool IsPassive(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        var before = verb - 1;
        while (before > 0 && (tokens[before].Is(WordClass.Adverb) || tokens.WordIs(text, before, "first")))
            before--;
        return tokens[before].Is(WordClass.Auxiliary)
            && tokens[verb].Is(WordClass.Say | WordClass.WeakSay)
            && (
                tokens.WordIs(text, before, "is")
                || tokens.WordIs(text, before, "are")
                || tokens.WordIs(text, before, "was")
                || tokens.WordIs(text, before, "were")
                || tokens.WordIs(text, before, "be")
                || tokens.WordIs(text, before, "been")
                || tokens.WordIs(text, before, "being")
            );
    }

    private static bool IsNumber(TokenBuffer tokens, int index) =>
        tokens[index].Shape == TokenShape.Number || tokens[index].Is(WordClass.NumberWord);
}
