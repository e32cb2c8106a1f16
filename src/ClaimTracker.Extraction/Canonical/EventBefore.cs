using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// What happened in the sentence right before, where that begins with a noun for it: "The fire at the mill in Lowen broke out
/// at noon.
/// Two men were hurt."
/// </summary>
/// <param name="Words">"the fire at the mill in Lowen on 3 May 2024".</param>
/// <param name="Place">Where.</param>
/// <param name="Times">When.</param>
internal sealed record EventBefore(string Words, string? Place, IReadOnlyList<TimeReference> Times)
{
    private const int Longest = 14;

    private const WordClass Verbs =
        WordClass.Auxiliary | WordClass.PastVerb | WordClass.EndsInEd | WordClass.Trend | WordClass.Modal | WordClass.Future;

    private static readonly WordSet Harm = new("treated burns hospital hospitalised hospitalized rescued evacuated trapped");

    /// <summary>Reads a sentence for the one behind it; null where it does not begin with a happening at a named place.</summary>
    public static EventBefore? Of(SentenceView sentence)
    {
        var first = sentence.Opening;
        var tokens = sentence.Tokens;
        if (first + 2 >= tokens.Count || !tokens[first].Is(WordClass.Determiner))
            return null;
        var (end, named, isEvent) = (first + 1, false, false);
        for (; end < Math.Min(tokens.Count, first + Longest); end++)
        {
            ref readonly var token = ref tokens[end];
            if (!token.IsWord || token.InQuote || token.Is(WordClass.Relative | WordClass.Conjunction) || IsTime(sentence, token))
                break;
            var verb =
                (token.Is(Verbs) || (token.Is(WordClass.Event | WordClass.Casualty) && !token.Is(WordClass.EventNoun)))
                && !token.IsName;
            if (verb)
                break;
            named |= token.IsName;
            // The head stands before the first preposition.
            isEvent |= !named && token.Is(WordClass.EventNoun) && tokens[end + 1].Is(WordClass.Preposition);
        }

        while (end > first + 2 && tokens[end - 1].Is(WordClass.Preposition) && !tokens[end - 1].IsName)
            end--;
        if (!isEvent || !named || tokens[end - 1].Is(WordClass.Preposition | WordClass.Determiner))
            return null;
        if (PlaceFinder.Find(sentence, first, end) is not { } place)
            return null;
        var words = "the " + sentence.Text[tokens[first + 1].Start..tokens[end - 1].End];
        return Day(sentence) is { } day
            ? new EventBefore($"{words} {day}", place.Of(sentence.Text), [.. sentence.Times])
            : new EventBefore(words, place.Of(sentence.Text), []);
    }

    /// <summary>"Two men were hurt", behind a sentence about a fire: nothing of its own says where.</summary>
    public static bool IsOutcome(SentenceView sentence, ClaimPart part)
    {
        if (part.Inserted || !(part.Reading.Kind is CasualtyFigure || TellsOfHarm(sentence, part)))
            return false;
        for (var i = part.First; i < part.End; i++)
        {
            if ((sentence.Tokens[i].IsName && i > part.First) || sentence.Tokens[i].Is(WordClass.EventNoun))
                return false;
        }

        return true;
    }

    private static bool TellsOfHarm(SentenceView sentence, ClaimPart part)
    {
        for (var i = part.First; i < part.End; i++)
        {
            if (Harm.Has(sentence.Text.AsSpan(sentence.Tokens[i].Start, sentence.Tokens[i].End - sentence.Tokens[i].Start)))
                return true;
        }

        return false;
    }

    /// <summary>The one time of the sentence with its preposition.</summary>
    private static string? Day(SentenceView sentence)
    {
        if (sentence.Times is not [{ From: not null } time])
            return null;
        if (AbsoluteTime.Of(sentence.Text, time) is { } words)
            return words;
        var (first, _) = sentence.TokensOf(time.Span);
        return sentence.WordIs(first - 1, "on") || sentence.WordIs(first - 1, "in")
            ? sentence.Text[sentence.Tokens[first - 1].Start..time.Span.End].ToLowerInvariant()[..2]
                + ' '
                + time.Span.Of(sentence.Text)
            : null;
    }

    private static bool IsTime(SentenceView sentence, in Token token)
    {
        foreach (var time in sentence.Times)
        {
            if (time.Span.Start <= token.Start && token.Start < time.Span.End)
                return true;
        }

        return false;
    }
}
