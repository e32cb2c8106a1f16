using CsvHelper;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>A row of a table and the line that it begins on.</summary>
internal sealed record DelimitedRow(long Line, IReadOnlyList<string> Fields);

/// <summary>
/// Comma- or tab-separated text → rows, as RFC 4180 has it: a field in quotes may hold separators and line breaks and doubles
/// its quotes. A quote inside a field without quotes is a letter.
/// </summary>
internal static class DelimitedText
{
    /// <summary>The rows; blank lines are left out.</summary>
    /// <param name="text">The table, without a byte order mark.</param>
    /// <param name="separator">A comma or a tab.</param>
    /// <param name="path">The file's name, for what is said about it.</param>
    /// <exception cref="InputException">Quotes of comma-separated text do not end where their field does.</exception>
    public static IEnumerable<DelimitedRow> Read(string text, char separator, string path)
    {
        var literal = separator == '\t' && HasStrayQuotes(text);
        using var reader = literal
            ? CsvReader.FromText(text, Options(separator, CsvMode.NoEscape, null))
            : CsvReader.FromText(
                text,
                Options(
                    separator,
                    CsvMode.Rfc4180,
                    broken => throw new InputException($"{path}:{broken.LineNumber}: {Fault(broken.Reason)}")
                )
            );
        foreach (var row in reader)
        {
            var fields = row.ToArray();
            if (fields.Length == 1 && string.IsNullOrWhiteSpace(fields[0]))
                continue;
            yield return new DelimitedRow(reader.LineNumber, literal ? Array.ConvertAll(fields, Unquoted) : fields);
        }
    }

    private static CsvReaderOptions Options(char separator, CsvMode mode, Action<CsvMalformedRecord>? onBroken) =>
        new()
        {
            Separator = separator,
            HasHeader = false,
            Mode = mode,
            TrackLineNumbers = true,
            OnMalformedRecord = onBroken is null
                ? null
                : record =>
                {
                    if (IsBroken(record))
                        onBroken(record);
                },
        };

    // Only a record's first fault is told: behind a quote that is a mere letter, one that swallows lines may hide.
    private static bool IsBroken(CsvMalformedRecord record) =>
        record.Reason != CsvMalformedReason.StrayQuote || record.RawRecord.AsSpan().ContainsAny('\r', '\n');

    private static string Fault(CsvMalformedReason reason) =>
        (
            reason switch
            {
                CsvMalformedReason.UnterminatedQuote => "a field begins with a quote that is never closed",
                CsvMalformedReason.TextAfterClosingQuote => "a field in quotes goes on behind its closing quote",
                _ => "a quote stands inside a field that does not begin with one",
            }
        ) + "; put a field with quotes in quotes and write those inside it twice.";

    // People's words are full of stray quotes, and tabs in quotes are rare: text where quotes do not end with their field, or
    // hold tabs, is read line by line.
    private static bool HasStrayQuotes(string text)
    {
        var stray = false;
        using var reader = CsvReader.FromText(text, Options('\t', CsvMode.Rfc4180, _ => stray = true));
        while (!stray && reader.Read())
            stray |= Enumerable.Range(0, reader.FieldCount).Any(field => reader.GetSpan(field).Contains((byte)'\t'));
        return stray;
    }

    private static string Unquoted(string field)
    {
        if (field is not ['"', .., '"'])
            return field;
        var inside = field[1..^1].Replace("\"\"", "\0", StringComparison.Ordinal);
        return inside.Contains('"', StringComparison.Ordinal) ? field : inside.Replace('\0', '"');
    }
}
