using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>What a sentence is about where that is a thing with a noun: "The bridge at Kvalsund opened in 1977."</summary>
internal static class ThingBefore
{
    private const int Longest = 12;

    private const WordClass Persons = WordClass.Title | WordClass.Person | WordClass.Agent | WordClass.Pronoun;
    private const WordClass Verbs =
        WordClass.Auxiliary | WordClass.PastVerb | WordClass.EndsInEd | WordClass.Event | WordClass.Trend | WordClass.Say;
    private const WordClass Breaks = WordClass.Relative | WordClass.Conjunction | WordClass.Subordinator | WordClass.Pronoun;

    /// <summary>
    /// The words for it and whether it is several; null where it is a person, has no name in it, or has a rival.
    /// </summary>
    public static (string? Words, bool IsMany) Subject(SentenceView sentence)
    {
        var tokens = sentence.Tokens;
        var first = sentence.Opening;
        if (first >= tokens.Count || !(tokens[first].Is(WordClass.Determiner) || tokens[first].IsName) || tokens[first].InQuote)
            return default;
        var verb = VerbBehind(sentence, first);
        if (verb < 0 || tokens[verb - 1].Is(WordClass.Preposition | WordClass.Determiner) || HasRival(sentence, verb))
            return default;
        var head = Head(sentence, first, verb);
        if (tokens[head].IsName || sentence.Any(first, verb, Persons) || !HoldsName(sentence, first, verb))
            return default;
        var words = sentence.Text[tokens[first].Start..tokens[verb - 1].End];
        return (Definite(sentence, first, words), IsMany(sentence, head));
    }

    /// <summary>"Passengers of the Meridian": several people or things with a name in what is said of them.</summary>
    public static string? Many(SentenceView sentence)
    {
        var first = sentence.Opening;
        if (first >= sentence.Tokens.Count || sentence.Tokens[first].InQuote)
            return null;
        var verb = VerbBehind(sentence, first);
        if (verb < first + 2 || sentence.Tokens[verb - 1].Is(WordClass.Preposition | WordClass.Determiner))
            return null;
        var head = Head(sentence, first, verb);
        return IsMany(sentence, head) && !(head > first && sentence.Tokens[head].IsName) && HoldsName(sentence, first, verb)
            ? Definite(sentence, first, sentence.Text[sentence.Tokens[first].Start..sentence.Tokens[verb - 1].End])
            : null;
    }

    /// <summary>The two names that a sentence begins with: "Kenya and Uganda both grow".</summary>
    public static (string Former, string Latter)? Two(SentenceView sentence)
    {
        var first = sentence.Opening;
        var and = first;
        while (and < sentence.Tokens.Count && sentence.Tokens[and].IsName)
            and++;
        var end = and + 1;
        while (end < sentence.Tokens.Count && sentence.Tokens[end].IsName)
            end++;
        return
            and > first
            && sentence.WordIs(and, "and")
            && end > and + 1
            && end < sentence.Tokens.Count
            && (sentence.Tokens[end].Is(Verbs) || sentence.WordIs(end, "both"))
            ? (
                sentence.Text[sentence.Tokens[first].Start..sentence.Tokens[and - 1].End],
                sentence.Text[sentence.Tokens[and + 1].Start..sentence.Tokens[end - 1].End]
            )
            : null;
    }

    private static int VerbBehind(SentenceView sentence, int first)
    {
        for (var i = first + 1; i < Math.Min(sentence.Tokens.Count, first + Longest); i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (!token.IsWord || token.InQuote || token.Is(Breaks))
                return -1;
            if (
                token.Is(Verbs)
                && !token.IsName
                && !sentence.Tokens[i - 1].Is(WordClass.Determiner)
                && !sentence.Tokens[i - 1].IsPossessive
            )
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Of "the reservoir of Oroville" the word before the first preposition.</summary>
    private static int Head(SentenceView sentence, int first, int verb)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (sentence.Tokens[i].Is(WordClass.Preposition) && !sentence.Tokens[i].IsName)
                return i - 1;
        }

        return verb - 1;
    }

    /// <summary>"The firm sold the ship. It …": another thing that the verb takes could be meant as well.</summary>
    private static bool HasRival(SentenceView sentence, int verb)
    {
        var tokens = sentence.Tokens;
        var behind = verb + 1;
        while (behind < tokens.Count && tokens[behind].Is(WordClass.Adverb | WordClass.Auxiliary))
            behind++;
        if (behind >= tokens.Count)
            return false;
        // "Is a landmark", "was built in 1911": the same thing still. "Was built by a firm" names another.
        if (IsBe(sentence, verb) || IsBe(sentence, behind - 1))
            return HasAgent(sentence, behind);
        ref readonly var next = ref tokens[behind];
        return next.IsWord && !next.Is(WordClass.Preposition | WordClass.TimeWord | WordClass.Adverb);
    }

    private static bool IsBe(SentenceView sentence, int index) =>
        sentence.WordIs(index, "is")
        || sentence.WordIs(index, "are")
        || sentence.WordIs(index, "was")
        || sentence.WordIs(index, "were")
        || sentence.WordIs(index, "been");

    private static bool HasAgent(SentenceView sentence, int from)
    {
        for (var i = from; i < sentence.Tokens.Count; i++)
        {
            if (sentence.WordIs(i, "by"))
                return true;
        }

        return false;
    }

    private static bool HoldsName(SentenceView sentence, int first, int verb)
    {
        for (var i = first + 1; i < verb; i++)
        {
            if (sentence.Tokens[i].IsName && !sentence.Tokens[i].Is(WordClass.TimeWord))
                return true;
        }

        return sentence.Tokens[first].IsPossessive;
    }

    /// <summary>"A bridge at Kvalsund" is "the bridge at Kvalsund" from then on.</summary>
    private static string Definite(SentenceView sentence, int first, string words)
    {
        ref readonly var article = ref sentence.Tokens[first];
        if (sentence.WordIs(first, "a") || sentence.WordIs(first, "an"))
            return "the" + words[(article.End - article.Start)..];
        return article.Is(WordClass.Determiner) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    private static bool IsMany(SentenceView sentence, int head)
    {
        var word = sentence.Text.AsSpan(sentence.Tokens[head].Start, sentence.Tokens[head].End - sentence.Tokens[head].Start);
        return word.EndsWith("s", StringComparison.Ordinal)
            && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("us", StringComparison.Ordinal)
            && !word.EndsWith("is", StringComparison.Ordinal);
    }
}
