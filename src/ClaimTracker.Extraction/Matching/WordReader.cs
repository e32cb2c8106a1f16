using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Text → the words that count: lower case, without addresses, pictures and emoji; hashtags and handles taken apart at
/// their capitals; figures without separators. Reads what people post as well as what editors write.
/// </summary>
internal static class WordReader
{
    private static readonly string[] Addresses =
    [
        "http://",
        "https://",
        "www.",
        "pic.twitter.com",
        "t.co/",
        "bit.ly/",
        "youtu.be/",
    ];

    /// <summary>Adds the words of a text.</summary>
    public static void Read(ReadOnlySpan<char> text, List<MatchWord> into)
    {
        foreach (var range in text.SplitAny(" \t\r\n\u00A0\u2009\u202F"))
        {
            var chunk = text[range];
            if (!chunk.IsEmpty && !IsAddress(chunk))
                ReadChunk(chunk, into);
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> chunk)
    {
        var bare = chunk.TrimStart("(\"'“‘[<");
        foreach (var address in Addresses)
        {
            if (bare.StartsWith(address, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static void ReadChunk(ReadOnlySpan<char> chunk, List<MatchWord> into)
    {
        var tag = chunk.ContainsAny('#', '@');
        for (var at = 0; at < chunk.Length; )
        {
            if (!char.IsLetterOrDigit(chunk[at]))
            {
                at++;
                continue;
            }

            var end = char.IsDigit(chunk[at]) ? EndOfNumber(chunk, at) : EndOfWord(chunk, at, tag);
            Add(chunk[at..end], into);
            at = end;
        }
    }

    private static int EndOfNumber(ReadOnlySpan<char> chunk, int at)
    {
        var end = at + 1;
        while (
            end < chunk.Length
            && (
                char.IsLetterOrDigit(chunk[end])
                || (chunk[end] is ',' or '.' && end + 1 < chunk.Length && char.IsDigit(chunk[end + 1]))
            )
        )
        {
            end++;
        }

        return end;
    }

    // A tag ends a word at each capital that follows a small letter (#StopTheSteal); elsewhere names keep theirs (McDonald).
    // Dots within initials ("U.S.") do not end one.
    private static int EndOfWord(ReadOnlySpan<char> chunk, int at, bool tag)
    {
        var end = at + 1;
        for (; end < chunk.Length; end++)
        {
            var c = chunk[end];
            if (c is '\'' or '’' && end + 1 < chunk.Length && char.IsLetter(chunk[end + 1]))
                continue;
            if (c == '.' && end + 1 < chunk.Length && char.IsLetter(chunk[end + 1]) && IsInitial(chunk, end))
                continue;
            if (
                !char.IsLetterOrDigit(c)
                || (tag && char.IsUpper(c) && char.IsLower(chunk[end - 1]))
                || (tag && char.IsDigit(c) != char.IsDigit(chunk[end - 1]))
            )
            {
                break;
            }
        }

        return end;
    }

    // "US", "WHO" and "U.S." say something where "us" and "who" do not.
    private static bool IsAbbreviation(ReadOnlySpan<char> written)
    {
        if (written.Length < 2)
            return false;
        foreach (var c in written)
        {
            if (!char.IsUpper(c) && c != '.')
                return false;
        }

        return true;
    }

    private static bool IsInitial(ReadOnlySpan<char> chunk, int dot) =>
        (dot == 1 || !char.IsLetter(chunk[dot - 2])) && (dot + 2 >= chunk.Length || !char.IsLetter(chunk[dot + 2]));

    private static void Add(ReadOnlySpan<char> written, List<MatchWord> into)
    {
        Span<char> buffer = stackalloc char[64];
        var length = 0;
        foreach (var c in written)
        {
            if (length == buffer.Length)
                break;
            if (char.IsLetterOrDigit(c))
                buffer[length++] = Latin.Fold(char.ToLowerInvariant(c));
            else if (c is '\'' or '’')
                buffer[length++] = '\'';
            else if (c == '.' && char.IsDigit(written[0]))
                buffer[length++] = '.';
        }

        var word = buffer[..length];
        if (word.EndsWith("'s"))
            word = word[..^2];
        if (word.Length == 0)
            return;
        var plain = word.ToString();
        var stem = word[..Stemmer.Stem(word)];
        into.Add(
            new MatchWord(
                plain,
                Variants.Of(stem) ?? stem.ToString(),
                char.IsUpper(written[0]),
                StopWords.Has(plain) && !IsAbbreviation(written)
            )
        );
    }
}
