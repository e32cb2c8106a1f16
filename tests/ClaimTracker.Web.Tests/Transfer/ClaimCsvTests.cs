using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Transfer;

namespace ClaimTracker.Web.Tests.Transfer;

public sealed class ClaimCsvTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("The port, they say, is \"full\".", "\"The port, they say, is \"\"full\"\".\"")]
    [InlineData("Two\nlines", "\"Two\nlines\"")]
    [InlineData("=HYPERLINK(A1)", "\"'=HYPERLINK(A1)\"")]
    [InlineData("-3 degrees", "\"'-3 degrees\"")]
    [InlineData("+4 points", "\"'+4 points\"")]
    [InlineData("@ada said so", "\"'@ada said so\"")]
    [InlineData("\tTab", "\"'\tTab\"")]
    public async Task Writes_words_that_no_spreadsheet_runs(string wording, string cell)
    {
        var article = new Article("A title", "Post", wording + " And more.", Now, "test");
        var claim = new Claim(wording, "count", 0.9, new ClaimDetails(), new Appearance(article, 0, wording.Length), Now);
        using var output = new MemoryStream();
        await ClaimCsv.WriteAsync(new[] { claim }.ToAsyncEnumerable(), Now, output, TestContext.Current.CancellationToken);
        var written = Encoding.UTF8.GetString(output.ToArray());
        Assert.StartsWith(
            "number,wording,kind,stage,publication,rating,freshness,in_doubt_since,under_recheck,outlet,article,url,",
            written,
            StringComparison.Ordinal
        );
        Assert.Contains($"\n0,{cell},count,", written, StringComparison.Ordinal);
        Assert.EndsWith(",Post,A title,,,2026-03-01T12:00:00Z,,,\n", written, StringComparison.Ordinal);
    }
}
