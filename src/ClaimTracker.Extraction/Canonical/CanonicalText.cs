using System.Buffers;
using System.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Puts spaces, commas and the first capital right after words were taken out.</summary>
internal static class CanonicalText
{
    private static readonly string[] KeptPrepositions =
    [
        " since",
        " until",
        " by",
        " before",
        " after",
        " from",
        " till",
        " of",
        " for",
        " with",
        " at",
        " to",
        " than",
        " between",
        " during",
        " through",
        " dated",
        " around",
        " about",
        " as",
    ];

    /// <summary>
    /// Appends an absolute time; "on" or "in" gives way where the text has a preposition already, and where the time is the
    /// subject.
    /// </summary>
    public static void AppendTime(StringBuilder words, string time, bool isSubject)
    {
        if (words.Length == 2 && (EndsWith(words, "on") || EndsWith(words, "in")))
            words.Clear();
        else if (EndsWith(words, " on") || EndsWith(words, " in"))
            words.Length -= 3;
        var bare = isSubject || Array.Exists(KeptPrepositions, preposition => EndsWith(words, preposition));
        words.Append(' ').Append(bare ? time.AsSpan(3) : time);
    }

    public static string Finish(StringBuilder words)
    {
        // One character more than there are: a quotation may have to be closed.
        var buffer = ArrayPool<char>.Shared.Rent(words.Length + 1);
        words.CopyTo(0, buffer, words.Length);
        var finished = Trim(buffer, Tidy(buffer.AsSpan(0, words.Length)));
        ArrayPool<char>.Shared.Return(buffer);
        return finished;
    }

    /// <summary>Tidies in place; returns how long the words are then.</summary>
    private static int Tidy(Span<char> words)
    {
        var length = 0;
        foreach (var word in words)
        {
            var c = char.IsWhiteSpace(word) ? ' ' : word;
            var last = length == 0 ? ' ' : words[length - 1];
            if (c == ' ' && last == ' ')
                continue;
            if (c is ',' or '.' or ';' && last == ' ' && length > 0)
                length--;
            last = length == 0 ? ' ' : words[length - 1];
            if (length == 0 && c is ',' or ';' or ':' or '-' or '–' or '—' or '.')
                continue;
            if (c == ',' && last == ';')
                continue;
            if (c is ',' or '.' or ':' && last is ',')
                length--;
            words[length++] = c;
        }

        return length;
    }

    private static string Trim(char[] buffer, int length)
    {
        var words = WithoutQuotes(buffer, ((ReadOnlySpan<char>)buffer.AsSpan(0, length)).TrimStart(" ,;:.").TrimEnd(" ,;:.–—-"));
        return words.Length > 0 && char.IsLower(words[0])
            ? string.Concat([char.ToUpperInvariant(words[0])], words[1..])
            : words.ToString();
    }

    /// <summary>
    /// A mark that lost its partner, or a pair around the whole, says nothing any more; speech that runs on into the next
    /// sentence ends here.
    /// </summary>
    private static ReadOnlySpan<char> WithoutQuotes(char[] buffer, ReadOnlySpan<char> words)
    {
        if (words.Length > 1 && IsMark(words[^1]) && IsOdd(words))
            words = words[..^1];
        else if (words.Length > 1 && words[0] is '“' or '"' && IsOdd(words))
            words = words[1..];
        else if (IsOdd(words))
            words = Closed(buffer, words);
        if (words.Length > 1 && words[0] is '“' or '"' && IsMark(words[^1]) && Marks(words) == 2)
            words = words[1..^1];
        words = words.TrimEnd(" ,.");
        // "…, as the ministry said".
        return words.EndsWith(", as", StringComparison.Ordinal) ? words[..^4] : words;
    }

    private static ReadOnlySpan<char> Closed(char[] buffer, ReadOnlySpan<char> words)
    {
        words.CopyTo(buffer);
        buffer[words.Length] = words.Contains('“') ? '”' : '"';
        return buffer.AsSpan(0, words.Length + 1);
    }

    private static bool IsMark(char c) => c is '”' or '"';

    private static bool IsOdd(ReadOnlySpan<char> words) => Marks(words) % 2 == 1;

    private static int Marks(ReadOnlySpan<char> words) => words.Count('“') + words.Count('”') + words.Count('"');

    private static bool EndsWith(StringBuilder words, string ending)
    {
        if (words.Length < ending.Length)
            return false;
        for (var i = 0; i < ending.Length; i++)
        {
            if (char.ToLowerInvariant(words[words.Length - ending.Length + i]) != ending[i])
                return false;
        }

        return true;
    }
}
