using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Takes off a sentence what is not part of it: white space, ruled lines, stray markup.</summary>
internal static class Trimming
{
    private const int LongestTag = 400;

    /// <summary>The sentence within <paramref name="span"/>; empty where nothing readable is left.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        int before;
        do
        {
            before = end - start;
            while (start < end && Characters.IsSpace(text[start]))
            {
                start++;
            }

            while (end > start && Characters.IsSpace(text[end - 1]))
            {
                end--;
            }

            start += EscapeLength(text.AsSpan(start, end - start));
            start += RuleLength(text.AsSpan(start, end - start), fromEnd: false);
            end -= RuleLength(text.AsSpan(start, end - start), fromEnd: true);
            TrimTags(text, ref start, ref end);
        } while (end - start != before && start < end);
        return HasContent(text.AsSpan(start, end - start)) ? new TextSpan(start, end) : default;
    }

    /// <summary>How many characters of a ruled line ("-----", "////") stand at that end.</summary>
    private static int RuleLength(ReadOnlySpan<char> span, bool fromEnd)
    {
        if (span.IsEmpty || (fromEnd ? span[^1] : span[0]) is not ('/' or '=' or '-' or '_' or '*' or '~' or '#' or '+'))
        {
            return 0;
        }

        var rest = fromEnd ? span.TrimEnd(span[^1]) : span.TrimStart(span[0]);
        return span.Length - rest.Length is var length and >= 4 ? length : 0;
    }

    /// <summary>A line break that was escaped once too often: a backslash and an "n", standing alone.</summary>
    private static int EscapeLength(ReadOnlySpan<char> span)
    {
        var length = 0;
        while (length + 2 < span.Length && span[length] == '\\' && span[length + 1] is 'n' or 'r' or 't')
        {
            length += 2;
        }

        return length > 0 && (char.IsWhiteSpace(span[length]) || char.IsUpper(span[length])) ? length : 0;
    }

    private static void TrimTags(string text, ref int start, ref int end)
    {
        if (start + 2 < end && text[start] == '<' && (char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!'))
        {
            var close = text.AsSpan(start, Math.Min(end - start, LongestTag)).IndexOf('>');
            start += close < 0 ? 0 : close + 1;
        }

        if (end - 2 > start && text[end - 1] == '>')
        {
            var from = Math.Max(start, end - LongestTag);
            var open = text.AsSpan(from, end - from).LastIndexOf('<');
            if (open >= 0 && (char.IsAsciiLetter(text[from + open + 1]) || text[from + open + 1] == '/'))
            {
                end = from + open;
            }
        }
    }

    private static bool HasContent(ReadOnlySpan<char> span)
    {
        foreach (var c in span)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
