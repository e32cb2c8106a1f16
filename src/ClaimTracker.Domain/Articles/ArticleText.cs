using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Domain;

/// <summary>What makes two texts the same article.</summary>
public static class ArticleText
{
    /// <summary>
    /// Line ends become <c>\n</c>, trailing blanks go, runs of blank lines become one, NULs and byte-order marks go.
    /// Everything else stays, since every claim points at characters of the result.
    /// </summary>
    public static string Normalize(string raw)
    {
        raw = PlainText.Of(raw);
        var text = new StringBuilder(raw.Length);
        var blankLines = 0;
        foreach (var line in raw.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim([' ', '\t', '\uFEFF', '\u00A0']);
            if (trimmed.IsEmpty)
            {
                blankLines++;
                continue;
            }

            if (text.Length > 0)
                text.Append(blankLines > 0 ? "\n\n" : "\n");
            blankLines = 0;
            foreach (var c in trimmed)
            {
                if (c != '\uFEFF')
                    text.Append(c);
            }
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of the text's UTF-8, lower-case hex.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
