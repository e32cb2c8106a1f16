using System.Reflection;
using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Steps;

/// <summary>
/// What an activity does, with no knowledge of the engine that runs it. Steps hold nothing: what must outlast a wait is
/// in the context.
/// </summary>
public abstract class Step
{
    /// <summary>The only outcome of a step that has no others.</summary>
    public const string Done = "Done";

    /// <summary>The name in definitions.</summary>
    public string Type => GetType().GetCustomAttribute<StepTypeAttribute>()!.Name;

    /// <summary>The step in words and data.</summary>
    public abstract StepDescription Description { get; }

    /// <summary>What the step ends besides itself.</summary>
    public virtual Ending Ends => Ending.Nothing;

    /// <summary>The outcomes that the activity can leave by. Each must be connected, or all by <see cref="Done"/>.</summary>
    public virtual IReadOnlyList<string> Outcomes(IFixedInputs inputs) => [Done];

    /// <summary>
    /// True where <see cref="Done"/> follows besides the outcome, so that a definition can go on whichever it was.
    /// </summary>
    public virtual bool IsAlsoDone => false;

    /// <summary>The activity is reached.</summary>
    public abstract StepResult Execute(IStepContext context);

    /// <summary>
    /// A task that the step opened, as pages show it. Key, due time and who is barred are filled in by the engine.
    /// </summary>
    public virtual TaskSpec Describe(IStepContext context) => throw Unasked("a task");

    /// <summary>A task of the step was decided; role, bars and form have been checked.</summary>
    public virtual StepResult OnDecision(IStepContext context, Decision decision) => throw Unasked("a decision");

    /// <summary>A timer of the step is due.</summary>
    public virtual StepResult OnTimer(IStepContext context, string timer) => throw Unasked("a timer");

    /// <summary>The child review that the step waited for has ended.</summary>
    public virtual StepResult OnChildEnded(IStepContext context, JsonObject outputs) => throw Unasked("a child review");

    /// <summary>The looks that the step waited for were made.</summary>
    public virtual StepResult OnLooked(IStepContext context, JsonObject met) => throw Unasked("looks");

    /// <summary>What an approver has to read was changed while the step waits.</summary>
    public virtual StepResult OnProposalChanged(IStepContext context) => StepResult.Waits;

    private InvalidOperationException Unasked(string what) => new($"{Type} never asks for {what}.");
}
