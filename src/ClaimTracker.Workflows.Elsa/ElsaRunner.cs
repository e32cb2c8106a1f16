using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Elsa.Activities;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Messages;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>
/// Moves reviews on Elsa's runtime. Elsa decides which activity is next and keeps that in its own tables, in the transaction of
/// the move; the steps, their tasks and timers, and what may be decided by whom are the same as on our own runner. A review that
/// was begun there goes on there.
/// </summary>
internal sealed class ElsaRunner(IWorkflowRuntime runtime, ElsaMove move, DeskDefinitions definitions, IElsaDesk desk)
    : IReviewRunner
{
    private readonly OwnRunner own = new();

    /// <inheritdoc />
    public async Task<Move> StartAsync(
        CompiledDefinition definition,
        ReviewFacts facts,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        DateTime nowUtc,
        CancellationToken cancel
    )
    {
        var data = new StateData { VersionId = definition.VersionId, Instance = Guid.NewGuid().ToString("n") };
        foreach (var (name, value) in inputs)
            data.Inputs[name] = value?.DeepClone();
        var execution = new Execution(definition, data, facts, nowUtc);
        await definitions.EnsureAsync(definition, cancel);
        await RunAsync(
            execution,
            client =>
                client.CreateAndRunInstanceAsync(
                    new CreateAndRunWorkflowInstanceRequest
                    {
                        WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionVersionId(definition.VersionId),
                        CorrelationId = ElsaValues.Text(facts.ClaimId),
                        Input = ElsaValues.ToClr(data.Inputs),
                        IncludeWorkflowOutput = true,
                    },
                    cancel
                ),
            cancel
        );
        return execution.ToMove();
    }

    /// <inheritdoc />
    public async Task<Result<Move>> DecideAsync(
        ReviewPosition at,
        string taskKey,
        string decision,
        Actor who,
        JsonNode? payload,
        CancellationToken cancel
    )
    {
        if (at.State.Instance is null)
            return await own.DecideAsync(at, taskKey, decision, who, payload, cancel);
        if (ReviewRunner.NotRunning(at.State) is { } refusal)
            return refusal;
        var execution = Begin(at);
        var admission = ReviewRunner.Admit(execution, taskKey, new Decision(taskKey, decision, who, payload as JsonObject ?? []));
        if (admission is not { Value: { } admitted })
            return admission.Refusal!;
        await ResumeAsync(execution, new Resumption(admitted.Waiting, admitted.Act, admitted.Decision), cancel);
        return move.Failure is { } fault ? admitted.Failed(fault) : execution.ToMove();
    }

    /// <inheritdoc />
    public async Task<Result<Move>> TickAsync(ReviewPosition at, CancellationToken cancel)
    {
        if (at.State.Instance is null)
            return await own.TickAsync(at, cancel);
        var execution = Begin(at);
        for (var fired = 0; ; fired++)
        {
            if (execution.IsOver || ReviewRunner.NextDue(execution) is not { } due || fired == ReviewRunner.MaxTimersATick)
                return fired == 0 ? default(Result<Move>) : execution.ToMove();
            due.Waiting.Timers.Remove(due.Name);
            await ResumeAsync(execution, new Resumption(due.Waiting, (step, context) => step.OnTimer(context, due.Name)), cancel);
        }
    }

    /// <inheritdoc />
    public async Task<Result<Move>> ChildEndedAsync(
        ReviewPosition at,
        string childKey,
        JsonObject outputs,
        CancellationToken cancel
    )
    {
        if (at.State.Instance is null)
            return await own.ChildEndedAsync(at, childKey, outputs, cancel);
        var execution = Begin(at);
        if (execution.Data.Waiting.Find(w => w.HasChild && w.Key == childKey) is not { } waiting)
            return default;
        waiting.HasChild = false;
        await ResumeAsync(execution, new Resumption(waiting, (step, context) => step.OnChildEnded(context, outputs)), cancel);
        return execution.ToMove();
    }

    /// <inheritdoc />
    public async Task<Result<Move>> LookedAsync(ReviewPosition at, JsonObject met, CancellationToken cancel)
    {
        if (at.State.Instance is null)
            return await own.LookedAsync(at, met, cancel);
        if (at.State.Status != ReviewStatus.Suspended)
            return default;
        var execution = Begin(at);
        var waiting = ReviewRunner.WaitingForLooks(execution);
        foreach (var one in waiting)
        {
            // What Elsa dropped while another went on hears nothing.
            if (execution.IsOver || !execution.Data.Waiting.Contains(one))
                continue;
            one.HasLooks = false;
            await ResumeAsync(execution, new Resumption(one, (step, context) => step.OnLooked(context, met)), cancel);
        }

        return waiting.Count == 0 ? default(Result<Move>) : execution.ToMove();
    }

    /// <inheritdoc />
    public async Task<Result<Move>> ProposalChangedAsync(ReviewPosition at, CancellationToken cancel)
    {
        if (at.State.Instance is null || at.State.Status.IsOver())
            return await own.ProposalChangedAsync(at, cancel);
        var execution = Begin(at);
        var (status, fault) = (at.State.Status, at.State.Fault);

        // Elsa runs nothing of a review that stands still; what only begins its visit anew stands still again afterwards.
        execution.Data.Status = ReviewStatus.Suspended;
        foreach (
            var waiting in execution
                .Data.Waiting.Where(w => w.Task is not null && execution.Definition.Find(w.ActivityId)!.Step is Vote)
                .ToList()
        )
            await ResumeAsync(execution, new Resumption(waiting, (step, context) => step.OnProposalChanged(context)), cancel);
        if (execution.Data.Status == ReviewStatus.Suspended)
            (execution.Data.Status, execution.Data.Fault) = (status, fault);
        execution.Data.Queue = [.. at.State.Data.Queue];
        return execution.ToMove();
    }

    /// <inheritdoc />
    public async Task<Result<Move>> RetryAsync(ReviewPosition at, CancellationToken cancel)
    {
        if (at.State.Instance is null || at.State.Status != ReviewStatus.Faulted)
            return await own.RetryAsync(at, cancel);
        var execution = Begin(at);
        execution.Data.Status = ReviewStatus.Suspended;
        execution.Data.Fault = null;
        var parked = new Queue<Work>(at.State.Data.Queue);
        while (!execution.IsOver && parked.TryDequeue(out var work))
            await RunAsync(
                execution,
                client =>
                    client.RunInstanceAsync(
                        Request(execution, handle: ActivityHandle.FromActivityInstanceId(work.Parent)),
                        cancel
                    ),
                cancel
            );
        execution.Data.Queue.AddRange(parked);
        return execution.ToMove();
    }

    /// <inheritdoc />
    public async Task<Result<Move>> CancelAsync(ReviewState state, DateTime nowUtc, CancellationToken cancel)
    {
        var cancelled = ReviewRunner.Cancel(state, nowUtc);
        if (cancelled.IsOk && state.Instance is { } instance)
            await (await runtime.CreateClientAsync(instance, cancel)).CancelAsync(cancel);
        return cancelled;
    }

    private static Execution Begin(ReviewPosition at) => ReviewRunner.Begin(at.Definition, at.State, at.Facts, at.NowUtc);

    private Task ResumeAsync(Execution execution, Resumption resumption, CancellationToken cancel)
    {
        move.Resumption = resumption;
        var bookmark = StepActivity.BookmarkId(execution, resumption.Waiting);
        return RunAsync(execution, client => client.RunInstanceAsync(Request(execution, bookmark), cancel), cancel);
    }

    private static RunWorkflowInstanceRequest Request(
        Execution execution,
        string? bookmark = null,
        ActivityHandle? handle = null
    ) =>
        new()
        {
            BookmarkId = bookmark,
            ActivityHandle = handle,
            Input = ElsaValues.ToClr(execution.Data.Inputs),
            IncludeWorkflowOutput = true,
        };

    private async Task RunAsync(
        Execution execution,
        Func<IWorkflowClient, Task<RunWorkflowInstanceResponse>> run,
        CancellationToken cancel
    )
    {
        await desk.LockAsync(execution.Facts.ClaimId, cancel);
        var client = await runtime.CreateClientAsync(execution.Data.Instance, cancel);
        ElsaMove.Settle(execution, await move.MakeAsync(execution, () => run(client)));
    }
}
