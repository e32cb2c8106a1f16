using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Drawing;
using ClaimTracker.Workflows.Runner;
using Microsoft.AspNetCore.Html;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Draws the path of a review on the version of the definition that it keeps.</summary>
public sealed class ReviewDrawing(WorkflowLibrary library)
{
    /// <summary>What people call an activity of the version that the review keeps.</summary>
    public string TitleOf(Review review, string activityId) => library.Catalog.ByVersionId(review.VersionId)!.TitleOf(activityId);

    /// <summary>The drawing and the path in a sentence.</summary>
    public (HtmlString Svg, string Words) Of(Review review)
    {
        var definition = library.Catalog.ByVersionId(review.VersionId)!;
        var state = ReviewState.Parse(review.State);
        var path = new ReviewPath(
            [.. review.Steps.OrderBy(s => s.Id).Select(s => new TraceEntry(s.ActivityId, s.Outcome, s.At))],
            state.WaitingAt,
            state.Fault?.ActivityId
        );
        return (
            new HtmlString(DefinitionDrawing.ToSvg(definition, path, $"review-{review.Id}")),
            DefinitionWords.Of(definition, path)
        );
    }
}
