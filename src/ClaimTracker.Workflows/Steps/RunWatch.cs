using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;

namespace ClaimTracker.Workflows.Steps;

/// <summary>
/// Asks whether the watched passages still stand. A review that was started with what looks met goes on by that; else looks are
/// asked for, and their round's end moves the review. Nobody is given a task.
/// </summary>
[StepType("ClaimTracker.RunWatch")]
public sealed class RunWatch : Step
{
    /// <summary>The review's input that says what looks met.</summary>
    public const string Finding = "finding";

    private const string NoEffect = "Without effect; read so that older files load.";
    private const string Settings =
        "how often a source is tried again, and after which pause, the settings say (Rechecks:*:Retries and RetryAfter)";

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Look at the sources",
            "Goes on by what looks at the sources met. Where the review was not started with that, each watched source is looked at first.",
            [
                new("title", InputType.Text, NoEffect),
                new("retries", InputType.Number, NoEffect),
                new("pause", InputType.Duration, NoEffect),
            ],
            [new("outcome", "What it gave.")],
            "Unchanged, Changed, Missing, Unreachable, Unwatched. Done follows whatever it gave."
        );

    /// <summary>The inputs that are read and do nothing, and why.</summary>
    public static IReadOnlyDictionary<string, string> WithoutEffect { get; } =
        new Dictionary<string, string>
        {
            ["title"] = "nobody is given a task",
            ["retries"] = Settings,
            ["pause"] = Settings,
        };

    /// <inheritdoc />
    public override bool IsAlsoDone => true;

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => Enum.GetNames<RecheckOutcome>();

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        if (context.TakeReviewInput(Finding) is JsonObject met)
            return OnLooked(context, met);
        if (context.Facts.WatchedSources == 0)
            return OnLooked(context, new JsonObject { [LookFields.Outcome] = nameof(RecheckOutcome.Unwatched) });
        context.AskLooks();
        return StepResult.Waits;
    }

    /// <inheritdoc />
    public override StepResult OnLooked(IStepContext context, JsonObject met)
    {
        if (!Enum.TryParse<RecheckOutcome>(InputValues.Text(met[LookFields.Outcome]), out var outcome))
        {
            throw new Expressions.StepFailedException(
                $"the looks gave {met[LookFields.Outcome]?.ToJsonString() ?? "nothing"}; there are {string.Join(", ", Enum.GetNames<RecheckOutcome>())}"
            );
        }

        context.Ask(new Looked(context.ActivityId, outcome, (JsonObject)met.DeepClone()));
        if (outcome == RecheckOutcome.Unchanged)
        {
            context.Ask(
                new Verified(
                    context.ActivityId,
                    Verifier.Machine,
                    InputValues.Text(met[LookFields.By]) ?? ReservedNames.Machine,
                    (JsonObject)met.DeepClone()
                )
            );
        }

        context.Output("outcome", outcome.ToString());
        return StepResult.Decided(outcome.ToString());
    }
}

/// <summary>How what looks met is written for a review.</summary>
public static class LookFields
{
    /// <summary>A name of <see cref="RecheckOutcome"/>: what they give together.</summary>
    public const string Outcome = "outcome";

    /// <summary>All of it in words.</summary>
    public const string Words = "finding";

    /// <summary>In whose name they were made.</summary>
    public const string By = "by";
}
