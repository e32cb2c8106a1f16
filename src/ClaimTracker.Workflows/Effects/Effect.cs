using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Effects;

/// <summary>Something that a step asks to be done to the claim or for people, in the transaction of the move.</summary>
/// <param name="ActivityId">The activity that asks.</param>
public abstract record Effect(string ActivityId);

/// <summary>The claim is at another stage.</summary>
public sealed record EnterStage(string ActivityId, Stage Stage) : Effect(ActivityId);

/// <summary>A verdict is proposed; it replaces the one proposed before and voids its approvals.</summary>
public sealed record AddProposal(string ActivityId, string Rating, string Rationale, string By, JsonObject Payload)
    : Effect(ActivityId);

/// <summary>A rating by a second person who did not see the first. It goes into the audit and replaces nothing.</summary>
public sealed record RecordBlindRating(string ActivityId, string Rating, string Rationale, string By) : Effect(ActivityId);

/// <summary>The proposed verdict has one approval more.</summary>
public sealed record ApproveVerdict(string ActivityId, string By) : Effect(ActivityId);

/// <summary>The proposed verdict goes back to its proposer.</summary>
public sealed record RejectVerdict(string ActivityId, string By, string Reason) : Effect(ActivityId);

/// <summary>
/// The proposed verdict becomes public and the claim's stage Published, if the evidence and the approvals suffice.
/// </summary>
/// <param name="ActivityId">The activity that asks.</param>
/// <param name="MinimumGroups">Independent groups of evidence, at least.</param>
/// <param name="ApprovalsRequired">Approvals by different people other than the proposer, at least.</param>
/// <param name="Note">Words of the definition's for the audit, if any.</param>
public sealed record PublishVerdict(string ActivityId, int MinimumGroups, int ApprovalsRequired, string? Note)
    : Effect(ActivityId);

/// <summary>The claim is closed without a verdict and its stage Declined.</summary>
public sealed record DeclineClaim(string ActivityId, string Reason) : Effect(ActivityId);

/// <summary>The claim is closed as the same as one already checked and its stage Linked.</summary>
public sealed record LinkTo(string ActivityId, long ClaimId, string By) : Effect(ActivityId);

/// <summary>The claim is to be checked again: after a time, or by the policy of its kind where none is given.</summary>
public sealed record BringCheckForward(string ActivityId, TimeSpan? After) : Effect(ActivityId);

/// <summary>Each watched source of the published verdict is to be looked at; what the looks meet moves the review.</summary>
public sealed record AskLooks(string ActivityId) : Effect(ActivityId);

/// <summary>What looks at the sources met; a re-check ends with it.</summary>
/// <param name="ActivityId">The activity that asks.</param>
/// <param name="Outcome">What they give together.</param>
/// <param name="Payload">What was found, e.g. old and new wording.</param>
public sealed record Looked(string ActivityId, RecheckOutcome Outcome, JsonNode? Payload) : Effect(ActivityId);

/// <summary>
/// Somebody says that the published verdict still holds, and another is to confirm it; refused where nobody may say so.
/// </summary>
public sealed record SaidToHold(string ActivityId, string By) : Effect(ActivityId);

/// <summary>A check succeeded: the published verdict still holds.</summary>
/// <param name="ActivityId">The activity that asks.</param>
/// <param name="Verifier">A machine where no person looked.</param>
/// <param name="By">User or job name.</param>
/// <param name="Payload">What the decision brought: the looks of a machine, the findings that a person read.</param>
public sealed record Verified(string ActivityId, Verifier Verifier, string By, JsonObject Payload) : Effect(ActivityId);

/// <summary>The published verdict is withdrawn; that it was, and why, stays public.</summary>
public sealed record Retract(string ActivityId, string Reason, string By) : Effect(ActivityId);

/// <summary>A message for all who hold a role, or for one user.</summary>
/// <param name="ActivityId">The activity that asks.</param>
/// <param name="To">A role's name, or <c>user:NAME</c>.</param>
/// <param name="Message">The words.</param>
public sealed record Tell(string ActivityId, string To, string Message) : Effect(ActivityId);

/// <summary>A task may from now on be decided by another role too.</summary>
public sealed record CallIn(string ActivityId, string TaskKey, string Role) : Effect(ActivityId);

/// <summary>Another review of the same claim is to begin.</summary>
/// <param name="ActivityId">The activity that asks.</param>
/// <param name="ChildKey">Names the child within this review; its end is reported under it.</param>
/// <param name="DefinitionId">Which definition; its latest published version.</param>
/// <param name="Inputs">Values for its inputs.</param>
/// <param name="Wait">True where this review waits for its end.</param>
public sealed record StartChild(string ActivityId, string ChildKey, string DefinitionId, JsonObject Inputs, bool Wait)
    : Effect(ActivityId);

/// <summary>A child review that was waited for is no longer needed.</summary>
public sealed record CancelChild(string ActivityId, string ChildKey) : Effect(ActivityId);
