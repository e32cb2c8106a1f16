using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>"according to X", "per X", "citing X", "data from X showed": the speaker follows the cue.</summary>
internal static class PrepositionCues
{
    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int index)
    {
        if (tokens.WordIs(text, index, "according") && tokens.WordIs(text, index + 1, "to"))
            return Build(text, tokens, index, index + 2, 4);
        if (tokens.WordIs(text, index, "citing") && IsCited(tokens, index + 1))
            return Build(text, tokens, index, index + 1, 2);
        if (
            tokens.WordIs(text, index, "per")
            && index + 1 < tokens.Count
            && IsSpeaker(tokens, index + 1)
            && StartsPart(tokens, index)
        )
        {
            return Build(text, tokens, index, index + 1, 3);
        }

        if (tokens.WordIs(text, index, "by") && index > 1 && IsReportedBy(tokens, index - 1))
            return Build(text, tokens, index - 1, index + 1, 2);
        if (tokens.WordIs(text, index, "from") && tokens.MarkAt(text, tokens.Count - 1) == ':' && IsCited(tokens, index + 1))
            return Announced(text, tokens, index);
        return default;
    }

    /// <summary>"And from Chairwoman Ortiz:": whose words the next sentence is.</summary>
    private static Cue Announced(ReadOnlySpan<char> text, TokenBuffer tokens, int from)
    {
        var cue = Build(text, tokens, from, from + 1, 2);
        return cue.SourceEnd == tokens.Count - 1 ? cue : default;
    }

    private static bool StartsPart(TokenBuffer tokens, int index) => index == 0 || tokens[index - 1].Shape >= TokenShape.Quote;

    /// <summary>"per day" names no speaker; "per local media" does.</summary>
    private static bool IsSpeaker(TokenBuffer tokens, int index) =>
        tokens[index].IsName
        || tokens[index].Is(WordClass.Agent | WordClass.Determiner)
        || (index + 1 < tokens.Count && tokens[index + 1].Is(WordClass.Agent));

    /// <summary>
    /// "citing police", "citing two people with knowledge of it"; not "citing age", "citing ties to a militia".
    /// </summary>
    private static bool IsCited(TokenBuffer tokens, int first)
    {
        for (var i = first; i < Math.Min(tokens.Count, first + 5); i++)
        {
            if (
                tokens[i].IsName
                || tokens[i].Is(WordClass.Agent | WordClass.Outlet | WordClass.ReportNoun | WordClass.Person | WordClass.Title)
            )
            {
                return true;
            }

            if (tokens[i].Shape >= TokenShape.Quote || tokens[i].Is(WordClass.Preposition))
                return false;
        }

        return false;
    }

    /// <summary>"reported by", "estimated by", "confirmed by" after a form of "to be".</summary>
    private static bool IsReportedBy(TokenBuffer tokens, int verb) =>
        tokens[verb].Is(WordClass.Say | WordClass.WeakSay)
        && tokens[verb].Is(WordClass.EndsInEd)
        && tokens[verb - 1].Is(WordClass.Auxiliary | WordClass.Adverb);

    private static Cue Build(ReadOnlySpan<char> text, TokenBuffer tokens, int cue, int source, int weight)
    {
        var end = NounPhrase.EndOf(text, tokens, source);
        var (first, last) = Apposition.NameBehind(text, tokens, source, end);
        return end > source ? new Cue(cue, source, first, last, weight) : default;
    }
}
