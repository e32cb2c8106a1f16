using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Lets several people of a role vote on the proposed verdict.</summary>
[StepType("ClaimTracker.Vote")]
public sealed class Vote : TaskStep
{
    private const string For = "For";
    private const string Against = "Against";

    /// <summary>The state of a review stays small; the whole reason stands with the vote.</summary>
    private const int LongestReason = 160;

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Vote on the verdict",
            "So many people of a role vote, each once; so many votes for it carry. It is over as soon as the result is certain. "
                + "Each vote for it approves the proposed verdict; when the vote is lost, the verdict goes back with the reasons. A change of what "
                + "is voted on begins the vote anew.",
            [
                new("votes", InputType.Number, "How many people vote.", Required: true, Fixed: true),
                new("needed", InputType.Number, "How many votes carry.", Required: true, Fixed: true),
                .. TaskInputs,
            ],
            TaskOutputs,
            "Carried, Lost, and Overdue where whenOverdue is Outcome. Done follows whatever the result."
        );

    /// <inheritdoc />
    protected override string DefaultRole => Roles.Editor;

    /// <inheritdoc />
    public override TaskSpec Describe(IStepContext context) =>
        base.Describe(context) with
        {
            Decisions = [For, Against],
            Approves = [For],
            Rejects = [Against],
            Forms = new Dictionary<string, string>(StringComparer.Ordinal) { [Against] = TaskForms.Reason },
            Votes = context.Number("votes") ?? 1,
            VotesNeeded = context.Number("needed") ?? 1,
        };

    /// <inheritdoc />
    public override StepResult OnDecision(IStepContext context, Decision decision)
    {
        if (decision.Name == For)
            context.Ask(new ApproveVerdict(context.ActivityId, decision.Who.Name));
        else
            AddReason(context, $"{decision.Who.Name}: {decision.Reason}");
        var task = Describe(context);
        var votesFor = Count(context, For, decision.Name);
        var votesAgainst = Count(context, Against, decision.Name);
        if (votesFor >= task.VotesNeeded)
            return Close(context, decision, "Carried");
        if (votesAgainst <= task.Votes - task.VotesNeeded)
            return StepResult.Waits;
        context.Ask(new RejectVerdict(context.ActivityId, decision.Who.Name, context.Note("reasons")!));
        return Close(context, decision, "Lost");
    }

    /// <summary>The votes so far were on another text: the vote ends, and the same people vote anew.</summary>
    public override StepResult OnProposalChanged(IStepContext context)
    {
        context.CloseTask("changed");
        context.VisitAnew();
        return Execute(context);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<string> Ways(IFixedInputs inputs) => ["Carried", "Lost"];

    private static StepResult Close(IStepContext context, Decision decision, string result)
    {
        context.CloseTask("decided");
        return Leave(context, decision, result);
    }

    private static int Count(IStepContext context, string name, string decision)
    {
        var count = int.Parse(context.Note(name) ?? "0", CultureInfo.InvariantCulture) + (decision == name ? 1 : 0);
        context.Note(name, count.ToString(CultureInfo.InvariantCulture));
        return count;
    }

    private static void AddReason(IStepContext context, string reason)
    {
        var shortened = PlainText.Shorten(reason, LongestReason);
        context.Note("reasons", context.Note("reasons") is { } earlier ? $"{earlier}\n{shortened}" : shortened);
    }
}
