using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.CheckWorthiness.Training;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;

namespace ClaimTracker.Web.Commands;

/// <summary><c>train</c>: a desk's own labelled sentences in, a model file out.</summary>
internal static class TrainCommand
{
    public static Command Create(CommandStreams streams)
    {
        var data = new Option<string>("--data")
        {
            Required = true,
            HelpName = "FILE",
            Description = "Labelled sentences, one a row.",
        };
        var text = new Option<string>("--text")
        {
            Required = true,
            HelpName = "COLUMN",
            Description = "The column of the sentence; a number, from 1, where the table has no header.",
        };
        var label = new Option<string>("--label")
        {
            Required = true,
            HelpName = "COLUMN",
            Description = "The column of the label.",
        };
        var positive = new Option<string?>("--positive")
        {
            HelpName = "VALUE",
            Description = "The label of what is worth checking; yes, true, 1 and their like where none is named.",
        };
        var group = new Option<string?>("--group")
        {
            HelpName = "COLUMN",
            Description =
                "Sentences with the same value here (a debate, an article) are never split between training and testing.",
        };
        var format = new Option<string?>("--format")
        {
            Description = "How the file is written; by its name where it is not said.",
        };
        format.AcceptOnlyFromAmong("tsv", "csv", "ndjson");
        var output = new Option<string>("--out")
        {
            Required = true,
            HelpName = "MODEL",
            Description = "Where the model goes.",
        };
        var command = new Command(
            "train",
            "Trains the model that scores sentences, and prints how good it is on sentences it had not seen."
        )
        {
            data,
            text,
            label,
            positive,
            group,
            format,
            output,
        };
        command.SetAction(parsed =>
        {
            var file = new LabelledFile(
                parsed.GetRequiredValue(data),
                parsed.GetRequiredValue(text),
                parsed.GetRequiredValue(label),
                parsed.GetValue(group),
                parsed.GetValue(positive)
            );
            return Train(file, parsed.GetValue(format), parsed.GetRequiredValue(output), streams.Out);
        });
        return command;
    }

    private static int Train(LabelledFile file, string? format, string output, Stream figures)
    {
        var sentences = file.Read(format);
        // The same sentences make the same model, so their hash is its version.
        var version = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path)))[..12];
        TrainedModel trained;
        try
        {
            trained = Trainer.Train(sentences, version, Path.GetFileName(file.Path), "the desk's own");
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{file.Path}: {file.Label}: {e.Message}");
        }

        Save(trained, output);
        JsonSerializer.Serialize(figures, Figures(trained, version, output, sentences), CommandJson.Indented.TrainingJson);
        figures.WriteByte((byte)'\n');
        return CommandLine.Done;
    }

    // Written beside and moved into place: a desk that scores meanwhile reads the old model or the new one.
    private static void Save(TrainedModel trained, string output)
    {
        var beside = output + ".new";
        using (var writer = new StreamWriter(beside))
            trained.Model.Write(writer);
        File.Move(beside, output, overwrite: true);
    }

    private static TrainingJson Figures(
        TrainedModel trained,
        string version,
        string output,
        IReadOnlyList<LabelledSentence> sentences
    )
    {
        var figures = trained.Figures;
        return new TrainingJson(
            output,
            version,
            sentences.Count,
            sentences.Count(s => s.CheckWorthy),
            CheckWorthinessModel.Threshold,
            Rounded(figures.Precision),
            Rounded(figures.Recall),
            Rounded(figures.F1),
            Rounded(figures.MacroF1),
            Rounded(figures.Accuracy),
            Rounded(figures.CalibrationError)
        );
    }

    private static double Rounded(double figure) => Math.Round(figure, 4);
}
