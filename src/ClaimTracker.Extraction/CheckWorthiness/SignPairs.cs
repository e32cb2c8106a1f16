using System.Numerics;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// Which signs stand together in a sentence: a past verb with a first person, a figure with a time, a modal with a
/// judgement. A sign is a class of words, or one that was found (<see cref="FoundSign"/>); each pair that occurs is a feature.
/// </summary>
internal static class SignPairs
{
    private const int ShortSentence = 8;
    private const int LongSentence = 18;

    /// <summary>The bit of the first found sign: behind those of the classes of words, however many there are.</summary>
    private static readonly int FirstFound = BitOperations.Log2((ulong)Enum.GetValues<WordClass>().Max()) + 1;

    public static void Extract<TSink>(SentenceView sentence, WordClass classes, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (var left = (ulong)classes | (Found(sentence) << FirstFound); left != 0; left &= left - 1)
        {
            var first = FeatureExtractor.Join(0xC2, (uint)BitOperations.TrailingZeroCount(left));
            for (var right = left & (left - 1); right != 0; right &= right - 1)
                sink.Build(FeatureExtractor.Join(first, (uint)BitOperations.TrailingZeroCount(right)));
        }
    }

    private static ulong Found(SentenceView sentence)
    {
        bool measured = false,
            counted = false;
        foreach (var quantity in sentence.Quantities)
        {
            measured |= quantity.Unit is not null;
            counted |= quantity.Counted is not null;
        }

        var mood = sentence.Mood;
        return Sign(FoundSign.Figure, sentence.Quantities.Count > 0)
            | Sign(FoundSign.SeveralFigures, sentence.Quantities.Count > 1)
            | Sign(FoundSign.Measured, measured)
            | Sign(FoundSign.Counted, counted)
            | Sign(FoundSign.Time, sentence.Times.Count > 0)
            | Sign(FoundSign.Hedged, sentence.Hedges.Count > 0)
            | Sign(FoundSign.Attributed, sentence.Cue.Weight > 0)
            | Sign(FoundSign.Question, mood.Question)
            | Sign(FoundSign.Conditional, mood.Conditional)
            | Sign(FoundSign.Intention, mood.Intention)
            | Sign(FoundSign.Opinion, mood.Opinion)
            | Sign(FoundSign.Addressed, mood.Addressed)
            | Sign(FoundSign.Negated, mood.Negated)
            | Sign(FoundSign.Short, sentence.Tokens.Count < ShortSentence)
            | Sign(FoundSign.Long, sentence.Tokens.Count > LongSentence);
    }

    private static ulong Sign(FoundSign sign, bool shows) => shows ? 1UL << (int)sign : 0;
}
