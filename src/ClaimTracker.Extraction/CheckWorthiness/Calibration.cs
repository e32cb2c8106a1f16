namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>Turns a linear model's sum into a score from 0 to 1: 1 / (1 + exp(-(slope·sum + offset))).</summary>
internal readonly record struct Calibration(double Slope, double Offset)
{
    public double Probability(double sum) => 1 / (1 + Math.Exp(-((Slope * sum) + Offset)));

    /// <summary>
    /// The same order of scores, with those at <paramref name="cut"/> moved to 0.5: all odds are multiplied by
    /// (1 - cut) / cut, as though a check-worthy sentence counted that many times.
    /// </summary>
    public Calibration Centred(double cut) => this with { Offset = Offset - Math.Log(cut / (1 - cut)) };

    /// <summary>Fits to sums of sentences that the model had not seen (Platt 1999, by Newton's method).</summary>
    public static Calibration Fit(ReadOnlySpan<double> sums, ReadOnlySpan<bool> labels)
    {
        double slope = 1,
            offset = 0;
        for (var round = 0; round < 50; round++)
        {
            double gradientA = 0,
                gradientB = 0,
                aa = 1e-9,
                ab = 0,
                bb = 1e-9;
            for (var i = 0; i < sums.Length; i++)
            {
                var p = new Calibration(slope, offset).Probability(sums[i]);
                var error = p - (labels[i] ? 1 : 0);
                var curve = p * (1 - p);
                gradientA += error * sums[i];
                gradientB += error;
                aa += curve * sums[i] * sums[i];
                ab += curve * sums[i];
                bb += curve;
            }

            var determinant = (aa * bb) - (ab * ab);
            if (determinant <= 0)
                break;
            var stepA = ((bb * gradientA) - (ab * gradientB)) / determinant;
            var stepB = ((aa * gradientB) - (ab * gradientA)) / determinant;
            slope -= Math.Clamp(stepA, -2, 2);
            offset -= Math.Clamp(stepB, -2, 2);
            if (Math.Abs(stepA) + Math.Abs(stepB) < 1e-8)
                break;
        }

        return new Calibration(slope, offset);
    }
}
