using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Desk;

public sealed class BulkActTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory, InlineData(BulkAction.Assign, "to"), InlineData(BulkAction.Decline, "reason")]
    public void What_needs_a_person_or_a_reason_is_not_confirmed_without(BulkAction action, string code)
    {
        var act = new BulkAct("ada", action, Now);

        Assert.Equal(code, act.Confirm("  ", Now).Refusal?.Code);
        Assert.Null(act.ConfirmedAt);
        Assert.True(act.Confirm(" bea ", Now).IsOk);
        Assert.Equal("bea", act.Said);
    }

    [Fact]
    public void What_was_said_first_stays_however_often_the_form_is_sent()
    {
        var act = new BulkAct("ada", BulkAction.Decline, Now);
        Assert.True(act.Confirm("Too vague.", Now).IsOk);

        Assert.True(act.Confirm("Something else.", Now.AddMinutes(1)).IsOk);

        Assert.Equal(("Too vague.", Now), (act.Said, act.ConfirmedAt));
    }

    [Fact]
    public void A_shared_filter_is_changed_by_its_owner_or_an_editor_and_one_of_ones_own_by_nobody_else()
    {
        var own = new SavedFilter("ada", "?kind=count", false, Now);
        var shared = new SavedFilter("ada", "?kind=count", true, Now);
        var (ada, bea, eve) = (Person("Ada", Roles.FactChecker), Person("bea", Roles.FactChecker), Person("eve", Roles.Editor));

        Assert.Null(own.NotToChange(ada));
        Assert.NotNull(own.NotToChange(eve));
        Assert.Null(shared.NotToChange(eve));
        Assert.NotNull(shared.NotToChange(bea));
        Assert.Equal("name", own.Rename(new string('a', SavedFilter.MaxName + 1)).Refusal?.Code);
        Assert.Equal("name", own.Rename(" ").Refusal?.Code);
    }

    private static Actor Person(string name, string role) => new(name, new HashSet<string> { role });
}
