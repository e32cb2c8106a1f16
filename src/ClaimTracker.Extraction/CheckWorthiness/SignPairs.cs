using System.Numerics;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// Which signs stand together in a sentence: a past verb with a first person, a figure with a time, a modal with a
/// judgement. A sign is a class of words, something found, or the sentence's size; each pair that occurs is a feature.
/// </summary>
internal static class SignPairs
{
    private const int FirstFinding = 46;
    private const int ShortSentence = 8;
    private const int LongSentence = 18;

    public static void Extract<TSink>(SentenceView sentence, WordClass classes, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var left = (ulong)classes | (Findings(sentence) << FirstFinding); left != 0; left &= left - 1)
        {
            var first = FeatureExtractor.Join(0xC2, (uint)BitOperations.TrailingZeroCount(left));
            for (var right = left & (left - 1); right != 0; right &= right - 1)
                sink.Build(FeatureExtractor.Join(first, (uint)BitOperations.TrailingZeroCount(right)));
        }
    }

    private static ulong Findings(SentenceView sentence)
    {
        bool measured = false, counted = false;
        foreach (var quantity in sentence.Quantities)
        {
            measured |= quantity.Unit is not null;
            counted |= quantity.Counted is not null;
        }

        var mood = sentence.Mood;
        ulong signs = 0;
        ReadOnlySpan<bool> found =
        [
            sentence.Quantities.Count > 0, sentence.Quantities.Count > 1, measured, counted,
            sentence.Times.Count > 0, sentence.Hedges.Count > 0, sentence.Cue.Weight > 0,
            mood.Question, mood.Conditional, mood.Intention, mood.Opinion, mood.Addressed, mood.Negated,
            sentence.Tokens.Count < ShortSentence, sentence.Tokens.Count > LongSentence,
        ];
        for (var i = 0; i < found.Length; i++)
            signs |= found[i] ? 1UL << i : 0;
        return signs;
    }
}
