using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Reviews;

public sealed class DraftTests
{
    private static readonly DateTime Now = DomainDesk.Now;

    [Fact]
    public void A_page_that_knows_of_fewer_saves_writes_over_nothing()
    {
        var draft = new Draft(1, "a");
        draft.Save(Typed("one"), 0, Now).MustBeOk();
        draft.Save(Typed("two"), 1, Now).MustBeOk();

        draft.Save(Typed("three"), 1, Now).MustBeRefused("older-page");

        Assert.Equal(("two", 2), (draft.Fields["text"], draft.Saves));
    }

    [Fact]
    public void The_same_text_once_more_is_no_save_whatever_the_page_knows()
    {
        var draft = new Draft(1, "a");
        draft.Save(Typed("one"), 0, Now).MustBeOk();

        draft.Save(Typed("one"), 0, Now.AddHours(1)).MustBeOk();

        Assert.Equal((1, Now), (draft.Saves, draft.SavedAt));
    }

    [Fact]
    public void What_was_sent_is_not_brought_back_by_a_page_from_before()
    {
        var draft = new Draft(1, "a");
        draft.Save(new Dictionary<string, string> { ["text"] = "one", ["beside"] = "two" }, 0, Now).MustBeOk();

        draft.TakeOut(name => name == "text", Now);
        draft.TakeOut(name => name == "text", Now);

        Assert.Equal("beside", Assert.Single(draft.Fields).Key);
        Assert.Equal(2, draft.Saves);
        draft.Save(Typed("one"), 1, Now).MustBeRefused("older-page");
    }

    private static Dictionary<string, string> Typed(string text) => new() { ["text"] = text };
}
