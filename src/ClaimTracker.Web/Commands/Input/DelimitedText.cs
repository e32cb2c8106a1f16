using System.Text;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>A row of a table and the line that it begins on.</summary>
internal sealed record DelimitedRow(int Line, IReadOnlyList<string> Fields);

/// <summary>
/// Comma- or tab-separated text → rows. A field in quotes may hold separators and line breaks and doubles its quotes. In
/// tab-separated text a quote counts only where the field also ends with one: people's words are full of stray quotes.
/// </summary>
internal static class DelimitedText
{
    /// <summary>The rows; blank lines are left out.</summary>
    public static IEnumerable<DelimitedRow> Read(string text, char separator)
    {
        int at = 0, line = 1;
        while (at < text.Length)
        {
            var (start, first) = (at, line);
            var fields = new List<string>();
            do
            {
                fields.Add(Field(text, separator, ref at));
            }
            while (at < text.Length && text[at++] == separator);
            line += text.AsSpan(start, at - start).Count('\n');
            if (fields.Count > 1 || !string.IsNullOrWhiteSpace(fields[0])) yield return new DelimitedRow(first, fields);
        }
    }

    // Leaves the position on the separator or the line feed behind the field.
    private static string Field(string text, char separator, ref int at)
    {
        if (at < text.Length && text[at] == '"' && Quoted(text, separator, at) is { } quoted)
        {
            at = quoted.End;
            return quoted.Value;
        }

        var end = text.AsSpan(at).IndexOfAny(separator, '\n');
        end = end < 0 ? text.Length : at + end;
        var field = text[at..end].TrimEnd('\r');
        at = end;
        return field;
    }

    private static (string Value, int End)? Quoted(string text, char separator, int at)
    {
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                if (separator == '\t' && text[i] == '\t') return null;
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append('"');
                i++;
            }
            else
            {
                var end = i + 1 < text.Length && text[i + 1] == '\r' ? i + 2 : i + 1;
                if (end >= text.Length || text[end] == separator || text[end] == '\n') return (value.ToString(), end);
                if (separator == '\t') return null;
                value.Append('"');
            }
        }

        return null;
    }
}
