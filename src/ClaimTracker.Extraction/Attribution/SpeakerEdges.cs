using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Where the words that name a speaker begin and end beside a verb: without the day, the town's state, where somebody is from.
/// </summary>
internal static class SpeakerEdges
{
    /// <summary>"Sources quoted by Reuters expect": the sources do.</summary>
    public static int BehindAgent(ReadOnlySpan<char> text, TokenBuffer tokens, int start) =>
        start > 2
        && tokens.WordIs(text, start - 1, "by")
        && tokens[start - 2].Is(WordClass.EndsInEd)
        && tokens[start - 3].IsWord
        && !tokens[start - 3].Is(WordClass.Auxiliary | WordClass.Adverb | WordClass.Conjunction)
            ? NounPhrase.StartOf(text, tokens, start - 2)
            : start;

    /// <summary>"Police in Lakewood, Washington report": the town's state is no speaker.</summary>
    public static int BehindPlace(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        if (
            start < 3
            || end - start > 2
            || !tokens[start].Is(WordClass.Place)
            || !Apposition.IsComma(text, tokens, start - 1)
            || !tokens[start - 2].IsName
        )
        {
            return start;
        }

        var town = start - 2;
        while (town > 1 && tokens[town - 1].IsName)
            town--;
        var whole = NounPhrase.StartOf(text, tokens, start - 1);
        return tokens[town - 1].Is(WordClass.Preposition) && whole < town - 1 ? whole : start;
    }

    /// <summary>"Jo Blake from Kent Police said": where she is from is no part of her name.</summary>
    public static int BeforeOrigin(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        var name = start;
        while (name < end && tokens[name].IsName)
            name++;
        return name - start >= 2 && name < end && tokens.WordIs(text, name, "from") ? name : end;
    }

    /// <summary>"a report published on Tuesday estimated": the speaker is the report.</summary>
    public static int BeforeParticiple(TokenBuffer tokens, int end) =>
        end > 1 && tokens[end - 1].Is(WordClass.EndsInEd) && tokens[end - 2].Is(WordClass.ReportNoun) ? end - 1 : end;

    /// <summary>"the council on Thursday announced": the speaker ends before the day.</summary>
    public static int BeforeDay(ReadOnlySpan<char> text, TokenBuffer tokens, int end)
    {
        if (end < 2 || !tokens[end - 1].Is(WordClass.TimeWord) || tokens[end - 1].IsPossessive)
            return end;
        return tokens.WordIs(text, end - 2, "on") ? end - 2
            : tokens[end - 2].IsName || tokens[end - 2].Is(WordClass.Agent) ? end - 1
            : end;
    }
}
