using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>What people change about a claim beside deciding tasks.</summary>
public sealed class ClaimEdits(DeskDb db, DeskSettings desk, TimeProvider time)
{
    /// <summary>Adds evidence. A source on our own host quotes us, whatever the form says.</summary>
    public Task<Result<Evidence>> AddEvidenceAsync(long claimId, EvidenceInput input, Actor actor, CancellationToken cancel) => db.CommitAsync<Evidence>("add evidence", async () =>
    {
        Uri? address = null;
        if (!string.IsNullOrWhiteSpace(input.Address)
            && !(Uri.TryCreate(input.Address.Trim(), UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
            return new Refusal("address", "Give the whole address, beginning with https:// or http://, or leave it empty.");
        if (await LoadAsync(claimId, cancel) is not { } claim)
            return Unknown(claimId);
        var now = time.GetUtcNow().UtcDateTime;
        var (source, quote, group) = (input.Source?.Trim() ?? "", input.Quote?.Trim() ?? "", input.Group?.Trim() ?? "");
        if (claim.Evidence.Find(e => e.WithdrawnAt is null && e.Source == source && e.Quote == quote && e.Url == address?.ToString()) is { } same)
            return new Refusal("evidence-twice", $"{same.AddedBy} added this passage on {Moment.Text(same.AddedAt)} already.");
        var evidence = new Evidence(source, address?.ToString(), quote, input.Stance ?? Stance.Context, group, actor.Name, now)
        {
            QuotesUs = input.QuotesUs || (address is not null && IsOurs(address)),
            Watched = input.Watched && address is not null,
        };
        var added = claim.AddEvidence(evidence, now);
        return added.Refusal is { } refusal ? refusal : evidence;
    }, cancel);

    public Task<Result> WithdrawEvidenceAsync(long claimId, long evidenceId, Actor actor, CancellationToken cancel) => ChangeAsync(claimId, "withdraw evidence", (claim, now) =>
        claim.Evidence.Find(e => e.Id == evidenceId) is { } evidence
            ? claim.WithdrawEvidence(evidence, actor.Name, now)
            : Result.Refused("unknown-evidence", "This claim has no such evidence."), cancel);

    /// <summary>Changes the proposal; refused where it is not the text that the form was made from.</summary>
    public Task<Result> EditVerdictAsync(long claimId, VerdictEdit input, Actor actor, CancellationToken cancel) => ChangeAsync(claimId, "edit proposed verdict", (claim, now) =>
        claim.ProposedVerdict is not { } proposed || proposed.Id != input.VerdictId
            ? Result.Refused("not-proposed", "The verdict that you changed is not proposed any more: it was published, turned down or replaced meanwhile. Your text is below.")
            : proposed.Revision != input.Revision
                ? Result.Refused("changed-meanwhile", $"{proposed.EditedBy ?? "Somebody"} changed the verdict or its approvals while you wrote. Your text is below, theirs is above; send yours again only if it takes theirs in.")
                : proposed.Edit(input.Rating ?? "", input.Rationale ?? "", actor.Name, now), cancel);

    /// <summary>Fixes the wording; the kind stays, since it chose the workflow.</summary>
    public Task<Result> RewordAsync(long claimId, string wording, long revision, CancellationToken cancel) => ChangeAsync(claimId, "fix wording", (claim, _) =>
        claim.Revision != revision && claim.Wording != wording.Trim()
            ? Result.Refused("changed-meanwhile", $"The claim was changed while you wrote; its wording is now “{claim.Wording}”. Send yours again if it is still better.")
            : claim.Reword(wording, claim.Kind), cancel);

    /// <summary>Links the claim to another one; in a review that is a decision of a task instead.</summary>
    public Task<Result> LinkAsync(long claimId, long otherId, CancellationToken cancel) => db.CommitAsync($"link to claim {otherId}", async () =>
    {
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == claimId, cancel) is not { } claim)
            return new Result(Unknown(claimId));
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == otherId, cancel) is not { } other)
            return new Result(Unknown(otherId));
        if (await db.Tasks.AnyAsync(t => t.ClaimId == claimId && t.Status == ReviewTaskStatus.Open, cancel))
            return Result.Refused("under-review", "A review of this claim is under way: link it by the decision “Link” of its task, or have the review cancelled first.");
        return claim.LinkTo(other, time.GetUtcNow().UtcDateTime);
    }, cancel);

    private bool IsOurs(Uri address) =>
        address.Host.Equals(desk.PublicUrl.Host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("." + desk.PublicUrl.Host, StringComparison.OrdinalIgnoreCase);

    private Task<Result> ChangeAsync(long claimId, string action, Func<Claim, DateTime, Result> change, CancellationToken cancel) =>
        db.CommitAsync(action, async () => await LoadAsync(claimId, cancel) is { } claim
            ? change(claim, time.GetUtcNow().UtcDateTime)
            : new Result(Unknown(claimId)), cancel);

    private Task<Claim?> LoadAsync(long claimId, CancellationToken cancel) => db.Claims
        .Include(c => c.Evidence)
        .Include(c => c.Findings.Where(f => f.SettledAt == null))
        .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published)).ThenInclude(v => v.Approvals)
        .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published)).ThenInclude(v => v.Evidence)
        .SingleOrDefaultAsync(c => c.Id == claimId, cancel);

    private static Refusal Unknown(long claimId) => new("unknown-claim", $"There is no claim {claimId}.");
}
