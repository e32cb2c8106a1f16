using System.Text.Json;

namespace ClaimTracker.Web.Tests.Commands;

/// <summary>The JSON of each verb is a contract with the scripts of desks: names and shapes, not quality.</summary>
public class TextVerbTests
{
    private const string Text = "Rebels fired 40 rockets at the port overnight, killing at least 12 people, officials said.";

    [Fact]
    public async Task A_list_page_alone_is_refused_beside_its_text()
    {
        var stories = string.Concat(
            Enumerable
                .Range(1, 6)
                .Select(i =>
                    $"<article><h2>Story {i} of the week</h2><time>{i} May 2024</time><p>A ferry carried {i}00 people.</p></article>"
                )
        );
        var page = $"<html lang=\"en\"><head><title>News</title></head><body>{stories}</body></html>";
        var alone = await VerbRun.OfAsync(page, "article");
        var record = await VerbRun.OfAsync(JsonSerializer.Serialize(new { id = 1, html = page }), "article", "--ndjson");

        Assert.Equal((2, 0), (alone.ExitCode, record.ExitCode));
        Assert.Contains("lists 6 stories", alone.Output, StringComparison.Ordinal);
        Assert.Contains("lists 6 stories", record.Records[0].GetProperty("refused").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "A ferry carried 100 people.",
            record.Records[0].GetProperty("text").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Reads_an_article()
    {
        var run = await VerbRun.OfAsync(
            JsonSerializer.Serialize(
                new
                {
                    id = "a",
                    title = "Port hit",
                    text = Text,
                    publishedAt = "2025-03-04T08:00:00Z",
                }
            ),
            "read",
            "--ndjson"
        );
        var reading = Assert.Single(run.Records);
        Assert.Equal(["id", "title", "publishedAt", "language", "sentences"], Names(reading));
        Assert.Equal("2025-03-04", reading.GetProperty("publishedAt").GetString());
        var sentence = Assert.Single(reading.GetProperty("sentences").EnumerateArray());
        Assert.Equal(
            [
                "start",
                "end",
                "text",
                "score",
                "claim",
                "kind",
                "quantities",
                "times",
                "attribution",
                "hedges",
                "negated",
                "reasons",
                "canonical",
                "claims",
            ],
            Names(sentence)
        );
        Assert.True(sentence.GetProperty("claim").GetBoolean());
        Assert.Equal(
            ["start", "end", "text", "value", "low", "high", "comparator", "unit", "per", "change", "counted"],
            Names(sentence.GetProperty("quantities")[0])
        );
        Assert.Equal(["start", "end", "text", "from", "to", "basis"], Names(sentence.GetProperty("times")[0]));
        Assert.Equal(["start", "end", "source", "cue", "quoted", "anonymous"], Names(sentence.GetProperty("attribution")));
        Assert.Equal(
            [
                "start",
                "end",
                "text",
                "kind",
                "canonical",
                "standsAlone",
                "missing",
                "place",
                "times",
                "quantities",
                "attribution",
                "reasons",
            ],
            Names(sentence.GetProperty("claims")[0])
        );
        Assert.Equal(sentence.GetProperty("kind").GetString(), sentence.GetProperty("claims")[0].GetProperty("kind").GetString());
        Assert.All(Spans(sentence), span => Assert.Equal(Text[span.Start..span.End], span.Text));
    }

    [Fact]
    public async Task Reads_a_page_and_says_which_text_the_offsets_point_into()
    {
        var run = await VerbRun.OfAsync(
            $"<!doctype html><html><head><title>Port hit</title></head><body><article><h1>Port hit</h1><p>{Text}</p></article></body></html>",
            "read",
            "--published",
            "2025-03-04"
        );
        var reading = JsonElement.Parse(run.Output);
        Assert.Equal(Text, reading.GetProperty("text").GetString());
        Assert.Equal("2025-03-04", reading.GetProperty("publishedAt").GetString());
    }

    [Fact]
    public async Task Prints_quantities_with_places_in_the_whole_text()
    {
        var run = await VerbRun.OfAsync(
            JsonSerializer.Serialize(new { id = 1, text = "It rained. " + Text }),
            "quantities",
            "--ndjson"
        );
        var found = run.Records[0].GetProperty("quantities");
        Assert.Equal([40, 12], found.EnumerateArray().Select(one => one.GetProperty("value").GetInt32()));
        Assert.Equal(["eq", "gte"], found.EnumerateArray().Select(one => one.GetProperty("comparator").GetString()));
        Assert.Equal(24, found[0].GetProperty("start").GetInt32());
    }

    [Theory]
    [InlineData("{\"text\":\"They met on Monday.\",\"publishedAt\":\"2025-03-05\"}", "2025-03-03T00:00")]
    [InlineData("{\"text\":\"They met on Monday.\"}", "2025-03-10T00:00")]
    public async Task Resolves_times_by_the_record_before_the_option(string record, string from)
    {
        var run = await VerbRun.OfAsync(record, "times", "--ndjson", "--published", "2025-03-12");
        Assert.Equal(from, run.Records[0].GetProperty("times")[0].GetProperty("from").GetString());
    }

    [Fact]
    public async Task Scores_what_can_be_checked_above_what_cannot()
    {
        var run = await VerbRun.OfAsync(
            "{\"id\":1,\"text\":\"Unemployment fell to 4.1% in March, the statistics office said.\"}\n{\"id\":2,\"text\":\"How lovely to see you all here!\"}\n",
            "score",
            "--ndjson"
        );
        Assert.Equal(["id", "score", "reasons"], Names(run.Records[0]));
        var scores = run.Records.Select(record => record.GetProperty("score").GetDouble()).ToList();
        Assert.InRange(scores[1], 0, scores[0]);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<(int Start, int End, string Text)> Spans(JsonElement sentence) =>
        sentence
            .GetProperty("quantities")
            .EnumerateArray()
            .Concat(sentence.GetProperty("times").EnumerateArray())
            .Concat(sentence.GetProperty("claims").EnumerateArray())
            .Append(sentence)
            .Select(json =>
                (json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32(), json.GetProperty("text").GetString()!)
            );
}
