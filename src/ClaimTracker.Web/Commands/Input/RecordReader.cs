using System.Runtime.CompilerServices;
using System.Text;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Commands.Input;

/// <summary>Files and standard input → records, one in memory at a time.</summary>
/// <param name="streams">Where standard input comes from.</param>
/// <param name="kind">What the verb works on.</param>
internal sealed class RecordReader(CommandStreams streams, InputKind kind)
{
    /// <summary>Every record of every file in order; of standard input where no file is named.</summary>
    /// <exception cref="InputException">A file or a record cannot be read.</exception>
    public async IAsyncEnumerable<InputRecord> ReadAsync(
        IReadOnlyList<string> files,
        bool ndjson,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        if (files.Count == 0)
        {
            await foreach (var record in ReadStreamAsync(streams.In, null, ndjson, cancel))
                yield return record;
            yield break;
        }

        foreach (var file in files)
        {
            await using var stream = Open(file);
            var lines = (ndjson && !WebPage.IsNamed(file)) || Extension(file) is ".ndjson" or ".jsonl";
            await foreach (var record in ReadStreamAsync(stream, file, lines, cancel))
                yield return record;
        }
    }

    private IAsyncEnumerable<InputRecord> ReadStreamAsync(Stream stream, string? file, bool lines, CancellationToken cancel) =>
        lines ? ReadLinesAsync(stream, file ?? "stdin", cancel) : ReadWholeAsync(stream, file, cancel);

    private async IAsyncEnumerable<InputRecord> ReadLinesAsync(
        Stream stream,
        string origin,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        // Bad UTF-8 becomes U+FFFD here: one damaged word must not cost the other records.
        using var reader = new StreamReader(stream, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        for (var number = 1; await reader.ReadLineAsync(cancel) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return RecordParser.Parse(line, $"{origin}:{number}", kind);
        }
    }

    private async IAsyncEnumerable<InputRecord> ReadWholeAsync(
        Stream stream,
        string? file,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, cancel);
        var decoded = TextDecoder.Decode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), null);
        if (decoded.Refusal is { } refusal)
            throw new InputException($"{file ?? "stdin"}: {refusal.Message}");
        foreach (var record in Records(decoded.Value!, file))
            yield return record;
    }

    private IEnumerable<InputRecord> Records(string content, string? file)
    {
        var origin = file ?? "stdin";
        if (kind == InputKind.Fields)
        {
            return RecordFile.Read(content, origin, kind)
                ?? throw new InputException(
                    $"{origin}: not valid JSON: one object, a list of objects, or one object a line is expected."
                );
        }

        if (file is not null && WebPage.IsNamed(file))
            return [Single(content, file, kind != InputKind.Text)];
        if (RecordFile.Read(content, origin, kind) is { } records)
            return records;
        if (file is not null && Extension(file) == ".json")
        {
            throw new InputException(
                $"{origin}: not valid JSON: one object, a list of objects, or one object a line is expected."
            );
        }

        return [Single(content, file, kind == InputKind.Html || (kind == InputKind.TextOrHtml && WebPage.BeginsIn(content)))];
    }

    private static InputRecord Single(string content, string? file, bool html) =>
        new(file is null ? InputIds.None : InputIds.OfFile(file), file ?? "stdin", html ? null : content, html ? content : null);

    internal static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be read: {e.Message}");
        }
    }

    private static string Extension(string file) => Path.GetExtension(file).ToLowerInvariant();
}
