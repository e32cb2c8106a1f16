using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>What is counted over a sentence: figures, names, its length, how it begins and ends.</summary>
internal struct BuildCounts
{
    private int _words;
    private int _names;
    private int _numbers;
    private int _past;
    private int _quotes;
    private int _first;

    public void Take(in Token token, int index)
    {
        if (token.IsWord)
            _words++;
        if (token.IsName && index > 0)
            _names++;
        if (token.Shape == TokenShape.Number || token.Is(WordClass.NumberWord))
            _numbers++;
        if (token.Is(WordClass.PastVerb | WordClass.EndsInEd))
            _past++;
        if (token.Shape == TokenShape.Quote)
            _quotes++;
        if (token.Is(WordClass.FirstPerson | WordClass.SecondPerson))
            _first++;
    }

    public readonly void Emit<TSink>(TokenBuffer tokens, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Bucket(1, _words, ref sink);
        Bucket(2, _names, ref sink);
        Bucket(3, _numbers, ref sink);
        Bucket(4, _past, ref sink);
        Bucket(5, _quotes, ref sink);
        Bucket(6, _first, ref sink);
        ref readonly var first = ref tokens[0];
        ref readonly var last = ref tokens[tokens.Count - 1];
        sink.Build(FeatureExtractor.Join(0xD1, first.Hash));
        sink.Build(FeatureExtractor.Join(0xD2, last.Shape == TokenShape.Mark ? last.Hash : (uint)last.Shape));
        if (tokens.Count > 1)
            sink.Build(FeatureExtractor.Join(FeatureExtractor.Join(0xD3, first.Hash), tokens[1].Hash));
        // A list's item carries its mark before its first word.
        var word = first.IsWord ? 0 : Math.Min(FirstWord(tokens), tokens.Count - 1);
        if (word > 0)
            sink.Build(FeatureExtractor.Join(0xD4, tokens[word].Hash));
        sink.Build(FeatureExtractor.Join(0xD5, (uint)tokens[word].Shape));
    }

    private static int FirstWord(TokenBuffer tokens)
    {
        var index = 0;
        while (index < tokens.Count && !tokens[index].IsWord)
            index++;
        return index;
    }

    private static void Bucket<TSink>(uint what, int count, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        // Each step that is reached is a feature, so that more counts as more.
        var step = 0;
        for (var limit = 1; limit <= count && step < 8; limit += Math.Max(1, limit / 2), step++)
            sink.Build(FeatureExtractor.Join(0xE0 + what, (uint)step));
    }
}
