using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Reviews;

public sealed class QueueOrderTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory, InlineData(1, 1), InlineData(14, 14), InlineData(15, 14), InlineData(null, 14)]
    public void A_task_stands_by_its_deadline_or_by_14_days_of_waiting_whichever_is_earlier(int? due, int place)
    {
        var task = Opened(due is { } days ? Now.AddDays(days) : null);

        Assert.Equal(Now.AddDays(place), task.QueueOrder);
    }

    [Fact]
    public void By_deadline_a_task_without_one_comes_after_any_that_has_one() =>
        Assert.True(Opened(Now.AddYears(500)).DueOrder < Opened(null).DueOrder);

    [Fact]
    public void Another_deadline_moves_its_place_and_the_days_of_waiting_still_count_from_the_opening()
    {
        var task = Opened(null);

        task.SetTerms(Roles.Editor, Roles.FactChecker, Now.AddDays(3), [], new TaskTerms());
        Assert.Equal(Now.AddDays(3), task.QueueOrder);
        task.SetTerms(Roles.Editor, null, Now.AddDays(40), [], new TaskTerms());
        Assert.Equal(Now.AddDays(14), task.QueueOrder);
    }

    [Fact]
    public void A_task_is_taken_off_by_who_could_hand_it_over_and_is_free_then()
    {
        var (ada, bea, eve) = (Person("ada", Roles.FactChecker), Person("bea", Roles.FactChecker), Person("eve", Roles.Editor));
        var task = Opened(null, Roles.FactChecker);
        Assert.Equal("not-held", task.TakeOff(eve, Now).Refusal?.Code);
        Assert.True(task.Take(ada, TimeSpan.FromMinutes(30), Now).IsOk);

        Assert.Equal("leased", task.TakeOff(bea, Now).Refusal?.Code);
        Assert.Equal("ada", task.HolderAt(Now));
        Assert.Equal("ada", task.TakeOff(eve, Now).Value);
        Assert.Null(task.HolderAt(Now));
        Assert.True(task.Take(bea, TimeSpan.FromMinutes(30), Now).IsOk);
        Assert.Equal("bea", task.TakeOff(bea, Now).Value);
    }

    private static Actor Person(string name, string role) => new(name, new HashSet<string> { role });

    private static ReviewTask Opened(DateTime? due, string role = Roles.Editor)
    {
        var article = new Article("Title", "Outlet", "There were 12 ships.", Now, "ada");
        var claim = new Claim("There were 12 ships.", "count", 0.9, new ClaimDetails(), new Appearance(article, 0, 20), Now);
        var task = new ReviewTask(claim, "research#1", "research", "Research", null, Now);
        task.SetTerms(role, null, due, [], new TaskTerms());
        return task;
    }
}
