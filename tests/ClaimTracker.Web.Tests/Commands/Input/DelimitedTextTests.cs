using ClaimTracker.Web.Commands.Input;

namespace ClaimTracker.Web.Tests.Commands.Input;

public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("a,b\n\n  \n1,\"x\ny\"\r\n3,4", "1:a|b 4:1|x\ny 6:3|4")]
    [InlineData("a,\"say \"\"no\"\", twice\"\n", "1:a|say \"no\", twice")]
    [InlineData("a,5\" pipe\nb,c\n", "1:a|5\" pipe 2:b|c")]
    [InlineData("a,\"\"\n,b\n", "1:a| 2:|b")]
    [InlineData("a,b\r1,2\r", "1:a|b 2:1|2")]
    [InlineData("", "")]
    public void Reads_comma_separated_text(string text, string rows) => Assert.Equal(rows, Rows(text, ','));

    [Theory]
    [InlineData("a\t\"x, y\"\nb\t\"say \"\"no\"\"\"\n", "1:a|x, y 2:b|say \"no\"")]
    [InlineData("a\t\"two\nlines\"\nb\tc\n", "1:a|two\nlines 3:b|c")]
    [InlineData("a\t\"oops\nb\tc\nd\tx\"\n", "1:a|\"oops 2:b|c 3:d|x\"")]
    [InlineData("a\t\"one\" or \"two\"\r\nb\t\"whole\"\r\nc\t\"never\r\n", "1:a|\"one\" or \"two\" 2:b|whole 3:c|\"never")]
    public void Reads_tab_separated_text_whose_stray_quotes_are_letters(string text, string rows) =>
        Assert.Equal(rows, Rows(text, '\t'));

    [Theory]
    [InlineData("a,b\nc,\"oops, d\ne,f\n", "t:2: a field begins with a quote that is never closed")]
    [InlineData("a,b\nc,\"oops\" d\n", "t:2: a field in quotes goes on behind its closing quote")]
    [InlineData("a,b\n5\" pipe,\"oops\ne,f\n", "t:2: a quote stands inside a field that does not begin with one")]
    public void Names_the_line_of_quotes_that_would_swallow_text(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InputException>(() => Rows(text, ',')).Message, StringComparison.Ordinal);

    private static string Rows(string text, char separator) =>
        string.Join(' ', DelimitedText.Read(text, separator, "t").Select(row => $"{row.Line}:{string.Join('|', row.Fields)}"));
}
