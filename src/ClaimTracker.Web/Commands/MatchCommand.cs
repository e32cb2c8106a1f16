using System.CommandLine;
using System.Text.Json;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands;

/// <summary><c>match</c>: statements in, the claims that were checked already and fit them out.</summary>
internal static class MatchCommand
{
    private const int UsualTop = 5;

    public static Command Create(CommandStreams streams)
    {
        var claims = new Option<string>("--claims")
        {
            Required = true,
            HelpName = "FILE",
            Description = "The claims to search in: records {id, text, title?}, one a line.",
        };
        var top = new Option<int>("--top")
        {
            HelpName = "N",
            Description = "How many matches a query gets at most.",
            DefaultValueFactory = _ => UsualTop,
        };
        top.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number < 1)
                result.AddError("--top: must be 1 or more.");
        });
        return RecordVerb.Create(
            "match",
            "Finds, for each text, the claims that fit it best, and says whether they say the same, the same with another figure, or something related.",
            streams,
            InputKind.Text,
            json => json.MatchesJson,
            parsed => Matcher(streams, parsed.GetRequiredValue(claims), parsed.GetValue(top)),
            claims,
            top
        );
    }

    private static Func<InputRecord, MatchesJson> Matcher(CommandStreams streams, string file, int top)
    {
        var records = new RecordReader(streams, InputKind.Text)
            .ReadAsync([file], ndjson: true, CancellationToken.None)
            .ToBlockingEnumerable();
        var (ids, claims) = (new List<JsonElement>(), new List<MatchText>());
        foreach (var record in records)
        {
            ids.Add(record.Id);
            claims.Add(Text(record));
        }

        var index = new ClaimIndex(claims);
        return query => new MatchesJson(
            query.Id,
            [
                .. index
                    .Search(Text(query), top)
                    .Select(found => new MatchJson(
                        ids[found.Claim],
                        Math.Round(found.Score, 6),
                        MatchJson.Named(found.Match.Relation),
                        found.Match.Parts
                    )),
            ]
        );
    }

    private static MatchText Text(InputRecord record) => new(record.Text!, record.Title, record.PublishedAt);
}
