using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What the claim will look like once an effect is carried out, for the later steps of the same move.</summary>
internal static class FactChanges
{
    public static ReviewFacts After(this ReviewFacts facts, Effect effect) =>
        effect switch
        {
            EnterStage set => facts with { Stage = set.Stage },
            AddProposal proposed => facts with
            {
                Proposed = new ProposedVerdict(proposed.By, [proposed.By], proposed.Rating, []),
            },
            ApproveVerdict approved => facts with { Proposed = Approve(facts.Proposed, approved.By) },
            RejectVerdict => facts with { Proposed = null, Knowing = [.. facts.Knowing, .. facts.Proposed?.Authors ?? []] },
            // What is public is no secret.
            PublishVerdict => facts with
            {
                Stage = Stage.Published,
                PublishedRating = facts.Proposed?.Rating,
                Proposed = null,
                Knowing = [],
            },
            DeclineClaim => facts with { Stage = Stage.Declined },
            LinkTo => facts with { Stage = Stage.Linked },
            Looked looked => facts with { RecheckOutcome = looked.Outcome },
            Retract => facts with { PublishedRating = null },

            // What these do is no fact that a later step of the move asks.
            AskLooks
            or BringCheckForward
            or SaidToHold
            or Verified
            or RecordBlindRating
            or Tell
            or CallIn
            or StartChild
            or CancelChild => facts,
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, null),
        };

    private static ProposedVerdict Approve(ProposedVerdict? proposed, string by)
    {
        if (proposed is null)
            throw new StepFailedException("no verdict is proposed, so there is nothing to approve");
        return PersonName.Among(proposed.Approvals, by) ? proposed : proposed with { Approvals = [.. proposed.Approvals, by] };
    }
}
