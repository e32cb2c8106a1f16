using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>
/// Gives made-up claims a past by the domain's own doors, so that load tests meet rows as the desk writes them. What repeats a
/// checked claim is linked to <paramref name="published"/>; without one nothing is linked.
/// </summary>
internal sealed class SeedHistory(
    WorkflowLibrary library,
    WorkflowSettings workflows,
    RecheckSettings rechecks,
    EffectWriter effects,
    Random random,
    Claim? published
)
{
    private const string Machine = "system:looks";

    // Decisions in a row, more than any definition needs to its end.
    private const int ToTheEnd = 12;

    /// <summary>
    /// Leads a claim in triage along some path: 44 % stay there, 22 % are declined, 3 % linked, 23 % published (of these some are
    /// due, some stale, some published a second time, some under re-check), 8 % are under review.
    /// </summary>
    public async Task LiveAsync(SeedTrail trail, DateTime now)
    {
        var claim = trail.Claim;
        trail.Note("add article", "system:seed", claim.CreatedAt);
        var chance = random.NextDouble();
        var at = claim.CreatedAt.AddHours(1 + (random.NextDouble() * 48));
        if (at >= now || chance < 0.44)
            return;
        if (chance < 0.66)
        {
            claim.Decline("Not checkable with open sources.", at);
            trail.Note("triage: decline", "checker0", at);
        }
        else if (chance < 0.69 && published is not null)
        {
            claim.LinkTo(published, Actor.System("seed"), at);
            trail.Note("triage: link", "checker1", at);
        }
        else if (chance < 0.92)
        {
            await PublishAsync(trail, at, now);
        }
        else
        {
            // What is under review was taken up in the last days.
            var begun = now.AddDays(-3 * random.NextDouble());
            await ReviewAsync(trail, begun > at ? begun : at, now, random.Next(3));
        }
    }

    private async Task PublishAsync(SeedTrail trail, DateTime at, DateTime now)
    {
        var claim = trail.Claim;
        var done = await ReviewAsync(trail, at, now, ToTheEnd);
        if (claim.Publication != Publication.Published)
            return;
        var verified = LookedAt(claim, now);
        if (verified <= done)
            return;
        switch (random.NextDouble())
        {
            case < 0.12:
                await RecheckAsync(trail, verified, ToTheEnd, now);
                break;
            case < 0.15:
                await RecheckAsync(trail, now.AddDays(-random.NextDouble()), 1, now);
                break;
            case < 0.99 when claim.IsPersonDue(now):
                DecideAgain(trail, $"editor{random.Next(12)}", verified);
                break;
            default:
                LookAgain(claim, verified);
                trail.Note("look", Machine, verified);
                break;
        }
    }

    // A person is due whatever machines say, and on most claims one has looked.
    private void DecideAgain(SeedTrail trail, string by, DateTime at)
    {
        var claim = trail.Claim;
        if (claim.VerifyByPerson(by, [], rechecks.For(claim.Kind), at).Refusal is { } refusal)
            throw new InvalidOperationException($"A person may not find that the verdict holds: {refusal.Message}");
        claim.NotePersonsCheck(by, at);
        trail.Note("decide Confirm", by, at);
    }

    private void LookAgain(Claim claim, DateTime at)
    {
        var policy = rechecks.For(claim.Kind);
        var published = claim.PublishedVerdict!;
        foreach (var evidence in Round.Watched(published))
        {
            var look = new Look(claim.Id, evidence, published.Version, at);
            claim.Looks.Add(look);
            claim.TakeLook(look, RecheckOutcome.Unchanged, "The passage stands.", policy, at);
        }

        if (claim.EndRound(claim.Looks, Machine, policy, at) is not RecheckOutcome.Unchanged and var outcome)
            throw new InvalidOperationException($"A look at all that stands gave {outcome}.");
    }

    // When the verdict was last looked at: most so that it is fresh today, some so that it is due, some so that it is stale.
    private DateTime LookedAt(Claim claim, DateTime now)
    {
        var policy = rechecks.For(claim.Kind);
        var pause = policy.NextCheck(now, 1, claim.CheckEvery) - now;
        return random.NextDouble() switch
        {
            < 0.75 => now - (pause * random.NextDouble()),
            < 0.89 => now - pause - (policy.StaleAfter * random.NextDouble()),
            _ => now - pause - policy.StaleAfter - TimeSpan.FromDays(40 * random.NextDouble()),
        };
    }

    private async Task RecheckAsync(SeedTrail trail, DateTime at, int decisions, DateTime now)
    {
        var claim = trail.Claim;
        claim.NoteAttempt(
            RecheckOutcome.Changed,
            [new SourceOutcome(claim.Evidence[0], RecheckOutcome.Changed, "The register gives another figure.")],
            "",
            rechecks.For(claim.Kind),
            at
        );
        var recheck = claim.BeginRecheck(at).Value!;
        var review = await SeedReview.BeginAsync(
            library.Catalog,
            workflows.Recheck,
            workflows.For(claim.Kind),
            effects,
            trail,
            random,
            at,
            recheck
        );
        await review.DecideAsync(decisions, at, now);
    }

    private async Task<DateTime> ReviewAsync(SeedTrail trail, DateTime at, DateTime now, int decisions)
    {
        var claim = trail.Claim;
        for (var i = 0; i < 2; i++)
            claim.AddEvidence(SeedEvidence.Of(claim, i, $"checker{random.Next(12)}", at), at);
        trail.Note("add evidence", claim.Evidence[0].AddedBy, at);
        claim.Accept(at);
        var review = await SeedReview.BeginAsync(
            library.Catalog,
            workflows.For(claim.Kind),
            workflows.For(claim.Kind),
            effects,
            trail,
            random,
            at
        );
        return await review.DecideAsync(decisions, at, now);
    }
}
