using System.Reflection;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain;

/// <summary>A clock that ran 400 days ahead for a moment has bound nobody.</summary>
public sealed class ClockSkewTests
{
    private static readonly DateTime Now = new(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Ahead = Now.AddDays(400);
    private static readonly RecheckPolicy Monthly = new();

    [Fact]
    public void A_verification_in_the_future_counts_for_nothing()
    {
        var claim = Published(Now);
        Assert.Equal((Freshness.Fresh, Now), (claim.FreshnessAt(Now), claim.VerifiedAt(Now)!.Value));

        Assert.True(claim.VerifyByPerson("eve", [], Monthly, Ahead).IsOk);

        Assert.Equal((Freshness.Stale, null), (claim.FreshnessAt(Now), claim.VerifiedAt(Now)));
        Assert.Equal(Freshness.Fresh, claim.FreshnessAt(Ahead));
        Assert.True(claim.VerifyByPerson("eve", [], Monthly, Now + ClockSkew.Most).IsOk);
        Assert.Equal(Freshness.Fresh, claim.FreshnessAt(Now));
        Assert.True(claim.VerifyByPerson("eve", [], Monthly, Now + ClockSkew.Most + TimeSpan.FromSeconds(1)).IsOk);
        Assert.Equal(Freshness.Stale, claim.FreshnessAt(Now));
    }

    [Fact]
    public void A_verdict_of_which_no_verification_is_known_is_stale()
    {
        var claim = Published(Now);
        typeof(Claim)
            .GetProperty(nameof(Claim.LastVerifiedAt))!
            .SetValue(claim, null, BindingFlags.NonPublic | BindingFlags.Instance, null, null, null);
        Assert.Equal(Freshness.Stale, claim.FreshnessAt(Now));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(24 * 60)]
    public void A_hold_reaches_no_further_than_its_own_length(int minutes)
    {
        var length = TimeSpan.FromMinutes(minutes);
        var task = new ReviewTask(Published(Now), "research#1", "research", "Research", null, Now);
        task.SetTerms(Roles.FactChecker, null, null, [], new TaskTerms());
        var (ada, ben) = (DomainDesk.Person("ada", Roles.FactChecker), DomainDesk.Person("ben", Roles.FactChecker));

        task.Take(ada, length, Ahead).MustBeOk();
        Check(task, Now, null);
        Check(task, Ahead, "ada");
        task.Take(ben, length, Now).MustBeOk();
        Check(task, Now, "ben");
        Check(task, Now + length, null);
        task.Take(ada, length, Now + length + ClockSkew.Most).MustBeOk();
        Check(task, Now + length, "ada");
        Check(task, Now + length - TimeSpan.FromSeconds(1), null);
    }

    private static void Check(ReviewTask task, DateTime at, string? holder)
    {
        Assert.Equal(holder, task.HolderAt(at));
        Assert.Equal(holder is null, ReviewTask.FreeAt(at).Compile()(task));
        Assert.Equal(holder is not null, ReviewTask.HeldAt(at).Compile()(task));
    }

    private static Claim Published(DateTime now)
    {
        var article = new Article("A", "The Courier", "It was counted.", now, "ada");
        var claim = new Claim("It was counted.", "count", 0.9, new ClaimDetails(), new Appearance(article, 0, 15), now);
        Assert.True(
            claim.AddEvidence(new Evidence("The registry", null, "It was.", Stance.Supports, "registry", "ada", now), now).IsOk
        );
        Assert.True(
            claim.Propose(new VerdictProposal("true", "It was counted twice.", "ada", null, null, "standard-review v1"), now).IsOk
        );
        Assert.True(claim.ApproveProposal("ed", claim.ProposalMark, now).IsOk);
        Assert.True(claim.Publish(1, 1, Monthly, now).IsOk);
        return claim;
    }
}
