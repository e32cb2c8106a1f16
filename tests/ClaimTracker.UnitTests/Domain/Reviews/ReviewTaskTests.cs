using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.DomainDesk;

namespace ClaimTracker.UnitTests.Domain.Reviews;

/// <summary>Who may decide, take and hand over a task, and what a hold is worth.</summary>
public sealed class ReviewTaskTests
{
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(30);
    private static readonly Actor Ada = Person("ada", Roles.FactChecker);
    private static readonly Actor Ben = Person("ben", Roles.FactChecker);
    private static readonly Actor Eve = Person("eve", Roles.Editor);
    private static readonly Actor Root = Person("root", Roles.Administrator);

    [Fact]
    public void Whoever_holds_its_role_may_decide_and_nobody_else()
    {
        var task = NewTask();
        Assert.Null(task.NotFor(Ada));
        Assert.Equal("wrong-role", task.NotFor(Eve)?.Code);
        Assert.Equal("wrong-role", task.NotFor(Person("mia"))?.Code);
    }

    [Fact]
    public void A_task_that_was_escalated_is_for_the_second_role_too()
    {
        var task = NewTask(escalatedTo: Roles.Editor);
        Assert.Null(task.NotFor(Eve));
        Assert.Null(task.NotFor(Ada));
        Assert.Equal("wrong-role", task.NotFor(Root)?.Code);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("ADA")]
    public void Who_is_barred_neither_decides_nor_takes_it_however_the_name_is_written(string barred)
    {
        var task = NewTask(barred: barred);
        Assert.Equal("barred", task.NotFor(Ada)?.Code);
        task.Take(Ada, Half, Now).MustBeRefused("barred");
        Assert.Null(task.NotFor(Ben));
    }

    [Fact]
    public void Of_two_who_take_it_one_wins_and_the_other_is_told_who_holds_it()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        task.Take(Ben, Half, Now).MustBeRefused("leased");
        Assert.Contains("ada", task.HeldByAnother("ben", Now)!.Message, StringComparison.Ordinal);
        Assert.Null(task.HeldByAnother("ADA", Now));
        Assert.True(task.IsHeldBy("Ada", Now));
    }

    [Fact]
    public void A_lease_that_has_expired_is_worth_nothing()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        Assert.Null(task.HolderAt(Now + Half));
        Assert.False(task.IsHeldBy("ada", Now + Half));
        task.Take(Ben, Half, Now + Half).MustBeOk();
        Assert.Equal("ben", task.HolderAt(Now + Half));
    }

    [Fact]
    public void A_lease_that_ends_on_another_day_is_told_with_its_day()
    {
        var task = NewTask();
        task.Take(Ada, TimeSpan.FromDays(1), Now).MustBeOk();
        var tomorrow = MomentText.Day(Now.AddDays(1));
        Assert.Contains($"until {tomorrow}, ", task.HeldByAnother("ben", Now)!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(tomorrow, task.HeldByAnother("ben", Now.AddHours(23.9))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_is_kept_for_whoever_did_it_before_and_whoever_holds_the_lease_comes_first()
    {
        var task = NewTask();
        task.KeepFor("Ada");
        Assert.Equal("Ada", task.KeptForAt(Now));
        task.Take(Ben, Half, Now).MustBeRefused("kept");
        Assert.Null(task.HeldByAnother("ada", Now));
        task.Take(Ada, Half, Now).MustBeOk();
        Assert.Equal("leased", task.HeldByAnother("ben", Now)?.Code);
        Assert.Equal("kept", task.HeldByAnother("ben", Now + Half)?.Code);
        task.Release("ada").MustBeOk();
        task.Take(Ben, Half, Now).MustBeOk();
    }

    [Fact]
    public void A_task_is_not_kept_for_somebody_who_is_barred_nor_after_a_second_role_was_called_in()
    {
        var barred = NewTask(barred: "ada");
        barred.KeepFor("ada");
        Assert.Null(barred.KeptForAt(Now));
        var escalated = NewTask(escalatedTo: Roles.Editor);
        escalated.KeepFor("ada");
        escalated.Take(Eve, Half, Now).MustBeOk();
    }

    [Fact]
    public void A_hold_is_prolonged_for_its_holder_while_it_lasts_and_never_made_shorter()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        task.Prolong("ben", Half, Now.AddMinutes(10));
        Assert.Equal(Now + Half, task.LeaseUntil);
        task.Prolong("ada", TimeSpan.FromMinutes(1), Now.AddMinutes(10));
        Assert.Equal(Now + Half, task.LeaseUntil);
        task.Prolong("ada", Half, Now.AddMinutes(10));
        Assert.Equal(Now.AddMinutes(40), task.LeaseUntil);
        task.Prolong("ada", Half, Now.AddMinutes(50));
        Assert.Equal(Now.AddMinutes(40), task.LeaseUntil);
    }

    [Fact]
    public void Who_holds_it_lets_go_of_it_and_nobody_else()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        task.Release("ben").MustBeRefused("not-leased");
        task.Release("Ada").MustBeOk();
        Assert.Null(task.HolderAt(Now));
        task.Release("ada").MustBeRefused("not-leased");
    }

    [Fact]
    public void Who_holds_it_or_could_take_it_hands_it_over()
    {
        var task = NewTask();
        HandTo(task, Ada, "ben").MustBeOk();
        Assert.Equal("ben", task.HolderAt(Now));
        HandTo(task, Ada, "ada").MustBeRefused("leased");
        HandTo(task, Ben, "ada").MustBeOk();
        HandTo(task, Person("mia"), "ben").MustBeRefused("leased");
        HandTo(NewTask(), Person("mia"), "ben").MustBeRefused("wrong-role");
        HandTo(NewTask(barred: "ada"), Ada, "ben").MustBeRefused("barred");
    }

    [Fact]
    public void Editors_and_administrators_take_it_from_who_holds_it_for_another()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        HandTo(task, Eve, "ben").MustBeOk();
        HandTo(task, Root, "ada").MustBeOk();
        Assert.Equal("ada", task.HolderAt(Now));
    }

    [Fact]
    public void It_is_handed_only_to_somebody_who_may_decide_it()
    {
        HandTo(NewTask(), Eve, "mia").MustBeRefused("not-for-them");
        HandTo(NewTask(), Eve, "").MustBeRefused("not-for-them");
        HandTo(NewTask(barred: "BEN"), Eve, "ben").MustBeRefused("not-for-them");
        var task = NewTask();
        HandTo(task, Eve, "BEN").MustBeOk();
        Assert.Equal("ben", task.LeasedBy);
    }

    [Fact]
    public void A_vote_is_held_by_nobody_so_that_several_decide_it_at_once()
    {
        var task = NewTask(votes: 2);
        task.Take(Ada, Half, Now).MustBeOk();
        Assert.Null(task.HolderAt(Now));
        task.Take(Ben, Half, Now).MustBeOk();
        HandTo(task, Eve, "ben").MustBeRefused("vote");
    }

    [Fact]
    public void A_task_that_is_closed_is_for_nobody()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        task.Close(ReviewTaskStatus.Closed, Now);
        Assert.Null(task.HolderAt(Now));
        Assert.Equal("task-closed", task.NotFor(Ada)?.Code);
        task.Take(Ada, Half, Now).MustBeRefused("task-closed");
        HandTo(task, Root, "ben").MustBeRefused("task-closed");
        task.Prolong("ada", Half, Now);
        Assert.Null(task.LeaseUntil);
    }

    [Fact]
    public void Deciding_ends_the_hold_and_is_kept_with_its_key()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        task.Record("Done", "ada", "as told", "key", Now);
        Assert.Null(task.HolderAt(Now));
        Assert.Equal([("Done", "ada", "key", null)], task.Decided.Select(d => (d.Decision, d.By, d.IdempotencyKey, d.VoidedAt)));
    }

    [Fact]
    public void A_change_of_what_is_voted_on_voids_the_votes_and_lets_those_who_gave_them_vote_anew()
    {
        var claim = Proposed();
        claim.ApproveBy("eve").MustBeOk();
        var task = NewTask(barred: "ada", votes: 2);
        task.Record("For", "Ada", null, "1", Now);
        Assert.Empty(task.BarredAfterChange(claim.ProposedVerdict!));
        task.VoidDecisions(Now);
        Assert.All(task.Decided, decision => Assert.Equal(Now, decision.VoidedAt));
        Assert.Equal(["eve"], NewTask(barred: "eve", rules: "decided:approve").BarredAfterChange(claim.ProposedVerdict!));
        Assert.Empty(NewTask(barred: "eve", rules: BarRule.Approver).BarredAfterChange(claim.ProposedVerdict!));
    }

    [Fact]
    public void Tasks_without_a_deadline_come_after_those_that_are_due_within_two_weeks()
    {
        var (due, open) = (NewTask(), NewTask());
        due.SetTerms(Roles.FactChecker, null, Now.AddDays(13), [], new TaskTerms());
        Assert.True(due.QueueOrder < open.QueueOrder);
    }

    [Fact]
    public void Memory_and_query_agree_who_holds_it()
    {
        var task = NewTask();
        task.Take(Ada, Half, Now).MustBeOk();
        foreach (var at in (DateTime[])[Now - Half, Now, Now + Half, Now.AddDays(1)])
        {
            Assert.Equal(task.HolderAt(at) is null, ReviewTask.FreeAt(at).Compile()(task));
            Assert.Equal(task.IsHeldBy("ada", at), ReviewTask.HeldAt(at).Compile()(task));
        }
    }

    private static Result HandTo(ReviewTask task, Actor by, string to) => task.HandOver(by, to, ["ada", "ben"], Half, Now);

    private static ReviewTask NewTask(string? barred = null, string? escalatedTo = null, int votes = 1, string? rules = null)
    {
        var task = new ReviewTask(NewClaim(), "research#1", "research", "Research", null, Now);
        var terms = new TaskTerms { Votes = votes, BarredRules = rules is null ? [] : [rules] };
        task.SetTerms(Roles.FactChecker, escalatedTo, null, barred is null ? [] : [barred], terms);
        return task;
    }
}
