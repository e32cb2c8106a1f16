using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Who says one part of a sentence: "the union says 4,000, but the company says 1,500" has two speakers.</summary>
internal static class PartSpeaker
{
    public static Cue Of(SentenceView sentence, ClaimPart claim, List<ClaimPart> all, Cue whole)
    {
        if (whole.IsLabel || whole.Weight == 0)
            return whole;
        if (claim.Inserted)
        {
            var own = AttributionFinder.Find(sentence.Text, sentence.Tokens, claim.First, claim.End);
            return own.Weight > 0 ? own : whole;
        }

        foreach (var other in all)
        {
            if (other.Inserted && whole.First > other.First - 1 && whole.First <= other.First + 1 && whole.Last < other.End)
                return AttributionFinder.Find(sentence.Text, sentence.Tokens, claim.First, other.First);
        }

        return whole;
    }
}
