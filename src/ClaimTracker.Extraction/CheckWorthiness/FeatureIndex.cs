namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>Where a feature's weight stands in the table.</summary>
internal static class FeatureIndex
{
    /// <summary>Number of weights, a power of two.</summary>
    public const int Size = 1 << 18;

    public static int OfWord(uint hash) => Of(hash, 1);

    public static int OfCharacter(uint hash) => Of(hash, 2);

    public static int OfBuild(uint hash) => Of(hash, 3);

    private static int Of(uint hash, uint block)
    {
        var mixed = FeatureExtractor.Join(hash, block);
        return (int)((mixed ^ (mixed >> 15)) & (Size - 1));
    }
}
