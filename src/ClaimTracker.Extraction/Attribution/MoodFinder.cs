using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Tells how a sentence says what it says, by its words outside of "X said".</summary>
internal static class MoodFinder
{
    public static Mood Of(SentenceView sentence)
    {
        bool opinion = false,
            addressed = false,
            negated = false;
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (sentence.IsAttribution(i))
                continue;
            opinion |= token.Is(WordClass.Opinion);
            addressed |= token.Is(WordClass.SecondPerson) && !token.InQuote;
            negated |= token.Is(WordClass.Negation) && !IsEmphasis(sentence, i);
        }

        return new Mood(IsQuestion(sentence), IsConditional(sentence), IsIntended(sentence), opinion, addressed, negated);
    }

    /// <summary>"not only", "no fewer than": nothing is denied.</summary>
    private static bool IsEmphasis(SentenceView sentence, int index) =>
        sentence.WordIs(index + 1, "only")
        || sentence.WordIs(index + 1, "fewer")
        || sentence.WordIs(index + 1, "less")
        || sentence.WordIs(index + 1, "just");

    private static bool IsQuestion(SentenceView sentence)
    {
        for (var i = sentence.Tokens.Count - 1; i >= 0 && sentence.Tokens[i].Shape >= TokenShape.Quote; i--)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == '?')
                return true;
        }

        return false;
    }

    private static bool IsConditional(SentenceView sentence)
    {
        var i = 0;
        while (i < sentence.Tokens.Count && sentence.Tokens[i].Shape == TokenShape.Quote)
            i++;
        return sentence.WordIs(i, "if")
            || sentence.WordIs(i, "unless")
            || sentence.WordIs(i, "suppose")
            || sentence.WordIs(i, "imagine");
    }

    /// <summary>True where the first finite verb outside the attribution is a plan, a wish or a possibility.</summary>
    private static bool IsIntended(SentenceView sentence)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (sentence.IsAttribution(i) || (token.IsName && i > 0) || !token.IsWord)
                continue;
            if (token.Is(WordClass.Modal | WordClass.Future | WordClass.Intention))
                return true;
            if (token.Is(WordClass.Auxiliary))
                return i + 1 < sentence.Tokens.Count && sentence.Tokens[i + 1].Is(WordClass.Intention);
            if (token.Is(WordClass.PastVerb | WordClass.Event | WordClass.Trend | WordClass.Attack) && i > 0)
                return false;
        }

        return false;
    }
}
