using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// "A ferry sank off Vell on Sunday, and 37 people were killed": what the second half says came of what the first half says,
/// and took place there
/// and then.
/// </summary>
internal static class SecondHalf
{
    private const WordClass Happened = WordClass.Event | WordClass.Attack | WordClass.Casualty;

    /// <summary>The first half as a part of its own; null where the second stands without it.</summary>
    public static ClaimPart? First(SentenceView sentence, ClaimPart claim)
    {
        if (
            !claim.Inserted
            || !sentence.WordIs(claim.First, "and")
            || claim.First < 4
            || !IsOutcome(sentence, claim)
            || HasTime(sentence, claim)
        )
        {
            return null;
        }

        if (
            PlaceFinder.Find(sentence, claim.First, claim.End) is not null
            || sentence.Tokens[sentence.Opening].Is(WordClass.Pronoun | WordClass.Subordinator | WordClass.Conjunction)
        )
        {
            return null;
        }

        var comma = sentence.Tokens.MarkAt(sentence.Text, claim.First - 1) == ',' ? claim.First - 1 : claim.First;
        var verb = MainVerb.Find(sentence);
        return
            verb > sentence.Opening
            && verb < comma
            && sentence.Tokens[verb].Is(Happened | WordClass.EndsInEd)
            && !sentence.Any(sentence.Opening, comma, WordClass.Modal | WordClass.Future | WordClass.Intention)
            ? new ClaimPart(new KindReading(claim.Reading.Kind, verb, verb + 1), sentence.Opening, comma, false)
            : null;
    }

    /// <summary>"37 people were killed", "at least six people died".</summary>
    private static bool IsOutcome(SentenceView sentence, ClaimPart claim)
    {
        for (var i = claim.First + 1; i < claim.End; i++)
        {
            if (sentence.Tokens[i].IsName)
                return false;
            if (sentence.WordIs(i, "died") || sentence.WordIs(i, "drowned") || sentence.WordIs(i, "perished"))
                return true;
            if (sentence.WordIs(i, "was") || sentence.WordIs(i, "were") || IsStill(sentence, i))
                return i + 1 < claim.End && sentence.Tokens[i + 1].Is(WordClass.EndsInEd | Happened);
        }

        return false;
    }

    /// <summary>"22 others are missing": so it is since then.</summary>
    public static bool IsStill(SentenceView sentence, int verb) =>
        sentence.WordIs(verb, "are") || sentence.WordIs(verb, "is") || sentence.WordIs(verb, "remain");

    private static bool HasTime(SentenceView sentence, ClaimPart claim)
    {
        foreach (var time in sentence.Times)
        {
            if (time.Span.Start >= sentence.Tokens[claim.First].Start && time.Span.End <= sentence.Tokens[claim.End - 1].End)
                return true;
        }

        return false;
    }
}
