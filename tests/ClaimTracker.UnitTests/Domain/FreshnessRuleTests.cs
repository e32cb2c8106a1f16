using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain;

public sealed class FreshnessRuleTests
{
    [Fact]
    public void A_claim_in_doubt_is_due_before_its_date_and_stale_after_it()
    {
        var published = new PublishedClaim();
        Assert.Equal(Freshness.Fresh, published.Claim.FreshnessAt(Start));

        published.Raise(FindingKind.Changed, Start.AddDays(1));

        Assert.Equal(Freshness.Due, published.Claim.FreshnessAt(Start.AddDays(1)));
        Assert.Equal(Freshness.Due, published.Claim.FreshnessAt(Start.AddDays(31)));
        Assert.Equal(Freshness.Stale, published.Claim.FreshnessAt(Start.AddDays(38)));
        Assert.Equal(Start.AddDays(1), published.Claim.InDoubtSince);
    }

    [Fact]
    public void A_published_verdict_without_a_date_is_due_and_never_fresh()
    {
        var claim = new PublishedClaim().Claim;
        typeof(Claim).GetProperty(nameof(Claim.NextCheckDueAt))!.SetValue(claim, null);
        typeof(Claim).GetProperty(nameof(Claim.StaleAt))!.SetValue(claim, null);

        Assert.Equal(Freshness.Due, claim.FreshnessAt(Start));
    }

    [Fact]
    public void Memory_and_query_say_the_same_of_every_claim_and_each_has_one_freshness()
    {
        var now = Start.AddDays(31);
        List<Claim> claims = [];
        foreach (var (due, stale) in new[] { (-1, 1), (1, 2), (-2, -1), (0, 7), (1, 1), (-7, 0) })
        {
            foreach (var doubt in new[] { false, true })
            {
                var published = new PublishedClaim();
                if (doubt)
                    published.Raise(FindingKind.Missing, Start);
                typeof(Claim).GetProperty(nameof(Claim.NextCheckDueAt))!.SetValue(published.Claim, now.AddDays(due));
                typeof(Claim).GetProperty(nameof(Claim.StaleAt))!.SetValue(published.Claim, now.AddDays(stale));
                claims.Add(published.Claim);
            }
        }

        var retracted = new PublishedClaim().Claim;
        Must(retracted.Retract("Wrong.", "ed", now));
        claims.Add(retracted);

        foreach (var freshness in Enum.GetValues<Freshness>())
        {
            Assert.Equal(
                claims.Where(c => c.FreshnessAt(now) == freshness),
                claims.AsQueryable().Where(FreshnessRule.Is(freshness, now))
            );
        }

        Assert.DoesNotContain(claims, c => c.InDoubtSince is not null && c.FreshnessAt(now) == Freshness.Fresh);
    }

    [Fact]
    public void A_workflow_brings_a_check_forward_and_never_puts_it_off()
    {
        var claim = new PublishedClaim().Claim;

        claim.BringCheckForward(Start.AddDays(60), Monthly);
        Assert.Equal(Start.AddDays(30), claim.NextCheckDueAt);

        claim.BringCheckForward(Start.AddDays(3), Monthly);
        Assert.Equal((Start.AddDays(3), Start.AddDays(10)), (claim.NextCheckDueAt, claim.StaleAt));

        Must(claim.Retract("Wrong.", "ed", Start));
        claim.BringCheckForward(Start.AddDays(1), Monthly);
        Assert.Null(claim.NextCheckDueAt);
    }
}
