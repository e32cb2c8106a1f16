using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>
/// Trains a check-worthiness model. Regularisation is chosen by grouped five-fold cross-validation; the scores are
/// calibrated on sentences that their model had not seen. A text that is labelled both ways pulls both ways.
/// </summary>
public static class Trainer
{
    private const int FoldCount = 5;
    private static readonly double[] Costs = [1, 2, 4, 8];

    // A desk's few decisions may only bend what a model knows already.
    private static readonly double[] BendingCosts = [0.05, 0.2, 1, 4];

    /// <summary>Trains on labelled sentences.</summary>
    /// <param name="sentences">At least ten of each label.</param>
    /// <param name="version">The version that the model file will bear.</param>
    /// <param name="trainedOn">Where the sentences come from.</param>
    /// <param name="licence">Under which licence.</param>
    /// <exception cref="ArgumentException">Too few sentences of one label.</exception>
    public static TrainedModel Train(
        IReadOnlyList<LabelledSentence> sentences,
        string version,
        string trainedOn,
        string licence
    ) => Train(sentences, null, version, trainedOn, licence);

    /// <summary>Bends a model towards labelled sentences: what they say nothing of, it scores as before.</summary>
    /// <param name="from">The model to begin with; it stays as it is.</param>
    /// <param name="sentences">At least ten of each label.</param>
    /// <param name="version">The version that the model file will bear.</param>
    /// <param name="source">Where the sentences come from.</param>
    /// <exception cref="ArgumentException">Too few sentences of one label.</exception>
    public static TrainedModel Bend(
        CheckWorthinessModel from,
        IReadOnlyList<LabelledSentence> sentences,
        string version,
        string source
    ) => Train(sentences, from, version, $"{from.Card.TrainedOn}; {source}", $"{from.Card.Licence}; the desk's own");

    private static TrainedModel Train(
        IReadOnlyList<LabelledSentence> sentences,
        CheckWorthinessModel? from,
        string version,
        string trainedOn,
        string licence
    )
    {
        var labels = sentences.Select(sentence => sentence.CheckWorthy).ToArray();
        var positives = labels.Count(label => label);
        if (positives < 2 * FoldCount || labels.Length - positives < 2 * FoldCount)
        {
            throw new ArgumentException(
                $"Training needs at least {2 * FoldCount} sentences of each label; there are {positives} check-worthy and {labels.Length - positives} others.",
                nameof(sentences)
            );
        }

        var view = new SentenceView();
        var rows = sentences.Select(sentence => SparseRow.Of(sentence.Text, view)).ToArray();
        var best = Choose(rows, labels, Folds.Assign(sentences, FoldCount), from);
        var (weights, bias) = LogisticRegression.Fit(rows, labels, best.Cost, from);
        var card = new ModelCard(version, trainedOn, licence, best.Figures.ToString());
        var model = new CheckWorthinessModel(card, bias, best.Calibration, WeightTable.From(weights));
        return new TrainedModel(model, best.Figures);
    }

    private static Candidate Choose(SparseRow[] rows, bool[] labels, int[] folds, CheckWorthinessModel? from)
    {
        // Where the check-worthy are the smaller part, plain probabilities would call too few of them at one half.
        var rare = labels.Count(label => label) * 2 < labels.Length;
        return (from is null ? Costs : BendingCosts)
            .Select(cost => Validate(rows, labels, folds, cost, from, rare))
            .MaxBy(candidate => rare ? candidate.Figures.F1 : candidate.Figures.MacroF1)!;
    }

    private static Candidate Validate(
        SparseRow[] rows,
        bool[] labels,
        int[] folds,
        double cost,
        CheckWorthinessModel? from,
        bool rare
    )
    {
        var sums = new double[rows.Length];
        for (var fold = 0; fold < FoldCount; fold++)
        {
            var seen = Enumerable.Range(0, rows.Length).Where(i => folds[i] != fold).ToArray();
            var (weights, bias) = LogisticRegression.Fit(
                [.. seen.Select(i => rows[i])],
                [.. seen.Select(i => labels[i])],
                cost,
                from
            );
            for (var i = 0; i < rows.Length; i++)
            {
                if (folds[i] == fold)
                    sums[i] = rows[i].Dot(weights) + bias;
            }
        }

        var calibration = Calibration.Fit(sums, labels);
        if (rare)
            calibration = calibration.Centred(ExpectedF1.BestCut(Array.ConvertAll(sums, calibration.Probability)));
        return new Candidate(cost, calibration, TrainingFigures.Of(Array.ConvertAll(sums, calibration.Probability), labels));
    }

    private sealed record Candidate(double Cost, Calibration Calibration, TrainingFigures Figures);
}
