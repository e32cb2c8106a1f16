using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.Pipelines.ActivityExecution;

namespace ClaimTracker.Workflows.Elsa.Activities;

/// <summary>
/// Goes round each activity that Elsa runs, its own and ours: notes it in the trace, and lets what fails stop the review where a
/// retry can go on. Elsa itself would end the instance.
/// </summary>
internal sealed class MoveMiddleware(ActivityMiddlewareDelegate next) : IActivityExecutionMiddleware
{
    private const string Parked = "ClaimTracker.Parked";

    /// <summary>More than any definition needs between two waits; a circle without one is stopped here.</summary>
    private const int MaxActivities = 1_000;

    /// <summary>Keeps an activity that a retry is to run again from being taken for done.</summary>
    public static void Hold(ActivityExecutionContext context) =>
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = Parked, AutoComplete = false });

    /// <inheritdoc />
    public async ValueTask InvokeAsync(ActivityExecutionContext context)
    {
        var move = context.GetRequiredService<ElsaMove>();
        var execution = move.Execution;
        if (execution.Definition.Find(context.Activity.Id) is not { } activity)
        {
            await next(context);
            return;
        }

        context.WorkflowExecutionContext.Bookmarks.RemoveWhere(b => b.ActivityInstanceId == context.Id && b.Name == Parked);
        var begun = move.Begun++;
        if (activity.Container is not null)
        {
            await next(context);
            return;
        }

        if (execution.IsOver || begun >= MaxActivities)
        {
            move.Park(context, $"{MaxActivities} activities ran without one that waits; the definition goes in a circle");
            return;
        }

        var at = execution.Noted;
        try
        {
            await next(context);
        }
        catch (Exception fault) when (Cause(fault) is { } failed || context.Activity is not StepActivity)
        {
            move.Park(context, (Cause(fault) ?? fault).Message);
            return;
        }
        catch (Exception bug)
        {
            move.Abort(bug);
            throw;
        }

        new StepVariables(context).Read();
        if (context.Status == ActivityStatus.Completed)
            NoteLeft(move, context, activity, at);
    }

    /// <summary>With the activity its containers may have been left too, all but the outermost.</summary>
    private static void NoteLeft(ElsaMove move, ActivityExecutionContext context, Definitions.Activity activity, int at)
    {
        var execution = move.Execution;
        var waited =
            move.Resumption?.Waiting is { } waiting && waiting.ActivityId == activity.Id
                ? execution.NowUtc - waiting.BegunAt
                : null;
        execution.NoteLeft(
            activity,
            context.JournalData.TryGetValue("Outcomes", out var outcomes) ? (string[])outcomes : [Step.Done],
            at,
            waited
        );
        for (
            var outer = context.ParentActivityExecutionContext;
            outer?.Status == ActivityStatus.Completed;
            outer = outer.ParentActivityExecutionContext
        )
        {
            if (execution.Definition.Find(outer.Activity.Id) is { Parent: not null } container)
                execution.NoteLeft(container, [Step.Done], execution.Noted, waited: null);
        }
    }

    private static StepFailedException? Cause(Exception? fault) =>
        fault is null or StepFailedException ? fault as StepFailedException : Cause(fault.InnerException);
}
