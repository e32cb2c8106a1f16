using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// "Two trains collided at Poitiers on Thursday. The crash left 31 people hurt.": which crash it was, the sentence right before
/// says.
/// </summary>
/// <param name="Wording">That sentence's one claim, which can be checked by itself.</param>
/// <param name="Place">Where it happened.</param>
/// <param name="Times">When.</param>
internal sealed record HappeningBefore(string Wording, string? Place, IReadOnlyList<TimeReference> Times)
{
    private const WordClass Verbs =
        WordClass.PastVerb | WordClass.Auxiliary | WordClass.EndsInEd | WordClass.Casualty | WordClass.Event | WordClass.Trend;

    /// <summary>The claim of a sentence, where it is its only one, leaves nothing open, and says what happened when.</summary>
    public static HappeningBefore? Of(SentenceView sentence, IReadOnlyList<ClaimReading> claims) =>
        claims is [{ StandsAlone: true, Times.Count: > 0 } claim]
        && sentence.Any(sentence.Opening, sentence.Tokens.Count, WordClass.PastVerb | WordClass.EndsInEd | WordClass.Event)
        && !sentence.Any(sentence.Opening, sentence.Tokens.Count, WordClass.Modal | WordClass.Future | WordClass.Intention)
            ? new HappeningBefore(claim.Canonical, claim.Place, claim.Times)
            : null;

    /// <summary>True where a sentence begins with the bare word for what happened: "The crash left".</summary>
    public static bool IsMeant(SentenceView sentence)
    {
        var first = sentence.Opening;
        return first + 2 < sentence.Tokens.Count
            && sentence.WordIs(first, "the")
            && sentence.Tokens[first + 1].Is(WordClass.EventNoun)
            && !sentence.Tokens[first + 1].IsName
            && sentence.Tokens[first + 2].Is(Verbs)
            && !sentence.Tokens[first + 2].IsName;
    }
}
