using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Workflows.Steps;

/// <summary>What a step can see and ask for. Nothing of it takes hold if the step faults.</summary>
public interface IStepContext
{
    /// <summary>The activity's id.</summary>
    string ActivityId { get; }

    /// <summary>What people call the activity.</summary>
    string Title { get; }

    /// <summary>The claim, with all effects asked for so far.</summary>
    ReviewFacts Facts { get; }

    /// <summary>The instant of the move, UTC.</summary>
    DateTime NowUtc { get; }

    /// <summary>The last decision in this review, if any.</summary>
    LastDecision? Last { get; }

    /// <summary>
    /// The value of an input; null where the definition does not set it. While the step waits it does not change.
    /// </summary>
    JsonNode? Input(string name);

    /// <summary>The switch's cases that hold, in order.</summary>
    IEnumerable<string> MatchingCases();

    /// <summary>Keeps an output in the variable that the definition names for it, if any.</summary>
    void Output(string name, JsonNode? value);

    /// <summary>Sets the variable that the field <c>variable</c> names.</summary>
    void SetVariable(JsonNode? value);

    /// <summary>Sets an output of the review.</summary>
    void SetReviewOutput(string name, JsonNode? value);

    /// <summary>Asks for an effect.</summary>
    void Ask(Effect effect);

    /// <summary>Opens a task as <see cref="Step.Describe"/> describes it.</summary>
    void OpenTask(DateTime? dueUtc);

    /// <summary>Closes the step's open task; why is a word of <see cref="ClosedTask"/>.</summary>
    void CloseTask(string why);

    /// <summary>
    /// Begins another visit of the waiting step: what was noted, decided and evaluated on this one is left behind.
    /// </summary>
    void VisitAnew();

    /// <summary>
    /// Lets another role decide too: the step's own task, or all open ones of the review, or those of one activity.
    /// </summary>
    void Escalate(string role, TaskScope scope, string? activityId = null);

    /// <summary>Sets a timer of the step.</summary>
    void SetTimer(string name, DateTime dueUtc);

    /// <summary>Asks for a child review and, if it is to be waited for, hears of its end.</summary>
    void StartChild(string definitionId, JsonObject inputs, bool wait);

    /// <summary>Asks for a look at each watched source, and hears of what they met.</summary>
    void AskLooks();

    /// <summary>An input of the review, which is then used up: a later visit finds none. Null where there is none.</summary>
    JsonNode? TakeReviewInput(string name);

    /// <summary>What the step noted while it waits; null where nothing.</summary>
    string? Note(string name);

    /// <summary>Notes something for as long as the step waits.</summary>
    void Note(string name, string value);
}

/// <summary>Which open tasks are meant.</summary>
public enum TaskScope
{
    /// <summary>The step's own.</summary>
    Own,

    /// <summary>All of the review.</summary>
    Review,
}

/// <summary>The last decision in a review, for steps that carry out what it said.</summary>
/// <param name="ActivityId">Where it was taken.</param>
/// <param name="Decision">Its name.</param>
/// <param name="By">Who took it.</param>
/// <param name="Reason">The reason given: whole within the move of the decision, shortened to 300 characters after it.</param>
/// <param name="ClaimId">The claim named, if one was.</param>
public sealed record LastDecision(string ActivityId, string Decision, string By, string? Reason, long? ClaimId);
