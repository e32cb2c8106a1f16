namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// The weights of a linear model, a byte each: small enough to stay in a processor's cache. The byte is the weight's
/// square root in steps, so that small weights keep their differences.
/// </summary>
internal sealed class WeightTable
{
    private readonly sbyte[] _steps;
    private readonly float[] _values = new float[256];

    public WeightTable(sbyte[] steps, float largest)
    {
        _steps = steps;
        Largest = largest;
        for (var i = -127; i <= 127; i++)
            _values[i + 128] = MathF.CopySign(largest * i * i / (127f * 127f), i);
    }

    /// <summary>The weight that the outermost step stands for.</summary>
    public float Largest { get; }

    public ReadOnlySpan<sbyte> Steps => _steps;

    public float this[int index] => _values[_steps[index] + 128];

    public double[] ToArray() => Array.ConvertAll(_steps, step => (double)_values[step + 128]);

    public static WeightTable From(ReadOnlySpan<double> weights)
    {
        var largest = 1e-6;
        foreach (var weight in weights)
            largest = Math.Max(largest, Math.Abs(weight));
        var steps = new sbyte[weights.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var step = Math.Round(127 * Math.Sqrt(Math.Abs(weights[i]) / largest));
            steps[i] = (sbyte)(weights[i] < 0 ? -step : step);
        }

        return new WeightTable(steps, (float)largest);
    }
}
