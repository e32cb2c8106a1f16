using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Sources;

public sealed class PoisonedPageTests
{
    [Fact]
    public async Task Each_is_read_or_refused_in_words()
    {
        await using var site = await SourceSite.StartAsync();
        site.WritePoisoned();
        using var fetcher = new SourceFetcher(new IntakeSettings { AllowPrivateAddresses = true }, new DeskSettings());
        foreach (var path in PoisonedPages.Paths)
        {
            var fetched = await fetcher.FetchAsync(new Uri(site.Url(path)), TestContext.Current.CancellationToken);
            var read = fetched is { Value: { } source } ? SourceReader.FromFetched(source) : fetched.Refusal!;
            if (read is { Value: { } article })
            {
                foreach (var text in new[] { article.Text, article.Title, article.Byline, article.Outlet })
                    Assert.Equal(text, text is null ? null : PlainText.Of(text));
            }
            else
            {
                Assert.False(string.IsNullOrWhiteSpace(read.Refusal!.Message), path);
            }
        }
    }

    [Fact]
    public async Task A_redirect_to_no_address_is_told_with_where_it_leads()
    {
        await using var site = await SourceSite.StartAsync();
        using var fetcher = new SourceFetcher(new IntakeSettings { AllowPrivateAddresses = true }, new DeskSettings());
        foreach (var location in new[] { "//", "http://", "https:///x", "//[", "http://a b/", "\\\\", "mailto:" })
        {
            site.Answer(
                "/away",
                context =>
                {
                    context.Response.StatusCode = 302;
                    context.Response.Headers.Location = location;
                    return Task.CompletedTask;
                }
            );
            var fetched = await fetcher.FetchAsync(new Uri(site.Url("/away")), TestContext.Current.CancellationToken);
            Assert.False(fetched.IsOk, location);
        }
    }

    /// <summary>Whatever encoding a server names, and whatever bytes follow, there is a text in the end.</summary>
    [Fact]
    public void No_encoding_and_no_bytes_throw()
    {
        _ = TextDecoder.Decode([], null);
        var random = new Random(7);
        var names = CodePagesEncodingProvider
            .Instance.GetEncodings()
            .Select(e => e.Name)
            .Concat(Encoding.GetEncodings().Select(e => e.Name))
            .Concat(["utf-7", "unicode-1-1-utf-7", "x-nothing", "", " ", "utf-16", "\0"])
            .Distinct();
        foreach (var name in names)
        {
            var bytes = new byte[400];
            random.NextBytes(bytes);
            byte[] text = [.. "A line of text. "u8, .. bytes.Where(b => b >= 0x20 || b == 0x1B), 0x1B, 0xE9];
            var decoded = TextDecoder.Decode(text, name);
            Assert.True(decoded.Value is { } read && read == PlainText.Of(read), name);
        }
    }
}
