using System.Text;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Tests.Sources;

public class TextDecoderTests
{
    private const string Sample = "Prices rose – “by a third”, said Zoë Müller of Łódź.";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Goes_by_the_byte_order_mark(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        Assert.Equal(Sample, TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)], "windows-1252").Value);
    }

    [Fact]
    public void Takes_valid_utf8_for_what_it_is_whatever_the_server_says() =>
        Assert.Equal(Sample, TextDecoder.Decode(Encoding.UTF8.GetBytes(Sample), "iso-8859-1").Value);

    [Theory]
    [InlineData("windows-1250", null)]
    [InlineData(null, "windows-1250")]
    public void Goes_by_the_server_then_by_the_page(string? server, string? page)
    {
        var html = $"<html><head><meta charset=\"{page}\"></head><p>Zdjęcie z Łodzi, Kraków, żółć</p>";
        Assert.Equal(html, TextDecoder.Decode(Encoding.GetEncoding("windows-1250").GetBytes(html), server).Value);
    }

    [Fact]
    public void Takes_what_cannot_be_utf8_for_windows_1252() =>
        Assert.Equal(
            "Müller said “no” – twice",
            TextDecoder.Decode(Encoding.GetEncoding(1252).GetBytes("Müller said “no” – twice"), null).Value
        );

    [Fact]
    public void Keeps_a_utf8_text_with_one_damaged_word()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Sample), 0xFF, .. Encoding.UTF8.GetBytes(Sample)];
        Assert.Equal(Sample + "\uFFFD" + Sample, TextDecoder.Decode(bytes, null).Value);
    }

    [Fact]
    public void Reads_utf16_without_a_mark() =>
        Assert.Equal("Plain words", TextDecoder.Decode(Encoding.Unicode.GetBytes("Plain words"), null).Value);

    [Theory]
    [InlineData("%PDF-1.7 and so on")]
    [InlineData("PK\u0003\u0004archive")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006 no text")]
    public void Refuses_a_binary_file(string start) =>
        Assert.Equal("binary", TextDecoder.Decode(Encoding.Latin1.GetBytes(start), null).Refusal?.Code);
}
