using System.CommandLine;
using ClaimTracker.Extraction;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Commands;

/// <summary><c>read</c>: articles in, everything that was found in each sentence out.</summary>
internal static class ReadCommand
{
    public static Command Create(CommandStreams streams)
    {
        var published = TextOptions.Published();
        var model = TextOptions.Model();
        return RecordVerb.Create(
            "read",
            "Reads articles: sentences with their figures, times, sources and scores, and the claims that belong into triage.",
            streams,
            InputKind.TextOrHtml,
            json => json.ReadingJson,
            parsed => Reader(parsed.GetValue(published), TextOptions.ReadModel(parsed.GetValue(model))),
            published,
            model
        );
    }

    private static ArticleContent Page(InputRecord record, string html)
    {
        var extracted = ArticleExtractor.Extract(html, record.Url);
        return extracted.Value ?? throw new RecordRefusedException(extracted.Refusal!.Message);
    }

    private static Func<InputRecord, ReadingJson> Reader(DateOnly? published, CheckWorthinessModel? model) =>
        record =>
        {
            var page = record.Html is { } html ? Page(record, html) : null;
            var text = page?.Text ?? record.Text!;
            var day = record.PublishedAt ?? page?.PublishedAt ?? published;
            var reading = ArticleReader.Read(text, day, model);
            return new ReadingJson(
                record.Id,
                record.Title ?? page?.Title,
                day,
                reading.Language,
                page?.Text,
                [.. reading.Sentences.Select(s => SentenceJson.Of(s, text))]
            );
        };
}
