using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.Signals;

namespace ClaimTracker.Workflows.Elsa.Activities;

/// <summary>Any of our steps as an activity of Elsa. Which one it is, its type name says.</summary>
internal sealed class StepActivity : Activity
{
    /// <summary>The bookmark of a step that waits. Nothing has to be looked up in order to resume it.</summary>
    public static string BookmarkId(Execution execution, Waiting waiting) => $"{execution.Data.Instance}:{waiting.Key}";

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var execution = context.GetRequiredService<ElsaMove>().Execution;
        var activity = execution.Definition.Find(Id)!;
        var waiting = new Waiting
        {
            Key = execution.Visit(activity),
            ActivityId = Id,
            Parent = "",
        };
        await GoOnAsync(context, waiting, () => execution.Reach(activity, waiting));
    }

    /// <summary>
    /// Elsa stores the name of this method with each bookmark: another name would strand the reviews that wait.
    /// </summary>
    public async ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        var move = context.GetRequiredService<ElsaMove>();
        var (waiting, act, decision) = move.Resumption!;
        try
        {
            await GoOnAsync(context, waiting, () => move.Execution.Resume(waiting, decision, act));
        }
        catch (StepFailedException fault) when (decision is not null)
        {
            move.Failure = fault;
            Wait(context, waiting);
        }
        catch (StepFailedException)
        {
            move.Execution.Drop(waiting);
            throw;
        }
    }

    /// <inheritdoc />
    protected override void OnSignalReceived(object signal, SignalContext context)
    {
        var move = context.ReceiverActivityExecutionContext.GetRequiredService<ElsaMove>();
        if (
            signal is CancelSignal
            && context.IsSelf
            && move.IsUnderWay
            && move.Execution.Data.Waiting.Find(w => w.ActivityId == Id) is { } waiting
        )
            move.Execution.Drop(waiting);
    }

    private async Task GoOnAsync(ActivityExecutionContext context, Waiting waiting, Func<StepResult> act)
    {
        var variables = new StepVariables(context);
        variables.Read();
        var result = act();
        variables.Write();
        if (result.Outcomes is { } outcomes)
            await context.CompleteActivityWithOutcomesAsync([.. outcomes]);
        else
            Wait(context, waiting);
    }

    private void Wait(ActivityExecutionContext context, Waiting waiting) =>
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkId = BookmarkId(context.GetRequiredService<ElsaMove>().Execution, waiting),
                Stimulus = waiting.Key,
                Callback = ResumeAsync,
            }
        );
}
