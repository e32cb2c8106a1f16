using System.Text;
using System.Text.Unicode;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Bytes → text. What the bytes say (byte order mark), what the server says, what the page says, else UTF-8, and
/// windows-1252 for what cannot be UTF-8.
/// </summary>
public static class TextDecoder
{
    private const int Sample = 8192;
    private const string Western = "windows-1252";

    private static readonly byte[][] Signatures =
    [
        [.. "%PDF"u8],
        [.. "PK\u0003\u0004"u8],
        [0x89, .. "PNG"u8],
        [.. "GIF8"u8],
        [0xFF, 0xD8, 0xFF],
        [0x1F, 0x8B],
        [0x7F, .. "ELF"u8],
        [.. "RIFF"u8],
        [.. "OggS"u8],
        [.. "ID3"u8],
        [0xD0, 0xCF, 0x11, 0xE0],
        [.. "7z\u00BC"u8],
    ];

    private static readonly Refusal Binary = new(
        "binary",
        "this is no text but a binary file (a picture, a PDF, an archive); save it as text or HTML first."
    );

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text; refused with <c>binary</c> where the bytes are none.</summary>
    /// <param name="bytes">A file or the body of an answer.</param>
    /// <param name="charset">What the server's Content-Type names, else null.</param>
    public static Result<string> Decode(ReadOnlySpan<byte> bytes, string? charset) =>
        Read(bytes, charset) is { Value: { } text } ? PlainText.Of(text) : Binary;

    private static Result<string> Read(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (Marked(bytes) is { } marked)
            return marked.Encoding.GetString(bytes[marked.Length..]);
        if (Wide(bytes) is { } wide)
            return wide.GetString(bytes);
        if (IsBinary(bytes))
            return Binary;
        // Letters beyond ASCII that all happen to be valid UTF-8 are UTF-8, whatever server and page claim.
        if (Utf8.IsValid(bytes))
            return bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F) ? Encoding.UTF8.GetString(bytes) : Plain(bytes, charset);
        var named = Named(charset) ?? Named(MetaCharset.Find(bytes[..Math.Min(bytes.Length, Sample)]));
        return named is null or UTF8Encoding ? Damaged(bytes) : named.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? Marked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    // Western text in UTF-16 without a mark has a zero in every other byte, and nothing else has.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        if (head.Length < 8)
            return null;
        int even = 0,
            odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0)
                even++;
            if (head[i + 1] == 0)
                odd++;
        }

        var most = head.Length / 2 * 7 / 10;
        return odd > most && even == 0 ? Encoding.Unicode
            : even > most && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var signature in Signatures)
        {
            if (bytes.StartsWith(signature))
                return true;
        }

        var head = bytes[..Math.Min(bytes.Length, Sample)];
        var control = 0;
        foreach (var b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                control++;
        }

        return control > 2 && control * 50 > head.Length;
    }

    // ASCII alone may still be an encoding that shifts by escape sequences, such as ISO-2022-JP.
    private static string Plain(ReadOnlySpan<byte> bytes, string? charset) =>
        bytes.Contains((byte)0x1B) && Named(charset ?? MetaCharset.Find(bytes[..Math.Min(bytes.Length, Sample)])) is { } shifting
            ? shifting.GetString(bytes)
            : Encoding.ASCII.GetString(bytes);

    // A page that is UTF-8 but for a damaged word stays UTF-8; one that never was is windows-1252.
    private static string Damaged(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var damaged = text.AsSpan().Count('\uFFFD');
        var letters = 0;
        foreach (var c in text)
        {
            if (c is > '\u007F' and not '\uFFFD')
                letters++;
        }

        return damaged > letters ? Registered(Western).GetString(bytes) : text;
    }

    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return null;
        try
        {
            // Browsers read latin-1 as windows-1252, and so do the pages that claim it.
            var name = charset.Trim('"', '\'', ' ').ToLowerInvariant();
            return Registered(name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? Western : name);
        }
        catch (Exception unusable) when (unusable is ArgumentException or NotSupportedException)
        {
            // A name that nobody knows, or one that is known and refused, as UTF-7 is: it can hide what a page says.
            return null;
        }
    }

    // The one place that asks for an encoding by name: the code pages are registered above, and Named answers for names that are
    // unusable.
#pragma warning disable RS0030
    private static Encoding Registered(string name) => Encoding.GetEncoding(name);
#pragma warning restore RS0030
}
