using System.Globalization;

namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>How good a model is on sentences it had not seen.</summary>
/// <param name="Sentences">How many sentences were judged.</param>
/// <param name="Precision">Share of those called check-worthy that are.</param>
/// <param name="Recall">Share of the check-worthy that were found.</param>
/// <param name="F1">Of the check-worthy.</param>
/// <param name="MacroF1">The mean of F1 over both labels.</param>
/// <param name="Accuracy">Share of right answers.</param>
/// <param name="CalibrationError">Mean distance between score and observed share, in ten bins weighted by their size.</param>
public sealed record TrainingFigures(
    int Sentences,
    double Precision,
    double Recall,
    double F1,
    double MacroF1,
    double Accuracy,
    double CalibrationError
)
{
    private const int Bins = 10;

    /// <summary>Compares scores with labels.</summary>
    /// <param name="scores">From 0 to 1, cut at <see cref="CheckWorthinessModel.Threshold"/>.</param>
    /// <param name="labels">Of each score.</param>
    public static TrainingFigures Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        double hits = 0,
            falseAlarms = 0,
            misses = 0,
            rejections = 0;
        Span<double> off = stackalloc double[Bins];
        off.Clear();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= CheckWorthinessModel.Threshold)
                _ = labels[i] ? hits++ : falseAlarms++;
            else
                _ = labels[i] ? misses++ : rejections++;
            off[Math.Min((int)(scores[i] * Bins), Bins - 1)] += scores[i] - (labels[i] ? 1 : 0);
        }

        double error = 0;
        foreach (var distance in off)
            error += Math.Abs(distance);
        var positive = Ratio(2 * hits, (2 * hits) + falseAlarms + misses);
        var negative = Ratio(2 * rejections, (2 * rejections) + falseAlarms + misses);
        return new TrainingFigures(
            scores.Length,
            Ratio(hits, hits + falseAlarms),
            Ratio(hits, hits + misses),
            positive,
            (positive + negative) / 2,
            Ratio(hits + rejections, scores.Length),
            Ratio(error, scores.Length)
        );
    }

    /// <summary>On one line, for people and for the model file.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Sentences} sentences: F1 {F1:F4}, macro-F1 {MacroF1:F4}, precision {Precision:F4}, recall {Recall:F4}, accuracy {Accuracy:F4}, calibration error {CalibrationError:F4}"
        );

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
