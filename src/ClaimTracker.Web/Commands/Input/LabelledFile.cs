using System.Globalization;
using System.Text.Json;
using ClaimTracker.Extraction.CheckWorthiness.Training;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>A file of labelled sentences: a table with a header, a table without one, or JSON lines.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">The column of the sentence: its name, or its number from 1 where there is no header.</param>
/// <param name="Label">The column of the label.</param>
/// <param name="Group">The column that keeps sentences together, or null.</param>
/// <param name="Positive">The label of what is worth checking; null for yes, true, 1 and their like.</param>
internal sealed record LabelledFile(string Path, string Text, string Label, string? Group, string? Positive)
{
    private const int MostNamed = 8;
    private static readonly string[] UsualPositives =
    [
        "1",
        "true",
        "yes",
        "y",
        "positive",
        "cfs",
        "check-worthy",
        "checkworthy",
        "claim",
    ];

    // To say which labels there are, where the one looked for is not among them.
    private readonly SortedSet<string> _labels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads every sentence.</summary>
    /// <param name="format">tsv, csv or ndjson; null to go by the file's name.</param>
    /// <exception cref="InputException">The file, a line or a column is missing or wrong, or all labels mean the
    /// same.</exception>
    public IReadOnlyList<LabelledSentence> Read(string? format)
    {
        var kind =
            format
            ?? System.IO.Path.GetExtension(Path).ToLowerInvariant() switch
            {
                ".csv" => "csv",
                ".ndjson" or ".jsonl" => "ndjson",
                _ => "tsv",
            };
        var content = Content();
        IReadOnlyList<LabelledSentence> sentences =
            kind == "ndjson" ? [.. Lines(content)] : [.. Rows(content, kind == "csv" ? ',' : '\t')];
        RefuseOneSided(sentences);
        return sentences;
    }

    private void RefuseOneSided(IReadOnlyList<LabelledSentence> sentences)
    {
        if (sentences.Count == 0)
            throw new InputException($"{Path}: holds no sentence.");
        var positives = sentences.Count(sentence => sentence.CheckWorthy);
        if (positives > 0 && positives < sentences.Count)
            return;
        var labels =
            string.Join(", ", _labels.Take(MostNamed).Select(label => $"\"{label}\"")) + (_labels.Count > MostNamed ? " …" : "");
        throw new InputException(
            $"{Path}: {Label}: {(positives == 0 ? "no" : "every")} sentence is labelled as worth checking ({(Positive is null ? "yes, true, 1 or their like" : $"\"{Positive}\"")}); "
                + $"the labels are: {labels}. Both sides are needed; --positive says which label is the one."
        );
    }

    private string Content()
    {
        try
        {
            var decoded = TextDecoder.Decode(File.ReadAllBytes(Path), null);
            return decoded.Refusal is { } refusal ? throw new InputException($"{Path}: {refusal.Message}") : decoded.Value!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Path}: cannot be read: {e.Message}");
        }
    }

    private IEnumerable<LabelledSentence> Lines(string content)
    {
        using var reader = new StringReader(content);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var json = RecordParser.Object(line, $"{Path}:{number}");
            yield return new LabelledSentence(
                Field(json, Text, number),
                IsPositive(Field(json, Label, number)),
                Group is null ? null : Field(json, Group, number)
            );
        }
    }

    private string Field(JsonElement json, string field, int line) =>
        !json.TryGetProperty(field, out var value) ? throw new InputException($"{Path}:{line}: {field}: missing.")
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    private IEnumerable<LabelledSentence> Rows(string content, char separator)
    {
        int text = -1,
            label = -1,
            group = -1;
        foreach (var row in DelimitedText.Read(content, separator, Path))
        {
            if (text < 0)
            {
                (text, label, group) = (Column(row, Text), Column(row, Label), Group is null ? 0 : Column(row, Group));
                if (row.Fields.Contains(Text))
                    continue;
            }

            if (row.Fields.Count <= Math.Max(Math.Max(text, label), group))
            {
                throw new InputException(
                    $"{Path}:{row.Line}: has {row.Fields.Count} columns, too few for {Text} and {Label}; is the separator right (--format)?"
                );
            }

            yield return new LabelledSentence(
                row.Fields[text],
                IsPositive(row.Fields[label]),
                Group is null ? null : row.Fields[group]
            );
        }
    }

    private int Column(DelimitedRow header, string column)
    {
        var at = header.Fields.ToList().IndexOf(column);
        if (at >= 0)
            return at;
        if (
            int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= header.Fields.Count
        )
        {
            return number - 1;
        }

        throw new InputException(
            $"{Path}:{header.Line}: no column \"{column}\"; there are: {string.Join(", ", header.Fields)}. A table without a header takes numbers, from 1."
        );
    }

    private bool IsPositive(string label)
    {
        var trimmed = label.Trim();
        _labels.Add(trimmed);
        return Positive is null
            ? UsualPositives.Contains(trimmed, StringComparer.OrdinalIgnoreCase)
            : trimmed.Equals(Positive, StringComparison.OrdinalIgnoreCase);
    }
}
