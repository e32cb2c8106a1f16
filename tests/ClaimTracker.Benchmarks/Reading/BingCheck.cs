using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction;
using ClaimTracker.Extraction.CheckWorthiness.Training;
using CsvHelper;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// Claim detection on labelled answers: five parts by answer, each scored by a model that was trained on the other four.
/// </summary>
internal static class BingCheck
{
    private const int Parts = 5;

    public static void Print()
    {
        var file = SharedData.Path(
            "bingcheck-claimify",
            "thesis_latex_files",
            "sources",
            "ground_truth_data-BingCheck",
            "bingcheck.csv"
        );
        var sentences = Sentences(file);
        var part = sentences
            .Select(one => one.Group!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select((answer, at) => (answer, at % Parts))
            .ToDictionary();
        var (scores, labels) = (new List<double>(), new List<bool>());
        for (var held = 0; held < Parts; held++)
        {
            var model = Trainer
                .Train([.. sentences.Where(one => part[one.Group!] != held)], "benchmark", "BingCheck", "CDLA-Permissive-2.0")
                .Model;
            foreach (var one in sentences.Where(one => part[one.Group!] == held))
            {
                scores.Add(ArticleReader.ReadSentence(one.Text, null, model).Score);
                labels.Add(one.CheckWorthy);
            }
        }

        var figures = TrainingFigures.Of(scores.ToArray(), labels.ToArray());
        Table.Row(
            "claim detection, BingCheck split by answer",
            $"macro-F1 {figures.MacroF1:F3}, F1 {figures.F1:F3}, calibration error {figures.CalibrationError:F3}",
            "macro-F1 0.87",
            "TF-IDF + linear 0.849 (published)"
        );
    }

    private static List<LabelledSentence> Sentences(string file)
    {
        using var reader = CsvReader.FromText(File.ReadAllText(file));
        var sentences = new List<LabelledSentence>();
        foreach (var row in reader)
            sentences.Add(new LabelledSentence(row.GetString(3), row.GetString(4) == "True", row.GetString(0)));
        return sentences;
    }
}
