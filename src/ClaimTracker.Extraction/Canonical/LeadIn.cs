using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// Words before a claim that tie it to the text around it: "Meanwhile,", "At the same time,", "As talks went on,".
/// </summary>
internal static class LeadIn
{
    private const WordClass Tying = WordClass.Opener | WordClass.Subordinator | WordClass.Conjunction | WordClass.Adverb;

    /// <summary>The claim's first token that says something of its own.</summary>
    public static int Skip(SentenceView sentence, ClaimPart claim)
    {
        var first = claim.First;
        if (claim.Inserted)
            return SkipLink(sentence, claim);
        if (first >= claim.End || !IsTying(sentence, first))
            return BeforeMainClause(sentence, first, claim.Reading.First) > 0 ? first : SkipWord(sentence, first, claim.End);
        var comma = BeforeMainClause(sentence, first, claim.Reading.First);
        // "But eggs cost $6 in March, up from $3": what follows the comma is no sentence.
        if (comma <= 0 && (sentence.WordIs(first, "but") || sentence.WordIs(first, "and")))
            return SkipWord(sentence, first, claim.End);
        if (comma <= 0)
            comma = NextComma(sentence, first, claim.End);
        return comma > 0 && comma < claim.Reading.First ? comma + 1 : SkipWord(sentence, first, claim.End);
    }

    private static bool IsTying(SentenceView sentence, int first) =>
        (sentence.Tokens[first].Is(Tying) && !HasTime(sentence, first))
        || (sentence.WordIs(first, "at") && sentence.WordIs(first + 1, "the") && sentence.WordIs(first + 2, "same"))
        || (sentence.WordIs(first, "in") && (sentence.WordIs(first + 1, "addition") || sentence.WordIs(first + 1, "total")));

    /// <summary>True where the opening words date what follows: they must stay.</summary>
    private static bool HasTime(SentenceView sentence, int first)
    {
        var comma = NextComma(sentence, first, sentence.Tokens.Count);
        foreach (var time in sentence.Times)
        {
            if (comma > 0 && time.From is not null && time.Span.End <= sentence.Tokens[comma].Start)
                return true;
        }

        return false;
    }

    private static int SkipWord(SentenceView sentence, int first, int end) =>
        first + 1 < end
        && (
            sentence.WordIs(first, "and")
            || sentence.WordIs(first, "but")
            || sentence.WordIs(first, "while")
            || sentence.WordIs(first, "though")
            || sentence.WordIs(first, "although")
        )
            ? first + 1
            : first;

    /// <summary>"triggered by X" leaves X; "while X did" leaves "X did".</summary>
    private static int SkipLink(SentenceView sentence, ClaimPart claim)
    {
        var first = claim.First;
        if (Addition.Verb(sentence, first) is var that && that > 0)
            return that + 1;
        if (sentence.WordIs(first + 1, "by") && sentence.Tokens[first].Is(WordClass.EndsInEd))
            return first + 2;
        if (sentence.Tokens[first].Is(WordClass.Opener) && sentence.Tokens.MarkAt(sentence.Text, first + 1) == ',')
            return first + 2;
        return
            sentence.Tokens[first].Is(WordClass.Conjunction)
            || sentence.WordIs(first, "while")
            || sentence.WordIs(first, "whereas")
            ? first + 1
            : first;
    }

    /// <summary>
    /// The last comma before a reading that a subject and its verb follow: the opening clause may hold commas of its own. -1
    /// where there is none.
    /// </summary>
    private static int BeforeMainClause(SentenceView sentence, int first, int reading)
    {
        for (var i = reading - 1; i > first; i--)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == ',' && OpensClause(sentence, i + 1))
                return i;
        }

        return -1;
    }

    private static bool OpensClause(SentenceView sentence, int index)
    {
        ref readonly var token = ref sentence.Tokens[index];
        if (
            !(
                token.IsName
                || token.Shape == TokenShape.Number
                || token.Is(WordClass.Determiner | WordClass.Pronoun | WordClass.NumberWord)
            )
        )
        {
            return false;
        }

        for (var i = index + 1; i < Math.Min(sentence.Tokens.Count, index + 8); i++)
        {
            if (sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend) && !sentence.Tokens[i].IsName)
                return true;
            if (!sentence.Tokens[i].IsWord)
                return false;
        }

        return false;
    }

    private static int NextComma(SentenceView sentence, int first, int end)
    {
        for (var i = first; i < Math.Min(end, first + 30); i++)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == ',')
                return i;
        }

        return -1;
    }
}
