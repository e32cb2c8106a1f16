using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <summary>
/// One checkable statement. Stage, verdict, publication and freshness are kept apart: each changes for reasons of its own.
/// </summary>
public sealed partial class Claim : IRevised
{
    /// <summary>The longest wording, in characters.</summary>
    public const int MaxWording = 1_000;

    /// <summary>The most evidence that stands at once: a page shows all that an approver has to read.</summary>
    public const int MaxEvidence = 100;

    private Claim() { }

    /// <summary>A claim found in an article; it waits in triage.</summary>
    public Claim(string wording, string kind, double score, ClaimDetails details, Appearance appearance, DateTime now)
    {
        Wording = wording;
        Kind = kind;
        Score = score;
        Details = details;
        Outlet = appearance.Article.Outlet;
        CreatedAt = now;
        Appearances.Add(appearance);
        EnterStage(Stage.Triage, now);
    }

    /// <summary>The refusal of whatever is asked of a claim that is not there.</summary>
    public static Refusal Unknown(long id) =>
        new("unknown-claim", $"There is no claim {id}. A claim's number stands in the address of its page.");

    public long Id { get; private set; }

    public long Revision { get; private set; }

    /// <summary>The claim on its own, in canonical wording.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>A kind's string id; chooses workflow and re-check policy.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Check-worthiness: a probability.</summary>
    public double Score { get; private set; }

    public ClaimDetails Details { get; private set; } = new();

    /// <summary>Outlet of the first appearance.</summary>
    public string Outlet { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public Stage Stage { get; private set; }

    public DateTime StageSince { get; private set; }

    /// <summary>True where readers may look it up: it is or was published, or a review of it is under way.</summary>
    public bool Listed { get; private set; }

    /// <summary>The claims that readers see, for queries.</summary>
    /// <param name="underReview">Whether the desk shows what it has not published yet.</param>
    public static Expression<Func<Claim, bool>> SeenByReaders(bool underReview) =>
        claim => claim.Listed && (underReview || claim.PublishedAt != null);

    /// <summary>True where readers see it: as <see cref="SeenByReaders"/>.</summary>
    public bool IsSeenByReaders(bool underReview) => Listed && (underReview || PublishedAt is not null);

    /// <summary>Why it is not checked; null unless declined.</summary>
    public string? DeclinedBecause { get; private set; }

    public List<Appearance> Appearances { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    public List<Verdict> Verdicts { get; } = [];

    public List<Correction> Corrections { get; } = [];

    public List<Review> Reviews { get; } = [];

    public List<Recheck> Rechecks { get; } = [];

    public List<Look> Looks { get; } = [];

    /// <summary>Moves the claim to another stage of review. Publication and freshness stay as they are.</summary>
    public void EnterStage(Stage stage, DateTime now)
    {
        if (Stage == stage)
            return;
        Stage = stage;
        StageSince = now;
        Listed =
            Publication != Publication.Unpublished
            || stage is not (Stage.New or Stage.Triage or Stage.Declined or Stage.Linked or Stage.Folded);
    }

    /// <summary>A review is over, however it ended: what is or was public rests where a published claim rests.</summary>
    public void ComeToRest(DateTime now)
    {
        if (Publication != Publication.Unpublished && Stage != Stage.Linked)
            EnterStage(Stage.Published, now);
    }

    /// <summary>
    /// Fixes wording and kind. Refused once a verdict is published, since readers have read that wording. Where a verdict is
    /// proposed, it was proposed on another wording: approvals are void, and <paramref name="by"/> is an author of it. The
    /// proposal has to be loaded.
    /// </summary>
    public Result Reword(string wording, string kind, string by, DateTime now)
    {
        var isNew = !WrittenText.Same(wording, Wording);
        if (isNew && Publication != Publication.Unpublished)
        {
            return Result.Refused(
                "published",
                "The wording of a published claim stays: its verdict was given on it. Decline it or check the new wording as a claim of its own."
            );
        }

        if (string.IsNullOrWhiteSpace(wording) || wording.Length > MaxWording)
            return Result.Refused("wording", $"Word the claim in 1 to {MaxWording:N0} characters; this has {wording.Length:N0}.");
        if (isNew)
        {
            Wording = WrittenText.Of(wording);
            Details = Details with { Missing = [] };
            ProposedVerdict?.NoteChange(by, "wording", now);
        }

        if (kind != Kind)
        {
            Kind = kind;
            ProposedVerdict?.NoteChange(by, "kind", now);
        }

        return Result.Ok;
    }

    /// <summary>Takes the claim out of triage for review.</summary>
    public Result Accept(DateTime now)
    {
        if (Stage is not (Stage.New or Stage.Triage or Stage.Declined))
            return Result.Refused("not-in-triage", $"This claim is past triage: its stage is {Stage}.");
        DeclinedBecause = null;
        EnterStage(Stage.Assigned, now);
        return Result.Ok;
    }

    /// <summary>
    /// Takes <see cref="Accept"/> back: the claim is in triage again, worded and read as it was before. The review that began
    /// with it has ended by then.
    /// </summary>
    public Result TakeAcceptanceBack(string wording, string kind, ClaimDetails details, DateTime now)
    {
        if (ProposedVerdict is not null)
        {
            return Result.Refused(
                "proposed",
                "A verdict is proposed on this claim, and the acceptance may have changed what its approvers read; cancel the review instead."
            );
        }

        if (
            Publication != Publication.Unpublished
            || Stage is Stage.New or Stage.Triage or Stage.Declined or Stage.Linked or Stage.Folded
        )
        {
            return Result.Refused("not-accepted", $"Only an accepted claim goes back; the stage of this one is {Stage}.");
        }

        (Wording, Kind, Details) = (wording, kind, details);
        EnterStage(Stage.Triage, now);
        return Result.Ok;
    }

    /// <summary>
    /// Enters a review: one that checks a published verdict again, which is handed back, or a first one, for which the claim
    /// leaves triage. Refused while another review of the claim is under way, and to a claim that is folded, which is reviewed
    /// with the other.
    /// </summary>
    /// <param name="isUnderWay">True where a review of the claim, no child of another, has not ended.</param>
    /// <param name="isRecheck">True where the review checks the published verdict again.</param>
    /// <param name="now">The instant.</param>
    public Result<Recheck?> EnterReview(bool isUnderWay, bool isRecheck, DateTime now)
    {
        if (isUnderWay)
            return new Refusal("under-review", "A review of this claim is under way already; end or cancel it first.");
        if (FoldedIntoId is { } other)
        {
            return new Refusal(
                "folded",
                $"This claim is folded into claim {other} and is reviewed with it; split it off to review it by itself."
            );
        }

        if (isRecheck)
        {
            var begun = BeginRecheck(now);
            return new Result<Recheck?>(begun.Value, begun.Refusal);
        }

        if (Stage is Stage.New or Stage.Triage or Stage.Declined)
            Accept(now);
        return new Result<Recheck?>(null, null);
    }

    /// <summary>Ends the work on a claim that is not to be checked.</summary>
    public Result Decline(string reason, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Result.Refused("reason", "Say why the claim is not checked; the desk sees it when it comes up again.");
        if (IsInForce)
            return Result.Refused("published", "A published claim is retracted or corrected, not declined.");
        DeclinedBecause = reason.Trim();
        EnterStage(Stage.Declined, now);
        return Result.Ok;
    }

    /// <summary>Takes a decline back: the claim is in triage again, with everything it had.</summary>
    public Result Reconsider(DateTime now)
    {
        if (Stage != Stage.Declined)
        {
            return Result.Refused(
                "not-declined",
                $"Only a declined claim is put back into triage; the stage of this one is {Stage}."
            );
        }

        DeclinedBecause = null;
        EnterStage(Stage.Triage, now);
        return Result.Ok;
    }

    /// <summary>
    /// Adds evidence. It was not there when the proposal was approved, so approvals are void, and who adds it is an author of the
    /// proposal.
    /// </summary>
    public Result AddEvidence(Evidence evidence, DateTime now)
    {
        if (
            string.IsNullOrWhiteSpace(evidence.Source)
            || string.IsNullOrWhiteSpace(evidence.Quote)
            || string.IsNullOrWhiteSpace(evidence.Group)
        )
        {
            return Result.Refused("evidence", "Evidence needs a source, the quoted passage and an independence group.");
        }

        if (Evidence.Count(e => e.WithdrawnAt is null) >= MaxEvidence)
        {
            return Result.Refused(
                "evidence-full",
                $"{MaxEvidence} pieces of evidence stand already, and an approver has to read each; withdraw one that says nothing more first."
            );
        }

        if (WebAddress.Check(evidence.Url) is { } refusal)
            return new Result(refusal);
        Evidence.Add(evidence);
        if (ProposedVerdict is { } proposed)
        {
            proposed.Evidence.Add(evidence);
            proposed.NoteChange(evidence.AddedBy, "evidence", now);
        }

        return Result.Ok;
    }
}
