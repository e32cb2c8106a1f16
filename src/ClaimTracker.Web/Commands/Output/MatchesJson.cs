using System.Text.Json;
using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>What <c>match</c> prints of one query, best match first.</summary>
internal sealed record MatchesJson(JsonElement Id, IReadOnlyList<MatchJson> Matches);

/// <summary>
/// A claim that fits. <c>score</c> is the probability that a person would call it a check of the query, <c>relation</c> one of
/// same, other-figure, related, <c>parts</c> the words that part the two, empty for same.
/// </summary>
internal sealed record MatchJson(JsonElement Id, double Score, string Relation, IReadOnlyList<string> Parts)
{
    public static string Named(MatchRelation relation) =>
        relation switch
        {
            MatchRelation.Same => "same",
            MatchRelation.OtherFigure => "other-figure",
            MatchRelation.Related => "related",
            _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
        };
}
