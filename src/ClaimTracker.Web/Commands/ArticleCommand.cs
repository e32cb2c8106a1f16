using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Commands;

/// <summary><c>article</c>: web pages in, articles out.</summary>
internal static class ArticleCommand
{
    public static Command Create(CommandStreams streams) =>
        RecordVerb.Create(
            "article",
            "Takes the article out of web pages: title, byline, day of publication, site, language and text.",
            streams,
            InputKind.Html,
            json => json.ArticleJson,
            _ => Extract
        );

    private static ArticleJson Extract(InputRecord record)
    {
        var extracted = ArticleExtractor.Extract(record.Html!, record.Url);
        return extracted is { Value: { } article }
            ? new ArticleJson(
                record.Id,
                article.Title,
                article.Byline,
                article.PublishedAt,
                article.SiteName,
                article.Language,
                article.Text,
                article.NoArticle
            )
            : new ArticleJson(record.Id, null, null, null, null, null, "", extracted.Refusal!.Message);
    }
}
