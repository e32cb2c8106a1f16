using System.Text;
using System.Text.Json;

namespace ClaimTracker.Web.Tests.Commands;

public sealed class LookCommandTests
{
    private const string Kept =
        "<html><head><title>Wells</title></head><body><h1>Wells</h1><p>Drilling began in March.</p><p>The town has 14 wells.</p><p>Water is free.</p></body></html>";

    [Fact]
    public async Task Says_for_each_record_what_a_recheck_would_say()
    {
        var run = await VerbRun.OfAsync(
            Line(1, Kept)
                + "\n"
                + Line(2, Kept.Replace("14", "15", StringComparison.Ordinal))
                + "\n"
                + Line(3, "<p>Not here.</p>", 404)
                + "\n",
            "look",
            "--ndjson"
        );
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            ["unchanged", "changed", "unreadable"],
            run.Records.Select(record => record.GetProperty("outcome").GetString())
        );
        Assert.Equal(
            ("The town has 14 wells.", "The town has 15 wells."),
            (Text(run.Records[1], "was"), Text(run.Records[1], "now"))
        );
        Assert.Contains(
            run.Records[1].GetProperty("parts").EnumerateArray(),
            part => Text(part, "part") == "sentence" && !part.GetProperty("holds").GetBoolean()
        );
    }

    [Theory]
    [InlineData("""{"id":1,"page":{"body":"x"}}""", "quote")]
    [InlineData("""{"id":1,"quote":"x"}""", "page")]
    [InlineData("""{"id":1,"quote":"x","page":{}}""", "page.body")]
    [InlineData("""{"id":1,"quote":"x","page":{"body":"x","status":"ok"}}""", "page.status")]
    [InlineData("""{"id":1,"quote":"x","page":{"bodyBase64":"%"}}""", "page.bodyBase64")]
    [InlineData("""{"id":1,"quote":"x","before":3,"page":{"body":"x"}}""", "before")]
    [InlineData("""{"id":1,"quote":"x","condition":"grows","page":{"body":"x"}}""", "condition")]
    [InlineData("""{"id":1,"quote":"x","condition":"passes","page":{"body":"x"}}""", "limit")]
    [InlineData("""{"id":1,"quote":"x","condition":"percent","limit":"5","page":{"body":"x"}}""", "limit")]
    [InlineData("""{"id":1,"quote":"x","limit":5,"page":{"body":"x"}}""", "limit")]
    public async Task Names_line_and_field_of_a_bad_record(string line, string field)
    {
        var run = await VerbRun.OfAsync("\n" + line + "\n", "look", "--ndjson");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"stdin:2: {field}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("any", null, "changed")]
    [InlineData("percent", 10, "unchanged")]
    [InlineData("percent", 7, "changed")]
    [InlineData("passes", 16, "unchanged")]
    [InlineData("passes", 15, "changed")]
    [InlineData("falls-below", 12, "unchanged")]
    public async Task A_condition_stands_beside_the_quote(string condition, int? limit, string outcome)
    {
        var run = await VerbRun.OfAsync(
            JsonSerializer.Serialize(
                new
                {
                    id = 1,
                    quote = "The town has 14 wells.",
                    condition,
                    limit,
                    before = Kept,
                    page = new { contentType = "text/html", body = Kept.Replace("14", "15", StringComparison.Ordinal) },
                }
            ) + "\n",
            "look",
            "--ndjson"
        );
        var record = Assert.Single(run.Records);
        Assert.Equal(outcome, Text(record, "outcome"));
        Assert.Equal("The town has 15 wells.", Text(record, "now"));
        Assert.Equal(outcome == "unchanged", Text(record, "why")!.Contains("now 15", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reads_bytes_in_the_charset_that_the_server_names()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Convert.ToBase64String(Encoding.GetEncoding(1251).GetBytes("<p>У місті 14 криниць.</p>"));
        var run = await VerbRun.OfAsync(
            $$$"""{"id":1,"quote":"У місті 14 криниць.","before":{"bodyBase64":"{{{bytes}}}","charset":"windows-1251"},"page":{"bodyBase64":"{{{bytes}}}","charset":"windows-1251"}}""",
            "look",
            "--ndjson"
        );
        Assert.Equal("unchanged", Text(Assert.Single(run.Records), "outcome"));
    }

    private static string Line(int id, string body, int status = 200) =>
        JsonSerializer.Serialize(
            new
            {
                id,
                quote = "The town has 14 wells.",
                before = Kept,
                page = new
                {
                    contentType = "text/html",
                    body,
                    status,
                },
            }
        );

    private static string? Text(JsonElement json, string field) => json.GetProperty(field).GetString();
}
