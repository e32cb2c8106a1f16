using ClaimTracker.Extraction;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.CheckWorthiness.Training;

namespace ClaimTracker.Web.Learning;

/// <summary>A model judged on decisions that it has not seen.</summary>
/// <param name="Ranking">Share of pairs of an accepted and a declined sentence in the right order.</param>
/// <param name="F1">Of the accepted, at the threshold.</param>
internal sealed record Comparison(double Ranking, double F1)
{
    // With few decisions a smaller step is chance.
    private const double Least = 0.01;

    public bool IsBetterThan(Comparison other) => Ranking > other.Ranking + Least && F1 >= other.F1;

    public static Comparison Of(CheckWorthinessModel model, IReadOnlyList<LabelledSentence> sentences)
    {
        var scores = sentences.Select(s => ArticleReader.ReadSentence(s.Text, null, model).Score).ToArray();
        var labels = sentences.Select(s => s.CheckWorthy).ToArray();
        return new Comparison(
            Extraction.CheckWorthiness.Training.Ranking.Of(scores, labels),
            TrainingFigures.Of(scores, labels).F1
        );
    }
}
