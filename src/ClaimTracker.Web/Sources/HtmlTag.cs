using System.Buffers;

namespace ClaimTracker.Web.Sources;

/// <summary>One tag in the source of a page. Without a name it is a comment, a declaration, or a stray bracket.</summary>
internal readonly ref struct HtmlTag
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    private HtmlTag(int start, int end, ReadOnlySpan<char> name, bool closing, int attributes)
    {
        Start = start;
        End = end;
        Name = name;
        Closing = closing;
        Attributes = attributes;
    }

    /// <summary>Where its bracket opens.</summary>
    public int Start { get; }

    /// <summary>Where the next thing begins: past its bracket, and past the content of a script or style.</summary>
    public int End { get; }

    /// <summary>Its name as written; empty for what is no tag.</summary>
    public ReadOnlySpan<char> Name { get; }

    /// <summary>True for an end tag.</summary>
    public bool Closing { get; }

    /// <summary>How many attributes it has, roughly: words outside quotes.</summary>
    public int Attributes { get; }

    /// <summary>The tag at an opening bracket.</summary>
    public static HtmlTag At(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
            return new HtmlTag(at, After(html, "-->", at + 4), default, false, 0);
        var closing = at + 1 < html.Length && html[at + 1] == '/';
        var name = NameAt(html, at + (closing ? 2 : 1));
        if (name.IsEmpty) return new HtmlTag(at, at + 1, default, false, 0);
        var end = EndOfTag(html, at + name.Length, out var attributes);
        if (!closing && name.Equals("script", StringComparison.OrdinalIgnoreCase)) end = Before(html, "</script", end);
        if (!closing && name.Equals("style", StringComparison.OrdinalIgnoreCase)) end = Before(html, "</style", end);
        return new HtmlTag(at, end, name, closing, attributes);
    }

    private static ReadOnlySpan<char> NameAt(string html, int from)
    {
        if (from >= html.Length || !char.IsAsciiLetter(html[from])) return default;
        var rest = html.AsSpan(from, Math.Min(40, html.Length - from));
        var length = rest.IndexOfAny(NameEnd);
        return length < 0 ? rest : rest[..length];
    }

    private static int EndOfTag(string html, int from, out int attributes)
    {
        attributes = 0;
        var blank = false;
        for (var i = from; i < html.Length; i++)
        {
            var c = html[i];
            if (c == '>') return i + 1;
            if (c is '"' or '\'' && html[i - 1] is '=' or ' ')
            {
                var quote = html.IndexOf(c, i + 1);
                if (quote < 0) return html.Length;
                i = quote;
            }

            var white = char.IsWhiteSpace(c) || c == '/';
            if (blank && !white) attributes++;
            blank = white || c is '"' or '\'';
        }

        return html.Length;
    }

    private static int After(string html, string mark, int from) =>
        html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.Ordinal) is var at and >= 0 ? at + mark.Length : html.Length;

    private static int Before(string html, string mark, int from) =>
        html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at : html.Length;
}
