using System.IO.Pipelines;
using System.Text;
using ClaimTracker.Web.Commands;

namespace ClaimTracker.Web.Tests.Commands;

public sealed class RecordInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verbs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\"}\n", "stdin:2: text: missing")]
    [InlineData("{\"id\":\"a\",\"text\":7}", "stdin:1: text: must be a string, but is a number")]
    [InlineData("\n\n{\"id\":\"a\",\"text\":\"One.\",", "stdin:3: not valid JSON")]
    [InlineData("[1]", "stdin:1: a JSON object is expected")]
    [InlineData("{\"id\":{},\"text\":\"One.\"}", "stdin:1: id: must be a string or a number, but is an object")]
    [InlineData(
        "{\"text\":\"One.\",\"publishedAt\":\"19/8/2025\"}",
        "stdin:1: publishedAt: \"19/8/2025\" is no date; write it as 2025-08-19"
    )]
    public async Task Names_line_and_field_of_what_is_wrong(string input, string message)
    {
        var run = await VerbRun.OfAsync(input, "sentences", "--ndjson");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_ids_as_they_were_written()
    {
        var run = await VerbRun.OfAsync(
            "{\"id\":7,\"text\":\"A.\"}\n{\"id\":\"x\",\"text\":\"B.\"}\n{\"text\":\"C.\"}\n",
            "sentences",
            "--ndjson"
        );
        Assert.Equal(["7", "\"x\"", "null"], run.Records.Select(record => record.GetProperty("id").GetRawText()));
    }

    [Fact]
    public async Task Writes_letters_of_every_script_as_they_are()
    {
        var run = await VerbRun.OfAsync("{\"id\":\"é\",\"text\":\"Київ says <yes> & 'no' 🙂.\"}", "sentences", "--ndjson");
        Assert.Contains("\"Київ says <yes> & 'no' ", run.Output, StringComparison.Ordinal);
        Assert.Equal("Київ says <yes> & 'no' 🙂.", run.Records[0].GetProperty("sentences")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("half \\ud83d pair.", "half \uFFFD pair.")]
    [InlineData("half \\ude42 pair.", "half \uFFFD pair.")]
    [InlineData("whole \\ud83d\\ude42 pair.", "whole 🙂 pair.")]
    [InlineData("no \\\\ud83d escape.", "no \\ud83d escape.")]
    public async Task Reads_half_a_surrogate_pair_as_no_letter(string written, string text)
    {
        var run = await VerbRun.OfAsync($"{{\"text\":\"{written}\"}}", "sentences", "--ndjson");
        Assert.Equal(text, run.Records[0].GetProperty("sentences")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Reads_bad_utf8_and_a_byte_order_mark_in_a_stream()
    {
        byte[] input =
        [
            0xEF,
            0xBB,
            0xBF,
            .. Encoding.UTF8.GetBytes("{\"text\":\"A "),
            0xFF,
            .. Encoding.UTF8.GetBytes(" b.\"}\r\n"),
        ];
        var run = await VerbRun.OfAsync(input, "sentences", "--ndjson");
        Assert.Equal("A \uFFFD b.", run.Records[0].GetProperty("sentences")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Points_into_the_text_as_it_was_decoded()
    {
        var file = Path.Combine(_folder, "a.txt");
        await File.WriteAllBytesAsync(
            file,
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("First line.\r\nSecond – line.")],
            TestContext.Current.CancellationToken
        );
        var run = await VerbRun.OfAsync("", "sentences", file);
        var second = System.Text.Json.JsonElement.Parse(run.Output).GetProperty("sentences")[1];
        Assert.Equal((13, 27), (second.GetProperty("start").GetInt32(), second.GetProperty("end").GetInt32()));
    }

    [Fact]
    public async Task Answers_each_record_before_the_next_is_sent()
    {
        var (input, output) = (new Pipe(), new Pipe());
        var running = CommandLine.RunAsync(
            ["sentences", "--ndjson"],
            new CommandStreams(input.Reader.AsStream(), output.Writer.AsStream(), TextWriter.Null)
        );
        using var answers = new StreamReader(output.Reader.AsStream());
        foreach (var id in (string[])["a", "b", "c"])
        {
            await input.Writer.WriteAsync(
                Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\",\"text\":\"One.\"}}\n"),
                TestContext.Current.CancellationToken
            );
            var answer = await answers
                .ReadLineAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            Assert.StartsWith($"{{\"id\":\"{id}\"", answer, StringComparison.Ordinal);
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData("r.json", "{\"id\":\"a\",\"text\":\"One.\"}", 1)]
    [InlineData("r.json", "[{\"text\":\"One.\"},{\"text\":\"Two.\"}]", 2)]
    [InlineData("r.ndjson", "{\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\n", 2)]
    [InlineData("r.txt", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", 2)]
    public async Task Finds_the_records_of_a_file(string name, string content, int records)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        var run = await VerbRun.OfAsync("", "sentences", file);
        Assert.Equal((0, records), (run.ExitCode, run.Records.Count));
    }

    [Theory]
    [InlineData("r.json", "no JSON", "r.json: not valid JSON")]
    [InlineData("r.txt", "%PDF-1.7", "r.txt: this is no text but a binary file")]
    public async Task Says_which_file_is_wrong(string name, string content, string message)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        var run = await VerbRun.OfAsync("", "sentences", file);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_file_is_missing()
    {
        var run = await VerbRun.OfAsync("", "sentences", Path.Combine(_folder, "none.txt"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("none.txt: cannot be read", run.Error, StringComparison.Ordinal);
    }
}
