using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Starts reviews in the transaction of the act that asks for them, by themselves or with what else it does, and takes a start
/// back.
/// </summary>
public sealed class ReviewStart
{
    private readonly DeskDb _db;
    private readonly WorkflowLibrary _library;
    private readonly MoveWriter _writer;

    internal ReviewStart(DeskDb db, WorkflowLibrary library, MoveWriter writer) =>
        (_db, _library, _writer) = (db, library, writer);

    /// <summary>
    /// Starts a review by the latest published version of a definition. Call it within a commit, with nothing loaded before.
    /// </summary>
    /// <param name="request">What is started, and in whose name.</param>
    /// <param name="first">What is done to the claim before, or why nothing is; null where nothing has to be.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result<Review>> StartAsync(StartReview request, Func<Claim, Task<Result>>? first, CancellationToken cancel)
    {
        await _library.RefreshAsync(_db, cancel);
        if (_library.Catalog.Latest(request.DefinitionId) is not { } definition)
            return new Refusal("unknown-definition", $"No published workflow “{request.DefinitionId}” is loaded.");
        if (await _db.LoadClaimAsync(request.ClaimId, cancel) is not { } claim)
            return Claim.Unknown(request.ClaimId);
        if (first is not null && (await first(claim)).Refusal is { } refusal)
            return refusal;
        return await _writer.StartAsync(claim, definition, request, _db.Now, cancel);
    }

    /// <summary>
    /// Ends the review that is under way as if it had not begun; its row stays, as cancelled. Call it within a commit, with
    /// nothing loaded before. Refused where none is under way.
    /// </summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="then">What is done to the claim after, or why nothing is.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result> TakeBackAsync(long claimId, Actor by, Func<Claim, Result> then, CancellationToken cancel)
    {
        var underWay = await _db
            .Reviews.Where(Review.UnderWay)
            .Where(r => r.ClaimId == claimId && r.ParentId == null)
            .Select(r => r.Id)
            .ToListAsync(cancel);
        if (underWay is not [var id] || await _db.LoadReviewAsync(id, cancel) is not { } review)
            return Result.Refused("no-review", "No review of this claim is under way.");
        var ended = await _writer.CancelAsync(review, by.Name, _db.Now, cancel);
        return ended.IsOk ? then(review.Claim) : ended;
    }
}
