using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>
/// Trains a check-worthiness model. Regularisation and the weight of the positive class are chosen by grouped
/// five-fold cross-validation; the scores are calibrated on sentences that their model had not seen.
/// </summary>
public static class Trainer
{
    private const int FoldCount = 5;
    private static readonly double[] s_costs = [1, 2, 4, 8];
    private static readonly double[] s_positiveWeights = [1, 1.5, 2, 3];

    /// <summary>Trains on labelled sentences.</summary>
    /// <param name="sentences">At least ten of each label.</param>
    /// <param name="version">The version that the model file will bear.</param>
    /// <param name="trainedOn">Where the sentences come from.</param>
    /// <param name="licence">Under which licence.</param>
    /// <exception cref="ArgumentException">Too few sentences of one label.</exception>
    public static TrainedModel Train(
        IReadOnlyList<LabelledSentence> sentences, string version, string trainedOn, string licence)
    {
        var labels = sentences.Select(sentence => sentence.CheckWorthy).ToArray();
        var positives = labels.Count(label => label);
        if (positives < 2 * FoldCount || labels.Length - positives < 2 * FoldCount)
            throw new ArgumentException($"Training needs at least {2 * FoldCount} sentences of each label; there are {positives} check-worthy and {labels.Length - positives} others.", nameof(sentences));
        var tokens = new TokenBuffer();
        var rows = sentences.Select(sentence => SparseRow.Of(sentence.Text, tokens)).ToArray();
        var best = Choose(rows, labels, Folds.Assign(sentences, FoldCount));
        var (weights, bias) = LogisticRegression.Fit(rows, labels, best.Cost, best.PositiveWeight);
        var card = new ModelCard(version, trainedOn, licence, best.Figures.ToString());
        var model = new CheckWorthinessModel(card, 0.5, bias, best.Calibration, WeightTable.From(weights));
        return new TrainedModel(model, best.Figures);
    }

    private static Candidate Choose(SparseRow[] rows, bool[] labels, int[] folds)
    {
        // Where the check-worthy are the smaller part, a plain fit would call too few of them.
        var rare = labels.Count(label => label) * 2 < labels.Length;
        var best = s_costs.Select(cost => Validate(rows, labels, folds, cost, 1)).MaxBy(candidate => candidate.Figures.MacroF1)!;
        return rare
            ? s_positiveWeights.Select(weight => Validate(rows, labels, folds, best.Cost, weight)).MaxBy(candidate => candidate.Figures.F1)!
            : best;
    }

    private static Candidate Validate(SparseRow[] rows, bool[] labels, int[] folds, double cost, double positiveWeight)
    {
        var sums = new double[rows.Length];
        for (var fold = 0; fold < FoldCount; fold++)
        {
            var seen = Enumerable.Range(0, rows.Length).Where(i => folds[i] != fold).ToArray();
            var (weights, bias) = LogisticRegression.Fit(
                [.. seen.Select(i => rows[i])], [.. seen.Select(i => labels[i])], cost, positiveWeight);
            for (var i = 0; i < rows.Length; i++)
            {
                if (folds[i] == fold)
                    sums[i] = rows[i].Dot(weights) + bias;
            }
        }

        var calibration = Calibration.Fit(sums, labels, positiveWeight);
        var scores = Array.ConvertAll(sums, calibration.Probability);
        return new Candidate(cost, positiveWeight, calibration, TrainingFigures.Of(scores, labels));
    }

    private sealed record Candidate(double Cost, double PositiveWeight, Calibration Calibration, TrainingFigures Figures);
}
