using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

public sealed class UnkeptLookTests
{
    private const string Quote = "Russia launched 270 drones and 10 missiles overnight, the air force said.";

    private const string Page = """
        Live: what we know so far
        Officials in Kyiv gave their first count on Tuesday morning.
        {0}
        Fires were put out by noon, and power was back in most districts.
        Read more about the war
        """;

    [Theory]
    [InlineData("Russia launched 270 drones and 10 missiles overnight, the air force said.")]
    [InlineData("russia launched 270 drones and 10 missiles overnight; the air force said")]
    [InlineData("Russia launched 270\u00A0drones and 10\u00A0missiles\novernight – the air force said.")]
    [InlineData("“Russia launched 270 drones and 10 missiles overnight,” the air force said.")]
    [InlineData(
        "According to reports, Russia launched 270 drones and 10 missiles overnight, the air force said. It shot down 230."
    )]
    [InlineData("Russia launched 270 dro\u00ADnes and 10 missiles overnight, the air force said.")]
    public void Holds_a_passage_for_unchanged_whatever_typesetting_does(string line) =>
        Assert.Equal(LookOutcome.Unchanged, Look(Quote, line).Outcome);

    [Fact]
    public void Where_no_page_was_kept_it_is_not_said_to_stand_as_it_was()
    {
        var look = Look(Quote, Quote);

        Assert.DoesNotContain("as it was", look.Why, StringComparison.Ordinal);
        Assert.Contains("no page was kept to compare it with", look.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Russia launched 273 drones and 10 missiles overnight, the air force said.", "270 drones", "273 drones")]
    [InlineData("Russia launched 270 drones and 12 missiles overnight, the air force said.", "10 missiles", "12 missiles")]
    [InlineData(
        "Russia launched more than 270 drones and 10 missiles overnight, the air force said.",
        "270 drones",
        "more than 270 drones"
    )]
    [InlineData("Overnight Russia launched 1,270 drones and 10 missiles, the air force said.", "270 drones", "1,270 drones")]
    public void Shows_a_figure_that_changed_beside_the_one_quoted(string line, string was, string now)
    {
        var look = Look(Quote, line);
        Assert.Equal(LookOutcome.Changed, look.Outcome);
        Assert.Equal([new FigureChange(was, now)], look.Figures);
    }

    [Theory]
    [InlineData("Russia fired 270 drones and 10 missiles overnight, the air force said.")]
    [InlineData("Russia launched 270 drones and 10 missiles overnight, the defence ministry said.")]
    [InlineData("Russia has not launched 270 drones and 10 missiles overnight, the air force said.")]
    [InlineData("Belarus launched 270 drones and 10 missiles overnight, the air force said.")]
    public void Shows_new_wording_as_the_page_has_it(string line)
    {
        var look = Look(Quote, line);
        Assert.Equal(LookOutcome.Changed, look.Outcome);
        Assert.Contains("missiles overnight", look.Now, StringComparison.Ordinal);
        Assert.DoesNotContain("Fires were put out", look.Now, StringComparison.Ordinal);
        Assert.Empty(look.Figures);
    }

    [Theory]
    [InlineData("The mayor opened a new library on Monday.")]
    [InlineData("")]
    [InlineData("We use cookies. Accept all? You have read 3 of 3 free articles. Subscribe to go on reading.")]
    public void Says_that_a_passage_is_gone(string line) => Assert.Equal(LookOutcome.Missing, Look(Quote, line).Outcome);

    [Theory]
    [InlineData(
        "Russia launched 250 drones.\nCorrection: an earlier version of this story said Russia launched 270 drones and 10 missiles overnight, the air force said."
    )]
    [InlineData(
        "This article was amended on 20 August. It had said that Russia launched 270 drones and 10 missiles overnight, the air force said."
    )]
    [InlineData("We previously reported that “Russia launched 270 drones and 10 missiles overnight, the air force said”.")]
    [InlineData("That Russia launched 270 drones and 10 missiles overnight, the air force said, was wrong.")]
    public void A_passage_that_stands_only_in_its_own_correction_is_not_confirmed(string line)
    {
        Assert.Contains(
            Look(Quote, line).Outcome,
            (LookOutcome[])[LookOutcome.Denied, LookOutcome.Changed, LookOutcome.AlsoElsewhere]
        );
    }

    [Fact]
    public void A_passage_that_still_stands_beside_an_unrelated_correction_is_unchanged() =>
        Assert.Equal(
            LookOutcome.Unchanged,
            Look(Quote, Quote + "\nCorrection: an earlier version of this story misspelt the name of the mayor.").Outcome
        );

    [Theory]
    [InlineData("RETRACTED: drones over Poltava")]
    [InlineData("Editor's note: This article has been withdrawn after a complaint.")]
    public void A_page_that_withdraws_all_it_says_confirms_nothing(string banner)
    {
        Assert.Equal(LookOutcome.AlsoElsewhere, Look(Quote, banner + "\n" + Quote).Outcome);
    }

    [Theory]
    [InlineData("Russia launched 270 drones […] overnight", LookOutcome.Unchanged)]
    [InlineData("Russia launched 270 drones ... overnight, the air force said", LookOutcome.Unchanged)]
    [InlineData("[On Tuesday] Russia launched 270 drones and 10 missiles", LookOutcome.Unchanged)]
    [InlineData("Russia launched 260 drones […] overnight", LookOutcome.Changed)]
    [InlineData("The president resigned […] after a scandal about fishing rights", LookOutcome.Missing)]
    public void Leaves_omissions_and_insertions_out_of_account(string quote, LookOutcome expected) =>
        Assert.Equal(expected, Look(quote, Quote).Outcome);

    [Theory]
    [InlineData("1,000 bodies", "1000 bodies", LookOutcome.Unchanged)]
    [InlineData("1,000 bodies", "1\u202F000 bodies", LookOutcome.Unchanged)]
    [InlineData("grew by 5% last year", "grew by 5 last year", LookOutcome.Changed)]
    [InlineData("fell to -5 degrees", "fell to 5 degrees", LookOutcome.Changed)]
    [InlineData("cost €20 million", "cost $20 million", LookOutcome.Changed)]
    [InlineData("1.5 million people", "15 million people", LookOutcome.Changed)]
    [InlineData("Ukraine's army", "Ukraine’s army", LookOutcome.Unchanged)]
    public void Tells_typesetting_of_figures_from_a_change(string quote, string line, LookOutcome expected) =>
        Assert.Equal(expected, Look(quote, line).Outcome);

    [Fact]
    public void A_quote_without_words_is_never_confirmed() =>
        Assert.Equal(LookOutcome.Missing, PageComparison.Look("…", null, Pages.OfText("… and so on")).Outcome);

    [Fact]
    public void Stays_linear_on_a_page_of_one_word_a_million_times()
    {
        var page = string.Join(' ', Enumerable.Repeat("war", 300_000));
        var quote = string.Join(' ', Enumerable.Repeat("war", 2_000)) + " peace";
        Assert.Equal(LookOutcome.Changed, PageComparison.Look(quote, null, Pages.OfText(page)).Outcome);
    }

    private static PageLook Look(string quote, string line) =>
        PageComparison.Look(quote, null, Pages.OfText(Page.Replace("{0}", line, StringComparison.Ordinal)));
}
