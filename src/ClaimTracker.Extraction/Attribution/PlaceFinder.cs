using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Finds where a statement is said to have happened: "in Ukraine's Poltava region", "near the town of Halden".</summary>
internal static class PlaceFinder
{
    /// <summary>The first place that a preposition leads to; null where the sentence names none.</summary>
    public static TextSpan? Find(SentenceView sentence) => Find(sentence, 0, sentence.Tokens.Count);

    /// <summary>The first place among some of a sentence's tokens.</summary>
    public static TextSpan? Find(SentenceView sentence, int first, int behind)
    {
        TextSpan? second = null;
        for (var i = first; i + 1 < behind; i++)
        {
            if (sentence.Tokens[i].InQuote || !LeadsToPlace(sentence, i))
                continue;
            var end = EndOf(sentence, i + 1, out var sure);
            if (end <= i + 1)
                continue;
            var span = new TextSpan(sentence.Tokens[i + 1].Start, sentence.Tokens[end - 1].End);
            if (sure)
                return span;
            second ??= span;
        }

        return second;
    }

    /// <summary>"in May": a month that is no word of time to the lexicon, which knows the verb.</summary>
    private static bool IsTime(SentenceView sentence, in Token token)
    {
        foreach (var time in sentence.Times)
        {
            if (time.Span.Start <= token.Start && token.End <= time.Span.End)
                return true;
        }

        return false;
    }

    private static bool LeadsToPlace(SentenceView sentence, int index) =>
        sentence.Tokens[index].Is(WordClass.Preposition)
        && !sentence.IsAttribution(index)
        && (
            sentence.WordIs(index, "in")
            || sentence.WordIs(index, "at")
            || sentence.WordIs(index, "near")
            || sentence.WordIs(index, "across")
            || sentence.WordIs(index, "outside")
            || sentence.WordIs(index, "over")
        );

    private static int EndOf(SentenceView sentence, int first, out bool sure)
    {
        var end = first;
        var names = 0;
        sure = false;
        for (; end < sentence.Tokens.Count && end < first + 10; end++)
        {
            ref readonly var token = ref sentence.Tokens[end];
            if (token.Is(WordClass.TimeWord) || IsTime(sentence, token) || token.Shape >= TokenShape.Number)
                break;
            sure |= token.Is(WordClass.PlaceNoun) || (token.Is(WordClass.Place) && token.IsName && !token.IsPossessive);
            if (token.IsName)
            {
                names++;
            }
            else if (
                !token.Is(WordClass.PlaceNoun)
                && !(names == 0 && (token.Is(WordClass.Determiner) || IsDirection(sentence, end)))
                && !(sentence.WordIs(end, "of") && end > first && sentence.Tokens[end - 1].Is(WordClass.PlaceNoun))
            )
            {
                break;
            }
        }

        while (end > first && !sentence.Tokens[end - 1].IsName && !sentence.Tokens[end - 1].Is(WordClass.PlaceNoun))
            end--;
        var owner = end > first && sentence.Tokens[end - 1].IsPossessive;
        return
            names == 0
            || owner
            || (!sure && IsAdjective(sentence, end))
            || sentence.Tokens[end - 1].Is(WordClass.Outlet | WordClass.Title)
            ? first
            : end;
    }

    /// <summary>"the Latin American country": what follows the name is the thing, the name only describes it.</summary>
    private static bool IsAdjective(SentenceView sentence, int next) =>
        next < sentence.Tokens.Count
        && sentence.Tokens[next].Shape == TokenShape.Word
        && !sentence
            .Tokens[next]
            .Is(
                WordClass.Auxiliary
                    | WordClass.Preposition
                    | WordClass.Conjunction
                    | WordClass.Adverb
                    | WordClass.PastVerb
                    | WordClass.EndsInEd
                    | WordClass.Say
                    | WordClass.WeakSay
                    | WordClass.TimeWord
                    | WordClass.Relative
                    | WordClass.Determiner
                    | WordClass.Subordinator
                    | WordClass.Event
                    | WordClass.Pronoun
            );

    private static bool IsDirection(SentenceView sentence, int index) =>
        sentence.WordIs(index, "northern")
        || sentence.WordIs(index, "southern")
        || sentence.WordIs(index, "eastern")
        || sentence.WordIs(index, "western")
        || sentence.WordIs(index, "central")
        || sentence.WordIs(index, "north-eastern")
        || sentence.WordIs(index, "south-eastern")
        || sentence.WordIs(index, "north-western")
        || sentence.WordIs(index, "south-western");
}
