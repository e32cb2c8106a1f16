using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What moves a review without a decision: time, the end of a child, and what looks met.</summary>
public static partial class ReviewRunner
{
    internal const int MaxTimersATick = 1_000;

    /// <summary>Fires the timers that are due, earliest first. Null where none is due.</summary>
    public static Move? Tick(CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc)
    {
        var execution = Begin(definition, state, facts, nowUtc);
        for (var fired = 0; ; fired++)
        {
            if (execution.IsOver || NextDue(execution) is not { } due || fired == MaxTimersATick)
                return fired == 0 ? null : execution.ToMove();
            due.Waiting.Timers.Remove(due.Name);
            Continue(execution, due.Waiting, (step, context) => step.OnTimer(context, due.Name));
        }
    }

    /// <summary>Goes on after a child review that was waited for. Null where nothing waits for it any more.</summary>
    /// <param name="definition">The parent's definition.</param>
    /// <param name="state">The parent's state.</param>
    /// <param name="facts">The claim as it stands.</param>
    /// <param name="childKey">From <see cref="Effects.StartChild"/>.</param>
    /// <param name="outputs">The child's outputs.</param>
    /// <param name="nowUtc">The instant of the move.</param>
    public static Move? ChildEnded(
        CompiledDefinition definition,
        ReviewState state,
        ReviewFacts facts,
        string childKey,
        JsonObject outputs,
        DateTime nowUtc
    )
    {
        var execution = Begin(definition, state, facts, nowUtc);
        if (execution.Data.Waiting.Find(w => w.HasChild && w.Key == childKey) is not { } waiting)
            return null;
        waiting.HasChild = false;
        Continue(execution, waiting, (step, context) => step.OnChildEnded(context, outputs));
        return execution.ToMove();
    }

    /// <summary>Goes on with the steps that wait for looks. Null where none does.</summary>
    /// <param name="definition">The version that the review keeps.</param>
    /// <param name="state">The review.</param>
    /// <param name="facts">The claim as it stands.</param>
    /// <param name="met">What the looks met, as <see cref="LookFields"/> has it.</param>
    /// <param name="nowUtc">The instant of the move.</param>
    public static Move? Looked(
        CompiledDefinition definition,
        ReviewState state,
        ReviewFacts facts,
        JsonObject met,
        DateTime nowUtc
    )
    {
        if (state.Status != ReviewStatus.Suspended)
            return null;
        var execution = Begin(definition, state, facts, nowUtc);
        var waiting = WaitingForLooks(execution);
        // What was overtaken while another went on hears nothing.
        foreach (var one in waiting.Where(one => !execution.IsOver && execution.Data.Waiting.Contains(one)))
        {
            one.HasLooks = false;
            Continue(execution, one, (step, context) => step.OnLooked(context, met));
        }

        return waiting.Count == 0 ? null : execution.ToMove();
    }

    internal static List<Waiting> WaitingForLooks(Execution execution) => execution.Data.Waiting.FindAll(w => w.HasLooks);

    private static void Continue(Execution execution, Waiting waiting, Func<Step, StepContext, StepResult> act)
    {
        try
        {
            execution.Continue(waiting, null, act);
        }
        catch (StepFailedException fault)
        {
            execution.Fault(waiting, fault.Message);
            return;
        }

        execution.Run();
    }

    /// <summary>The timer that is due first, if one is.</summary>
    internal static (Waiting Waiting, string Name)? NextDue(Execution execution)
    {
        var due = execution
            .Data.Waiting.SelectMany(w => w.Timers.Select(t => (Waiting: w, Name: t.Key, At: t.Value)))
            .Where(t => t.At <= execution.NowUtc)
            .OrderBy(t => t.At)
            .ThenBy(t => t.Waiting.Key, StringComparer.Ordinal)
            .ThenBy(t => t.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return due.Waiting is null ? null : (due.Waiting, due.Name);
    }
}
