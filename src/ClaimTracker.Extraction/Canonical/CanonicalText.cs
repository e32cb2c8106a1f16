using System.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Puts spaces, commas and the first capital right after words were taken out.</summary>
internal static class CanonicalText
{
    private static readonly string[] s_keptPrepositions =
    [
        " since", " until", " by", " before", " after", " from", " till", " of", " for", " with", " at", " to", " than", " between", " during",
        " through", " dated", " around", " about", " as",
    ];

    /// <summary>Appends an absolute time; "on" or "in" gives way where the text has a preposition already.</summary>
    public static void AppendTime(StringBuilder words, string time)
    {
        if (words.Length == 2 && (EndsWith(words, "on") || EndsWith(words, "in")))
            words.Clear();
        else if (EndsWith(words, " on") || EndsWith(words, " in"))
            words.Length -= 3;
        var bare = Array.Exists(s_keptPrepositions, preposition => EndsWith(words, preposition));
        words.Append(' ').Append(bare ? time.AsSpan(3) : time);
    }

    public static string Finish(StringBuilder words)
    {
        var tidy = new StringBuilder(words.Length);
        foreach (var word in words.ToString())
        {
            var c = char.IsWhiteSpace(word) ? ' ' : word;
            var last = tidy.Length == 0 ? ' ' : tidy[^1];
            if (c == ' ' && last == ' ')
                continue;
            if (c is ',' or '.' or ';' && last == ' ' && tidy.Length > 0)
                tidy.Length--;
            last = tidy.Length == 0 ? ' ' : tidy[^1];
            if (tidy.Length == 0 && c is ',' or ';' or ':' or '-' or '–' or '—' or '.')
                continue;
            if (c == ',' && last == ';')
                continue;
            if (c is ',' or '.' && last is ',')
                tidy.Length--;
            tidy.Append(c);
        }

        return Trim(tidy.ToString());
    }

    private static string Trim(string words)
    {
        words = words.TrimStart(' ', ',', ';', ':', '.').TrimEnd(' ', ',', ';', ':', '.', '–', '—', '-');
        words = WithoutQuotes(words);
        return words.Length > 0 && char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }

    /// <summary>A mark that lost its partner, or a pair around the whole, says nothing any more; speech that runs on into the next sentence ends here.</summary>
    private static string WithoutQuotes(string words)
    {
        if (words.Length > 1 && words[^1] is '”' or '"' && IsOdd(words))
            words = words[..^1];
        else if (words.Length > 1 && words[0] is '“' or '"' && IsOdd(words))
            words = words[1..];
        else if (IsOdd(words))
            words += words.Contains('“', StringComparison.Ordinal) ? '”' : '"';
        if (words.Length > 1 && words[0] is '“' or '"' && words[^1] is '”' or '"' && Marks(words) == 2)
            words = words[1..^1];
        return words.TrimEnd(' ', ',', '.');
    }

    private static bool IsOdd(string words) => Marks(words) % 2 == 1;

    private static int Marks(string words) => words.Count(c => c is '“' or '”' or '"');

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
