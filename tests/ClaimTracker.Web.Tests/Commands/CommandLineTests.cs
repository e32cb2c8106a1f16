using ClaimTracker.Web.Commands;

namespace ClaimTracker.Web.Tests.Commands;

public class CommandLineTests
{
    [Theory]
    [InlineData("read", true)]
    [InlineData("raed", true)]
    [InlineData("--help", true)]
    [InlineData("--urls", false)]
    [InlineData("urls=http://127.0.0.1:5000", false)]
    [InlineData("/urls", false)]
    public void Tells_a_verb_from_what_the_web_server_takes(string first, bool verb) =>
        Assert.Equal(verb, CommandLine.IsVerb([first]));

    [Fact]
    public void Serves_pages_where_nothing_is_said() => Assert.False(CommandLine.IsVerb([]));

    [Theory]
    [InlineData("sentnces")]
    [InlineData("sentences", "--nope")]
    [InlineData("match")]
    [InlineData("read", "--published", "yesterday")]
    [InlineData("match", "--claims", "x", "--top", "0")]
    [InlineData("train", "--data", "x", "--text", "a", "--label", "b", "--out", "c", "--format", "xml")]
    public async Task Ends_with_two_on_bad_arguments(params string[] args)
    {
        var run = await VerbRun.OfAsync("", args);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("article")]
    [InlineData("sentences")]
    [InlineData("quantities")]
    [InlineData("times")]
    [InlineData("score")]
    [InlineData("train")]
    [InlineData("match")]
    public async Task Explains_each_verb(string verb)
    {
        var run = await VerbRun.OfAsync("", verb, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($" {verb} ", run.Output, StringComparison.Ordinal);
    }
}
