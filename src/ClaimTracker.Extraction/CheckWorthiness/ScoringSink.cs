namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// Sums weights as features are found; each block is divided by the root of its size, so that length does not count.
/// </summary>
internal struct ScoringSink(WeightTable weights) : IFeatureSink
{
    private float _word;
    private float _character;
    private float _build;
    private int _words;
    private int _characters;
    private int _builds;

    public readonly double Sum => Scaled(_word, _words) + Scaled(_character, _characters) + Scaled(_build, _builds);

    public void Word(uint hash)
    {
        _word += weights[FeatureIndex.OfWord(hash)];
        _words++;
    }

    public void Character(uint hash)
    {
        _character += weights[FeatureIndex.OfCharacter(hash)];
        _characters++;
    }

    public void Build(uint hash)
    {
        _build += weights[FeatureIndex.OfBuild(hash)];
        _builds++;
    }

    private static double Scaled(float sum, int count) => count == 0 ? 0 : sum / Math.Sqrt(count);
}
