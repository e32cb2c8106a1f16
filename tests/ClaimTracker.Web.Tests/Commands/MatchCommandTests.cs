namespace ClaimTracker.Web.Tests.Commands;

public sealed class MatchCommandTests : IDisposable
{
    private readonly string _claims = Path.GetTempFileName();

    public MatchCommandTests() =>
        File.WriteAllText(
            _claims,
            """
            {"id":"toll","title":"Quake toll","text":"The earthquake in Marrow killed 310 people."}
            {"id":"fine","text":"Acme was fined three million dollars for dumping waste in the river."}
            {"id":"chips","text":"Vaccines contain microchips."}
            """
        );

    public void Dispose() => File.Delete(_claims);

    [Theory]
    [InlineData("Earthquake kills 310 people in Marrow", "toll", "same")]
    [InlineData("Marrow earthquake has killed 345 people", "toll", "other-figure")]
    [InlineData("#Vaccines have #Microchips in them!! https://t.co/abc @someone", "chips", "related")]
    [InlineData("The river is full of waste", "fine", "related")]
    public async Task Finds_the_claim_and_how_it_relates(string query, string claim, string relation)
    {
        var run = await VerbRun.OfAsync(
            $"{{\"id\":\"q\",\"text\":\"{query}\"}}",
            "match",
            "--claims",
            _claims,
            "--ndjson",
            "--top",
            "1"
        );
        var match = Assert.Single(run.Records[0].GetProperty("matches").EnumerateArray());
        Assert.Equal((claim, relation), (match.GetProperty("id").GetString(), match.GetProperty("relation").GetString()));
        Assert.InRange(match.GetProperty("score").GetDouble(), 0.01, 1);
        Assert.Equal(relation == "same", match.GetProperty("parts").GetArrayLength() == 0);
    }

    [Fact]
    public async Task Leaves_out_what_shares_nothing()
    {
        var run = await VerbRun.OfAsync("{\"id\":\"q\",\"text\":\"xylophone\"}", "match", "--claims", _claims, "--ndjson");
        Assert.Empty(run.Records[0].GetProperty("matches").EnumerateArray());
    }
}
