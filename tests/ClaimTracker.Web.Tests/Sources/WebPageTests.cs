using System.Text;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>What is a page is one for whatever reads it: fetched, kept, uploaded.</summary>
public sealed class WebPageTests
{
    private const string Xhtml =
        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><article><h1>Port</h1>"
        + "<p>The port handled 90 ships a week in July, the harbour office said on Monday.</p></article></body></html>";

    [Theory]
    [InlineData("text/html", true)]
    [InlineData("application/xhtml+xml", true)]
    [InlineData("text/xml", true)]
    [InlineData("text/plain", false)]
    public void What_was_fetched_is_a_page_where_what_was_kept_of_it_is_one(string type, bool isPage)
    {
        var fetched = new FetchedSource(new Uri("https://port.example/"), Encoding.UTF8.GetBytes(Xhtml), type, null);

        Assert.Equal(isPage, fetched.IsPage);
        Assert.Equal(isPage, PageBlocks.Of(fetched).IsStructured);
        Assert.Equal(isPage, PageBlocks.Of(fetched.ToSnapshot(null, DateTime.UnixEpoch)).IsStructured);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><p>a", true)]
    [InlineData(" \n<HTML lang=en>", true)]
    [InlineData(Xhtml, true)]
    [InlineData("<?xml version=\"1.0\"?><feed/>", false)]
    [InlineData("The port handled <b>90</b> ships.", false)]
    [InlineData("", false)]
    public void Text_is_a_page_where_it_begins_as_one(string text, bool isPage) => Assert.Equal(isPage, WebPage.BeginsIn(text));

    [Fact]
    public void An_uploaded_page_of_xhtml_is_read_as_a_page_whatever_its_file_is_called()
    {
        var read = SourceReader.FromFile("port.txt", Encoding.UTF8.GetBytes(Xhtml));

        Assert.Equal("text/html", read.Value!.ContentType);
        Assert.DoesNotContain("<", read.Value.Text, StringComparison.Ordinal);
    }
}
