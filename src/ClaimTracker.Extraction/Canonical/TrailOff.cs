using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Words after a claim that judge it, ", a sign that …", or that its speaker added: ", adding that …".</summary>
internal static class TrailOff
{
    private static readonly string[] Judgements = ["sign", "move", "step", "signal", "reminder", "blow", "setback", "warning"];

    /// <summary>Where the judgement begins; the claim's end where there is none.</summary>
    public static int Start(SentenceView sentence, ClaimPart claim)
    {
        for (var i = claim.Reading.End; i + 2 < claim.End; i++)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == ',' && Addition.Verb(sentence, i + 1) > 0 && sentence.Cue.Weight > 0)
                return i;
            if (
                sentence.Tokens.MarkAt(sentence.Text, i) is ',' or '–' or '—'
                && sentence.WordIs(i + 1, "a")
                && Array.Exists(Judgements, word => sentence.WordIs(i + 2, word))
            )
            {
                return i;
            }
        }

        return claim.End;
    }
}
