using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Has a job look whether the watched passages still stand.</summary>
[StepType("ClaimTracker.RunWatch")]
public sealed class RunWatch : Step
{
    private const string Attempts = "attempts";
    private const string Again = "again";
    private const string Unreachable = nameof(RecheckOutcome.Unreachable);

    /// <inheritdoc />
    public override StepDescription Description { get; } = new(
        "Look at the sources",
        "A job looks at each watched source. A source that does not answer is tried again, after a pause that doubles each time.",
        [
            new("title", InputType.Text, "A few words for lists; the activity's display text where it is not set."),
            new("retries", InputType.Number, "How often it is tried again; 3 where it is not set."),
            new("pause", InputType.Duration, "The first pause; 01:00:00 where it is not set."),
        ],
        [new("outcome", "What it gave.")],
        "Unchanged, Changed, Missing, Unreachable, Unwatched. Done follows whatever it gave.");

    /// <inheritdoc />
    public override bool IsAlsoDone => true;

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => Enum.GetNames<RecheckOutcome>();

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.OpenTask(null);
        return StepResult.Waits;
    }

    /// <inheritdoc />
    public override TaskSpec Describe(IStepContext context) => new()
    {
        Key = "",
        ActivityId = context.ActivityId,
        Title = context.Text("title") ?? context.Title,
        Role = Roles.Machine,
        Decisions = Enum.GetNames<RecheckOutcome>(),
    };

    /// <inheritdoc />
    public override StepResult OnDecision(IStepContext context, Decision decision)
    {
        context.CloseTask("decided");
        var attempts = int.Parse(context.Note(Attempts) ?? "0", CultureInfo.InvariantCulture);
        if (decision.Name == Unreachable && attempts < (context.Number("retries") ?? 3))
        {
            var pause = context.Duration("pause") ?? TimeSpan.FromHours(1);
            context.Ask(new Looked(context.ActivityId, RecheckOutcome.Unreachable, decision.Payload, TriesAgain: true));
            context.Note(Attempts, (attempts + 1).ToString(CultureInfo.InvariantCulture));
            context.SetTimer(Again, context.NowUtc + pause * Math.Pow(2, Math.Min(attempts, 20)));
            return StepResult.Waits;
        }

        var outcome = Enum.Parse<RecheckOutcome>(decision.Name);
        context.Ask(new Looked(context.ActivityId, outcome, decision.Payload));
        if (outcome == RecheckOutcome.Unchanged)
            context.Ask(new Verified(context.ActivityId, Verifier.Machine, decision.Who.Name, decision.Payload));
        context.Output("outcome", decision.Name);
        return StepResult.Decided(decision.Name);
    }

    /// <inheritdoc />
    public override StepResult OnTimer(IStepContext context, string timer) => Execute(context);
}
