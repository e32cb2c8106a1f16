using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>What the reading found in a sentence, as features: its figures, times, speaker, hedges and mood.</summary>
internal static class ReadingFeatures
{
    public static void Extract<TSink>(SentenceView sentence, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Quantities(sentence.Quantities, ref sink);
        Steps(0x20, sentence.Times.Count, ref sink);
        Steps(0x28, sentence.Hedges.Count, ref sink);
        Flag(0x30, sentence.Cue.Weight > 0, ref sink);
        var mood = sentence.Mood;
        Flag(0x31, mood.Question, ref sink);
        Flag(0x32, mood.Conditional, ref sink);
        Flag(0x33, mood.Intention, ref sink);
        Flag(0x34, mood.Opinion, ref sink);
        Flag(0x35, mood.Addressed, ref sink);
        Flag(0x36, mood.Negated, ref sink);
    }

    private static void Quantities<TSink>(List<Quantity> quantities, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Steps(1, quantities.Count, ref sink);
        int shares = 0,
            measures = 0,
            counts = 0,
            bounds = 0;
        double largest = 0;
        foreach (var quantity in quantities)
        {
            if (quantity.Unit is "%" or "percentage-point")
                shares++;
            else if (quantity.Unit is not null)
                measures++;
            if (quantity.Counted is not null)
                counts++;
            if (quantity.Comparator != Comparator.Eq)
                bounds++;
            largest = Math.Max(largest, Math.Abs(quantity.Value ?? 0));
        }

        Steps(0x8, shares, ref sink);
        Steps(0xC, measures, ref sink);
        Steps(0x10, counts, ref sink);
        Steps(0x14, bounds, ref sink);
        for (uint power = 0; largest >= 10 && power < 7; largest /= 10, power++)
            sink.Build(FeatureExtractor.Join(0xF1, 0x18 + power));
    }

    // Each step that is reached is a feature, so that more counts as more.
    private static void Steps<TSink>(uint what, int count, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (uint step = 0; step < Math.Min(count, 4); step++)
            sink.Build(FeatureExtractor.Join(0xF1, what + step));
    }

    private static void Flag<TSink>(uint what, bool set, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        if (set)
            sink.Build(FeatureExtractor.Join(0xF1, what));
    }
}
