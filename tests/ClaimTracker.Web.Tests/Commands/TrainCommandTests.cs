using System.Text.Json;

namespace ClaimTracker.Web.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("train").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("d.tsv", '\t', true, "sentence", "label")]
    [InlineData("d.csv", ',', true, "sentence", "label")]
    [InlineData("d.tsv", '\t', false, "2", "3")]
    public async Task Trains_a_model_that_score_takes(string name, char separator, bool header, string text, string label)
    {
        var (data, model) = (Path.Combine(_folder, name), Path.Combine(_folder, "m.model"));
        var rows = Enumerable
            .Range(1, 40)
            .Select(i =>
                i % 2 == 0
                    ? $"{i}{separator}\"Taxes rose by {i}% in 20{i + 10}, he said.\"{separator}Yes"
                    : $"{i}{separator}Thank you and good night number {i}{separator}No"
            );
        await File.WriteAllLinesAsync(
            data,
            header ? [$"n{separator}sentence{separator}label", .. rows] : rows,
            TestContext.Current.CancellationToken
        );

        var trained = await VerbRun.OfAsync(
            "",
            "train",
            "--data",
            data,
            "--text",
            text,
            "--label",
            label,
            "--positive",
            "yes",
            "--out",
            model
        );
        Assert.Equal((0, ""), (trained.ExitCode, trained.Error));
        var figures = JsonElement.Parse(trained.Output);
        Assert.Equal((40, 20), (figures.GetProperty("sentences").GetInt32(), figures.GetProperty("positives").GetInt32()));

        var scored = await VerbRun.OfAsync(
            "{\"text\":\"Taxes rose by 7% in 2031, he said.\"}\n{\"text\":\"Thank you and good night\"}\n",
            "score",
            "--ndjson",
            "--model",
            model
        );
        var scores = scored.Records.Select(record => record.GetProperty("score").GetDouble()).ToList();
        Assert.True(scores[0] > 0.5 && scores[1] < 0.5, string.Join(", ", scores));
    }

    [Theory]
    [InlineData("text\tlabel\nA sentence\tYes\n", "claim", "d.tsv:1: no column \"claim\"; there are: text, label")]
    [InlineData("text\tlabel\nA sentence\n", "text", "d.tsv:2: has 1 columns")]
    [InlineData("text\tlabel\nA sentence\tYes\nAnother\tNo\n", "text", "label: Training needs at least")]
    [InlineData(
        "text\tlabel\nA sentence\tCFS-1\nAnother\tNo\n",
        "text",
        "no sentence is labelled as worth checking (yes, true, 1 or their like); the labels are: \"CFS-1\", \"No\"."
    )]
    [InlineData("text\tlabel\nA sentence\tYes\n", "text", "every sentence is labelled as worth checking")]
    [InlineData("text\tlabel\n", "text", "d.tsv: holds no sentence")]
    public async Task Says_what_is_wrong_with_the_data(string content, string column, string message)
    {
        var data = Path.Combine(_folder, "d.tsv");
        await File.WriteAllTextAsync(data, content, TestContext.Current.CancellationToken);
        var run = await VerbRun.OfAsync(
            "",
            "train",
            "--data",
            data,
            "--text",
            column,
            "--label",
            "label",
            "--out",
            Path.Combine(_folder, "m.model")
        );
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "m.model")));
    }

    [Fact]
    public async Task Names_the_line_of_a_quote_that_is_never_closed()
    {
        var data = Path.Combine(_folder, "d.csv");
        await File.WriteAllTextAsync(
            data,
            "\uFEFFtext,label\r\n\r\n\"Two\r\nlines\",No\r\n\"Never closed,Yes\r\nLast,No\r\n",
            TestContext.Current.CancellationToken
        );
        var run = await VerbRun.OfAsync(
            "",
            "train",
            "--data",
            data,
            "--text",
            "text",
            "--label",
            "label",
            "--out",
            Path.Combine(_folder, "m.model")
        );
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("d.csv:5: a field begins with a quote that is never closed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_model()
    {
        var file = Path.Combine(_folder, "m.model");
        await File.WriteAllTextAsync(file, "hello", TestContext.Current.CancellationToken);
        var run = await VerbRun.OfAsync("{\"text\":\"x\"}", "score", "--ndjson", "--model", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("m.model: ", run.Error, StringComparison.Ordinal);
    }
}
