using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>New words that name another thing of the kind of the passage's own, and those that name this one.</summary>
public sealed class OtherThingTests
{
    [Theory]
    [InlineData("Ward 4", "Nurses in ward 4 found 12 cases of flu.", "Ward 5: 19 cases of flu found, ward closed.")]
    [InlineData("Route 11 tram", "Route 11 runs every six minutes.", "Route 18 was withdrawn for good on Monday.")]
    [InlineData("Claims for lot 30", "Lot 30 was sold for 9,000 pounds.", "Lot 31 was sold for 7,500 pounds.")]
    [InlineData(
        "Red Lane swimming pool",
        "The Red Lane pool holds 400 people.",
        "The Mill Lane pool no longer holds 300 people."
    )]
    [InlineData("Joan Farr wins", "Joan Farr ran the mile in 4:02.", "Kit Farr ran the mile in 4:40.")]
    [InlineData("Judge Orr retires", "Judge Ann Orr will leave the bench in May.", "Her brother was cleared of fraud.")]
    [InlineData("Smoking in schools", "Nine in a hundred pupils smoke.", "Chewing tobacco was counted too: four in a hundred.")]
    [InlineData("The peace of Arn", "The peace of Arn was signed in 1640.", "See also: the second peace of Arn, signed in 1671.")]
    public void Another_thing_of_the_kind_changes_nothing(string title, string quote, string line) =>
        Assert.Equal(LookOutcome.Unchanged, Look(title, quote, line));

    [Theory]
    [InlineData("Ward 4", "Nurses in ward 4 found 12 cases of flu.", "Ward 4: 19 cases of flu found, ward closed.")]
    [InlineData("Route 11 tram", "Route 11 runs every six minutes.", "Unlike route 18, route 11 no longer runs at night.")]
    [InlineData("Joan Farr wins", "Joan Farr ran the mile in 4:02.", "Captain Farr was disqualified for a false start.")]
    [InlineData("Levy ruling", "The High Court upheld the levy.", "The Supreme Court struck down the levy.")]
    [InlineData("Judge Orr retires", "Judge Ann Orr will leave the bench in May.", "Her deputy says that she will not leave.")]
    [InlineData("Smoking in schools", "Nine in a hundred pupils smoke.", "That was a mistake too: it should be 19 pupils.")]
    public void The_thing_itself_is_heard_of(string title, string quote, string line) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(title, quote, line));

    [Theory]
    [InlineData("Fountain in the square: 90 germs a litre", true)]
    [InlineData("Latest count: 90 germs a litre", false)]
    [InlineData("Lake at noon: 90 germs a litre", false)]
    public void A_figure_behind_another_name_is_of_that(string line, bool same) =>
        Assert.Equal(same, Look("Bathing", "The lake had 40 germs a litre.", line) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("Corrigendum: for “larches” read “birches”.", true)]
    [InlineData("Corrigendum: “larches” should be “birches”.", true)]
    [InlineData("Corrigendum: for “oaks” read “elms”.", false)]
    public void A_misprint_that_the_passage_has_not_is_another_sentences(string line, bool same) =>
        Assert.Equal(same, Look("Trees", "Foresters planted 300 oaks on the hill.", line) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("Correction: an earlier version misspelled the name of the warden.", true)]
    [InlineData("Correction: an earlier version misspelled the name of the warden and gave too many wolves.", false)]
    public void Letters_that_were_mended_change_nothing(string line, bool same) =>
        Assert.Equal(same, Look("Wolves", "The warden, Ann Lee, counted 12 wolves.", line) == LookOutcome.Unchanged);

    [Fact]
    public void A_corrected_figure_belongs_to_the_sentence_that_had_it()
    {
        const string Quote = "The clerk was cleared of theft.";
        const string Note = "Correction: we first gave the number of rooms at the hotel as 80. It has 90.";

        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison
                .Look(
                    Quote,
                    Pages.Of("Trial", Quote, "She had worked at the Anchor, a hotel of 80 rooms.", "She wept."),
                    Pages.Of("Trial", Quote, "She had worked at the Anchor, a hotel of 90 rooms.", "She wept.", Note)
                )
                .Outcome
        );
    }

    private static LookOutcome Look(string title, string quote, string line)
    {
        string[] stood = [quote, "A map hangs in the hall.", "Coffee is served from ten."];
        return PageComparison.Look(quote, Pages.Of(title, stood), Pages.Of(title, [.. stood, line])).Outcome;
    }
}
