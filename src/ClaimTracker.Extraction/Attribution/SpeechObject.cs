using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Verbs of speech that are none in their sentence: what follows is a thing, not words that somebody said.</summary>
internal static class SpeechObject
{
    private static readonly string[] Nouns =
    [
        "states",
        "reports",
        "report",
        "claims",
        "claim",
        "estimates",
        "estimate",
        "forecasts",
        "forecast",
        "shows",
    ];
    private static readonly string[] Joining = ["added", "adds", "maintained", "maintains"];

    /// <summary>True where the verb has a thing for its object, or is a noun.</summary>
    public static bool Is(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        var next = verb + 1 < tokens.Count ? tokens[verb + 1] : default;
        if (
            Any(text, tokens, verb, Nouns)
            && next.Is(WordClass.Preposition | WordClass.Relative | WordClass.Conjunction)
            && !tokens.WordIs(text, verb + 1, "that")
        )
        {
            return true;
        }

        if (verb > 0 && Any(text, tokens, verb, Nouns) && IsVerbOfNoun(tokens, verb + 1))
            return true;
        if (tokens.WordIs(text, verb, "think") && tokens.WordIs(text, verb + 1, "tank"))
            return true;
        // "a pattern called a glider", "called on Turkey to stop"
        if (tokens.WordIs(text, verb, "called") && (tokens.WordIs(text, verb + 1, "on") || next.Is(WordClass.Determiner)))
            return true;
        // "runs a firm called eTranslate"
        if (
            tokens.WordIs(text, verb, "called")
            && !next.Is(WordClass.Pronoun)
            && (tokens.WordIs(text, verb - 2, "a") || tokens.WordIs(text, verb - 2, "an"))
        )
        {
            return true;
        }

        if (tokens.WordIs(text, verb, "posted") && next.Is(WordClass.Preposition))
            return true;
        if (Any(text, tokens, verb, Joining))
            return tokens.WordIs(text, verb + 1, "to") || tokens.WordIs(text, verb + 1, "and") || IsThing(text, tokens, verb);
        return !tokens[verb].Is(WordClass.Say) && TakesThing(text, tokens, verb);
    }

    /// <summary>
    /// "the report shows", "a report published on Tuesday": the verb of a sentence has no second one right behind it.
    /// </summary>
    private static bool IsVerbOfNoun(TokenBuffer tokens, int next)
    {
        if (next + 1 >= tokens.Count || tokens[next].IsName)
            return false;
        return tokens[next].Is(WordClass.Say | WordClass.WeakSay)
            || (tokens[next].Is(WordClass.EndsInEd) && tokens[next + 1].Is(WordClass.Preposition | WordClass.TimeWord));
    }

    /// <summary>"added the conversion", "claimed the title, beating …": no verb follows before the clause is over.</summary>
    private static bool IsThing(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        if (
            verb + 1 >= tokens.Count
            || !tokens[verb + 1].Is(WordClass.Determiner | WordClass.NumberWord)
            || tokens.WordIs(text, verb + 1, "that")
        )
        {
            return false;
        }

        for (var i = verb + 2; i < Math.Min(tokens.Count, verb + 16); i++)
        {
            if (tokens.MarkAt(text, i) is ',' or ';' or '.')
                return true;
            if (
                tokens[i].Shape == TokenShape.Quote
                || (
                    tokens[i]
                        .Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.EndsInEd | WordClass.Trend | WordClass.Event)
                    && !tokens[i].IsName
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool Any(ReadOnlySpan<char> text, TokenBuffer tokens, int index, string[] words)
    {
        foreach (var word in words)
        {
            if (tokens.WordIs(text, index, word))
                return true;
        }

        return false;
    }

    /// <summary>"claimed 12 lives", "claimed responsibility", "found a body": the verb is no speech here.</summary>
    private static bool TakesThing(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        if (verb + 1 >= tokens.Count)
            return false;
        var claims =
            tokens.WordIs(text, verb, "claimed") || tokens.WordIs(text, verb, "claims") || tokens.WordIs(text, verb, "claim");
        if (claims)
            return HasLives(text, tokens, verb + 1) || IsThing(text, tokens, verb);
        if (tokens.WordIs(text, verb, "confirmed") && tokens[verb + 1].IsName)
            return IsAppointed(text, tokens, verb + 1);
        if (tokens.WordIs(text, verb, "found") && IsVerdict(text, tokens, verb))
            return true;
        return (tokens.WordIs(text, verb, "found") || tokens.WordIs(text, verb, "finds"))
            && tokens[verb + 1].Is(WordClass.Determiner)
            && !tokens.WordIs(text, verb + 1, "that");
    }

    /// <summary>"the Senate confirmed Jackson to the court", "confirmed Ana Lopes as ambassador".</summary>
    private static bool IsAppointed(ReadOnlySpan<char> text, TokenBuffer tokens, int name)
    {
        while (name < tokens.Count && tokens[name].IsName)
            name++;
        return tokens.WordIs(text, name, "to") || tokens.WordIs(text, name, "as");
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
}
