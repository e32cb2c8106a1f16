using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// An inserted part with no verb of its own: "home to the only refinery", "the highest in Europe". It needs the words before
/// it.
/// </summary>
internal static class Fragment
{
    public static bool Is(SentenceView sentence, ClaimPart claim)
    {
        // "triggered by the invasion in 2022" leaves a name that stands alone.
        if (sentence.WordIs(claim.First + 1, "by") || sentence.Tokens.MarkAt(sentence.Text, claim.First - 1) == ';')
            return false;
        for (var i = claim.First; i < claim.End; i++)
        {
            if (
                sentence
                    .Tokens[i]
                    .Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Event | WordClass.EndsInEd)
                && i > claim.First
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// "Russia's full-scale invasion in February 2022": where the preposition stands before which a verb is missing; -1 where
    /// none is.
    /// </summary>
    public static int HappeningTime(SentenceView sentence, ClaimPart claim, int first, int end)
    {
        if (
            !claim.Inserted
            || claim.Reading.Kind is not Event
            || sentence.Any(
                first,
                end,
                WordClass.Auxiliary
                    | WordClass.PastVerb
                    | WordClass.Trend
                    | WordClass.Event
                    | WordClass.EndsInEd
                    | WordClass.Relative
            )
        )
        {
            return -1;
        }

        foreach (var time in sentence.Times)
        {
            var (at, _) = sentence.TokensOf(time.Span);
            at = sentence.Tokens[at].Is(WordClass.Preposition) ? at : at - 1;
            if (at > first + 1 && at < end && sentence.Tokens[at].Is(WordClass.Preposition))
                return at;
        }

        return -1;
    }

    /// <summary>The place just before "home to …"; null where the part is of another build.</summary>
    public static TextSpan? HostPlace(SentenceView sentence, ClaimPart claim) =>
        sentence.WordIs(claim.First, "home")
        && claim.First > 1
        && PlaceFinder.Find(sentence) is { } place
        && place.End == sentence.Tokens[claim.First - 2].End
            ? place
            : null;
}
