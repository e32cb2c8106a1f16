using System.CommandLine;
using ClaimTracker.Extraction;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;

namespace ClaimTracker.Web.Commands;

/// <summary><c>score</c>: sentences in, how likely each holds something worth checking out.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandStreams streams)
    {
        var model = TextOptions.Model();
        return RecordVerb.Create(
            "score",
            "Says how likely each text, taken as one sentence, holds something worth checking, and why.",
            streams,
            InputKind.Text,
            json => json.ScoreJson,
            parsed =>
            {
                var scorer = TextOptions.ReadModel(parsed.GetValue(model));
                return record =>
                {
                    var reading = ArticleReader.ReadSentence(record.Text!, record.PublishedAt, scorer);
                    return new ScoreJson(record.Id, Math.Round(reading.Score, 6), reading.Reasons);
                };
            },
            model
        );
    }
}
