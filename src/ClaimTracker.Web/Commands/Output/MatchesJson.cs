using System.Text.Json;
using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>What <c>match</c> prints of one query, best match first.</summary>
internal sealed record MatchesJson(JsonElement Id, IReadOnlyList<MatchJson> Matches);

/// <summary>A claim that fits. <c>relation</c> is one of same, other-figure, related.</summary>
internal sealed record MatchJson(JsonElement Id, double Score, string Relation)
{
    public static string Named(MatchRelation relation) => relation switch
    {
        MatchRelation.Same => "same",
        MatchRelation.OtherFigure => "other-figure",
        _ => "related",
    };
}
