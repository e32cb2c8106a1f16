using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Reviews;

/// <summary>What decisions bring with them, why people are barred, and how timers are tried again.</summary>
public sealed class TaskTermsTests
{
    private static readonly TaskTerms Terms = new()
    {
        Rejects = ["SendBack", "Repeats"],
        Forms = new Dictionary<string, string> { ["Proposed"] = TaskForms.Verdict, ["Repeats"] = TaskForms.Link },
    };

    [Theory]
    [InlineData("Proposed", "rating rationale changeKind changeReason")]
    [InlineData("Repeats", "claimId reason")]
    [InlineData("SendBack", "reason")]
    [InlineData("Approve", "reason")]
    public void Each_decision_has_one_form_and_each_form_its_fields(string decision, string fields) =>
        Assert.Equal(fields.Split(' '), TaskForms.FieldsOf(Terms.FormOf(decision)));

    [Fact]
    public void A_rejection_needs_a_reason_and_any_other_decision_nothing()
    {
        Assert.Equal(TaskForms.Reason, Terms.FormOf("SendBack"));
        Assert.Equal(TaskForms.None, Terms.FormOf("Approve"));
        Assert.Throws<ArgumentOutOfRangeException>(() => TaskForms.FieldsOf("poem"));
    }

    [Theory]
    [InlineData("proposer", true)]
    [InlineData("approver", true)]
    [InlineData("decided:research", true)]
    [InlineData("user:ada", true)]
    [InlineData("decided:", false)]
    [InlineData("user:", false)]
    [InlineData("Proposer", false)]
    [InlineData("everybody", false)]
    public void A_rule_that_bars_nobody_is_none(string rule, bool isRule) => Assert.Equal(isRule, BarRule.IsRule(rule));

    [Fact]
    public void Each_rule_says_why_it_bars_and_none_stands_for_the_review()
    {
        var terms = new TaskTerms { BarredRules = ["proposer", "approver", "decided:research", "user:ada"] };
        Assert.Equal(4, terms.WhyBarred().Split("; ").Distinct().Count());
        Assert.Contains("“research”", terms.WhyBarred(), StringComparison.Ordinal);
        Assert.DoesNotContain("ada", terms.WhyBarred(), StringComparison.Ordinal);
        Assert.Equal("the review bars you from it", new TaskTerms().WhyBarred());
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void What_several_people_decide_is_a_vote(int votes, bool isVote) =>
        Assert.Equal(isVote, new TaskTerms { Votes = votes }.IsVote);

    [Fact]
    public void A_timer_that_failed_is_tried_again_with_growing_pauses_and_stays_due()
    {
        var now = DomainDesk.Now;
        var timer = new ReviewTimer("research#2:deadline", now);
        Assert.Equal(("research", now, now), (timer.Step, timer.DueAt, timer.TryAt));
        foreach (var (attempt, minutes) in new[] { (1, 1), (2, 5), (3, 25), (4, 25) })
        {
            timer.NoteFailure("The database is gone.", now);
            Assert.Equal((attempt, now.AddMinutes(minutes), now), (timer.Attempts, timer.TryAt, timer.DueAt));
        }
    }

    [Fact]
    public void A_timer_that_was_refused_has_not_failed()
    {
        var timer = new ReviewTimer("research#2:deadline", DomainDesk.Now);
        timer.PutOff("The review is on hold.", DomainDesk.Now);
        Assert.Equal((0, DomainDesk.Now.AddMinutes(5)), (timer.Attempts, timer.TryAt));
    }
}
