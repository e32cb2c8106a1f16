namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>Character n-grams inside a word, with its borders marked.</summary>
internal static class CharacterFeatures
{
    private const int LongestWord = 40;

    public static void Extract<TSink>(ReadOnlySpan<char> word, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        uint a = ' ',
            b = ' ',
            c = ' ',
            d = ' ';
        for (var i = 0; i <= word.Length; i++)
        {
            var e = i == word.Length ? ' ' : (uint)char.ToLowerInvariant(word[i]);
            if (i >= 2)
                sink.Character(Hash(0xA3, (c << 20) ^ (d << 10) ^ e));
            if (i >= 3)
                sink.Character(Hash(0xA4 + (b << 8), (c << 20) ^ (d << 10) ^ e));
            if (i >= 4)
                sink.Character(Hash(0xA5 + (b << 8) + (a << 16), (c << 20) ^ (d << 10) ^ e));
            a = b;
            b = c;
            c = d;
            d = e;
        }
    }

    private static uint Hash(uint left, uint right) => FeatureExtractor.Join(FeatureExtractor.Join(left, right), 0x85EBCA6B);
}
