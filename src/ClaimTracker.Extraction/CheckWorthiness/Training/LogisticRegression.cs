namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>
/// L2-regularised logistic regression by dual coordinate descent (Yu, Huang and Lin, 2011). Deterministic: rows are
/// visited in an order that a fixed seed shuffles.
/// </summary>
internal static class LogisticRegression
{
    private const int MaximumRounds = 60;
    private const double Enough = 0.005;

    /// <summary>The weights and the bias that fit the rows best.</summary>
    /// <param name="rows">What to learn from.</param>
    /// <param name="labels">Of each row.</param>
    /// <param name="cost">How much a misfit counts against the distance of the weights from where they began.</param>
    /// <param name="from">Where the weights begin, and stay where the rows say nothing; null for zero.</param>
    public static (double[] Weights, double Bias) Fit(
        IReadOnlyList<SparseRow> rows,
        IReadOnlyList<bool> labels,
        double cost,
        CheckWorthinessModel? from
    )
    {
        var weights = from?.Weights.ToArray() ?? new double[FeatureIndex.Size];
        var bias = from?.Bias ?? 0;
        var dual = new double[rows.Count];
        var norms = new double[rows.Count];
        var order = new int[rows.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            norms[i] = 1 + rows[i].Value.Sum(value => (double)value * value);
            // The logarithm needs a dual above zero; it is too small to move the weights.
            dual[i] = 1e-8 * cost;
        }

        var random = new Random(1);
        for (var round = 0; round < MaximumRounds; round++)
        {
            random.Shuffle(order);
            double largest = 0;
            foreach (var i in order)
            {
                var sign = labels[i] ? 1 : -1;
                var step = Solve(norms[i], sign * (rows[i].Dot(weights) + bias), dual[i], cost) - dual[i];
                dual[i] += step;
                rows[i].AddTo(weights, sign * step);
                bias += sign * step;
                largest = Math.Max(largest, Math.Abs(step) / cost);
            }

            if (largest < Enough)
                break;
        }

        return (weights, bias);
    }

    /// <summary>Newton's method on one dual variable, kept between 0 and its limit.</summary>
    private static double Solve(double norm, double margin, double current, double limit)
    {
        var value = current;
        for (var i = 0; i < 20; i++)
        {
            var slope = (norm * (value - current)) + margin + Math.Log(value / (limit - value));
            if (Math.Abs(slope) < 1e-3)
                break;
            var next = value - (slope / (norm + (limit / (value * (limit - value)))));
            value =
                next <= 0 ? value / 10
                : next >= limit ? limit - ((limit - value) / 10)
                : next;
        }

        return value;
    }
}
