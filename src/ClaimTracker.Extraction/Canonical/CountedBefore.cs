using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// The one number of things that a sentence counts, with what belongs to it: "43 deaths from the virus in Iran".
/// </summary>
internal static class CountedBefore
{
    private const WordClass Ends =
        WordClass.Auxiliary
        | WordClass.PastVerb
        | WordClass.EndsInEd
        | WordClass.Event
        | WordClass.Trend
        | WordClass.Relative
        | WordClass.Conjunction
        | WordClass.Subordinator
        | WordClass.TimeWord;

    /// <summary>Null where nothing is counted, or more than one thing.</summary>
    public static string? Phrase(SentenceView sentence)
    {
        Quantity? only = null;
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Unit is not null || quantity.Counted is null)
                continue;
            if (only is not null)
                return null;
            only = quantity;
        }

        if (
            only is not { Value: > 1, Counted: { } counted }
            || !(counted[^1] == 's' || counted.EndsWith("people", StringComparison.Ordinal))
        )
        {
            return null;
        }

        var (first, end) = sentence.TokensOf(only.Span);
        if (sentence.Tokens[first].InQuote)
            return null;
        while (
            end < sentence.Tokens.Count
            && sentence.Tokens[end].IsWord
            && (!sentence.Tokens[end].Is(Ends) || sentence.WordIs(end, "need"))
            && !IsTime(sentence, end)
        )
        {
            end++;
        }

        while (sentence.Tokens[end - 1].Is(WordClass.Preposition | WordClass.Determiner))
            end--;
        var words = sentence.Text[only.Span.Start..sentence.Tokens[end - 1].End];
        // A figure that opens the sentence has its capital for that.
        var opened = first == sentence.Opening ? char.ToLowerInvariant(words[0]) + words[1..] : words;
        return opened + In(sentence, first, end);
    }

    /// <summary>"Iran has reported 43 deaths": they are in Iran.</summary>
    private static string In(SentenceView sentence, int first, int end)
    {
        ref readonly var subject = ref sentence.Tokens[0];
        return
            first > 1
            && subject.Is(WordClass.Place)
            && subject.IsName
            && !subject.IsPossessive
            && sentence.Tokens[1].Is(WordClass.Auxiliary | WordClass.WeakSay)
            && PlaceFinder.Find(sentence, first, end) is null
            ? " in " + sentence.Text[subject.Start..subject.End]
            : "";
    }

    private static bool IsTime(SentenceView sentence, int token)
    {
        foreach (var time in sentence.Times)
        {
            if (time.Span.Start <= sentence.Tokens[token].Start && sentence.Tokens[token].Start < time.Span.End)
                return true;
        }

        return false;
    }
}
