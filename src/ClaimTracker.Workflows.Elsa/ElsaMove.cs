using System.Runtime.ExceptionServices;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Elsa.Activities;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;
using Elsa.Workflows;
using Elsa.Workflows.Runtime.Messages;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>What a step that waits is to hear when Elsa resumes it.</summary>
/// <param name="Waiting">The step.</param>
/// <param name="Act">What it is told.</param>
/// <param name="Decision">The decision, where it is told one. Whoever decided hears of a failure; else it stops the
/// review.</param>
internal sealed record Resumption(Waiting Waiting, Func<Step, StepContext, StepResult> Act, Decision? Decision = null);

/// <summary>The move that Elsa is making in this scope, which its activities add to.</summary>
internal sealed class ElsaMove
{
    private readonly List<Work> parked = [];
    private Execution? execution;
    private Exception? bug;

    /// <summary>The move. Elsa's API cannot make one: only the desk can.</summary>
    public Execution Execution =>
        execution
        ?? throw new InvalidOperationException("A review is moved at the desk, and not by running its workflow instance.");

    public bool IsUnderWay => execution is not null;

    /// <summary>What the step that is resumed is to hear.</summary>
    public Resumption? Resumption { get; set; }

    /// <summary>Why the step could make nothing of the decision.</summary>
    public StepFailedException? Failure { get; set; }

    /// <summary>How many activities ran.</summary>
    public int Begun { get; set; }

    /// <summary>
    /// Lets Elsa run. A bug in what it ran comes out, whatever Elsa made of it, so that the move is rolled back; and so does what
    /// failed in Elsa itself, which would end the review and say nothing.
    /// </summary>
    public async Task<RunWorkflowInstanceResponse> MakeAsync(Execution made, Func<Task<RunWorkflowInstanceResponse>> run)
    {
        (execution, Failure, bug, Begun) = (made, null, null, 0);
        parked.Clear();
        try
        {
            var response = await run();
            if (bug is not null)
                ExceptionDispatchInfo.Throw(bug);
            if (response.SubStatus == WorkflowSubStatus.Faulted)
                throw new InvalidOperationException(
                    $"Elsa could not go on: {string.Join("; ", response.Incidents.Select(i => $"{i.ActivityId}: {i.Message}"))}"
                );
            return response;
        }
        finally
        {
            Resumption = null;
            execution = null;
            made.Data.Queue = [.. parked];
        }
    }

    /// <summary>Stops the review at an activity, which a retry runs again. The first failure is the one that is told.</summary>
    public void Park(ActivityExecutionContext context, string? message)
    {
        var work = new Work(context.Activity.Id, context.Id, false);
        if (message is not null && !Execution.IsOver)
            Execution.Fault(work, message);
        parked.Add(work);
        MoveMiddleware.Hold(context);
    }

    public void Abort(Exception exception) => bug ??= exception;

    /// <summary>
    /// Brings what we keep of a review into line with where Elsa has left it: Elsa may have ended it, or dropped what waited.
    /// </summary>
    public static void Settle(Execution made, RunWorkflowInstanceResponse response)
    {
        var bookmarks = response.Bookmarks.Select(bookmark => bookmark.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var waiting in made.Data.Waiting.Where(w => !bookmarks.Contains(StepActivity.BookmarkId(made, w))).ToList())
            made.Drop(waiting);
        foreach (var (name, value) in response.Output ?? new Dictionary<string, object>())
            made.Data.Outputs[name] = ElsaValues.ToJson(value);
        if (response.Status == WorkflowStatus.Finished && !made.IsOver)
            made.Data.Status = ReviewStatus.Finished;
    }
}
