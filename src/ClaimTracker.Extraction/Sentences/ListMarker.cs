using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>The mark before a list item: "1.", "1)", "1.)", "(1)", "a)", "iv)".</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">Its place in the list, from 1.</param>
/// <param name="Letter">True for letters, false for numbers.</param>
internal readonly record struct ListMarker(TextSpan Span, int Value, bool Letter)
{
    private const string Romans = " i ii iii iv v vi vii viii ix x xi xii ";

    /// <summary>True where a line that begins at <paramref name="at"/> is a list item.</summary>
    public static bool StartsAt(string text, int at)
    {
        var end = Math.Min(text.Length, at + 8);
        for (var i = at + 1; i < end && (text[i - 1] == '(' || char.IsLetterOrDigit(text[i - 1])); i++)
        {
            if (text[i] is '.' or ')')
            {
                return TryReadAt(text, new TextSpan(at, text.Length), i, out _);
            }
        }

        return text[at] is '-' or '*' && at + 1 < text.Length && text[at + 1] is ' ' or '\t';
    }

    /// <summary>Reads the marker whose closing '.' or ')' stands at <paramref name="close"/>.</summary>
    public static bool TryReadAt(string text, TextSpan block, int close, out ListMarker marker)
    {
        marker = default;
        var begin = close;
        while (begin > block.Start && close - begin < 5 && char.IsAsciiLetterOrDigit(text[begin - 1]))
        {
            begin--;
        }

        var label = text.AsSpan(begin, close - begin);
        var opened = begin > block.Start && text[begin - 1] == '(';
        begin -= opened ? 1 : 0;
        if (
            label.IsEmpty || (begin > block.Start && !char.IsWhiteSpace(text[begin - 1]) && !Characters.IsBullet(text[begin - 1]))
        )
        {
            return false;
        }

        var end = close + 1;
        if (text[close] == '.' && end < block.End && text[end] == ')')
        {
            end++;
        }

        if (end >= block.End || !char.IsWhiteSpace(text[end]) || (opened && text[close] == '.'))
        {
            return false;
        }

        return TryRead(label, text[end - 1] == ')', new TextSpan(begin, end), out marker);
    }

    private static bool TryRead(ReadOnlySpan<char> label, bool bracket, TextSpan span, out ListMarker marker)
    {
        marker = default;
        if (char.IsAsciiDigit(label[0]))
        {
            if (label.Length > 3 || !int.TryParse(label, out var number))
            {
                return false;
            }

            marker = new ListMarker(span, number, Letter: false);
            return true;
        }

        if (label.Length == 1)
        {
            // A capital and a full stop is an initial far more often than a list.
            marker = new ListMarker(span, (label[0] | 0x20) - 'a' + 1, Letter: true);
            return bracket || char.IsAsciiLetterLower(label[0]);
        }

        Span<char> padded = stackalloc char[label.Length + 2];
        padded.Fill(' ');
        label.CopyTo(padded[1..]);
        marker = new ListMarker(span, 0, Letter: true);
        return bracket && Romans.AsSpan().IndexOf(padded, StringComparison.Ordinal) >= 0;
    }
}
