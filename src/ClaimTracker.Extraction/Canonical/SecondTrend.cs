using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// "Rents rose 9% in Leeds last year but fell 3% in Hull": the second verb has the subject of the first, and its time.
/// </summary>
internal static class SecondTrend
{
    /// <summary>The subject, which stands before the first verb; null where a part is of another build.</summary>
    public static string? Subject(SentenceView sentence, ClaimPart claim)
    {
        if (!claim.Inserted || !InsertedParts.IsSecondTrend(sentence, claim.First))
            return null;
        var verb = InsertedParts.FirstTrend(sentence, claim.First);
        return sentence.Text[sentence.Tokens[sentence.Opening].Start..sentence.Tokens[verb - 1].End];
    }

    /// <summary>The time of the first half, where the second has none and no other stands in it.</summary>
    public static TimeReference? Time(SentenceView sentence, ClaimPart claim)
    {
        TimeReference? only = null;
        foreach (var time in sentence.Times)
        {
            if (only is not null || time.From is null || time.Span.Start > sentence.Tokens[claim.First].Start)
                return null;
            only = time;
        }

        return only;
    }
}
