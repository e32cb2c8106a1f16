using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>What is said of another sentence of the page, and what only seems to be.</summary>
public sealed class OtherSentenceTests
{
    private const string Quote = "The yard has borrowed 40 million crowns from two banks.";

    private static readonly string[] Rest =
    [
        "Trawlers are built at Osby again.",
        "The first hull was launched in May by the mayor's daughter.",
        "Welders may strike over night shifts.",
    ];

    [Theory]
    [InlineData("Correction: an earlier version said the first hull was launched in April. It was May.")]
    [InlineData("Corrected on 3 June: the hull was launched by the mayor's daughter, not by his niece.")]
    [InlineData("We have amended this report to say who launched the first hull. It was the daughter.")]
    public void A_correction_of_another_sentence_leaves_the_passage_alone(string note) =>
        Assert.Equal(LookOutcome.Unchanged, Look(note).Outcome);

    [Theory]
    [InlineData("Correction: an earlier version said the yard had borrowed 30 million crowns.")]
    [InlineData("Correction: the loan is of 30 million crowns.")]
    [InlineData("Correction: an earlier version of this report gave the wrong figure.")]
    [InlineData("The loan that this report speaks of was called off in June after the banks asked for a new offer.")]
    public void One_of_the_passage_does_not(string note) => Assert.NotEqual(LookOutcome.Unchanged, Look(note).Outcome);

    [Theory]
    [InlineData("Welders may strike over night shifts.", "Welders will not strike over night shifts.", LookOutcome.Unchanged)]
    [InlineData("Welders may strike over night shifts.", "It was not repaid.", LookOutcome.AlsoElsewhere)]
    public void An_edit_speaks_of_what_its_sentence_spoke_of_unless_it_points(string was, string now, LookOutcome outcome)
    {
        string Page(string last) => $"{Quote} Trawlers are built at Osby again. {last}";
        Assert.Equal(
            outcome,
            PageComparison
                .Look(
                    Quote,
                    Pages.Written("Yard", ["# Yard", "The bay froze in winter.", Page(was), "Ferries run every hour."]),
                    Pages.Written("Yard", ["# Yard", "The bay froze in winter.", Page(now), "Ferries run every hour."])
                )
                .Outcome
        );
    }

    [Theory]
    [InlineData("Under way", "Given up in June 2025", LookOutcome.Moved)]
    [InlineData("Under way", "No longer under way", LookOutcome.Moved)]
    [InlineData("Under way", "What is under way", LookOutcome.Unchanged)]
    public void The_part_of_the_page_that_a_heading_belongs_to_says_something_of_what_stands_below_it(
        string was,
        string now,
        LookOutcome outcome
    ) => Assert.Equal(outcome, PageComparison.Look(Quote, InPart(was), InPart(now)).Outcome);

    [Theory]
    [InlineData("13:15", "13:15, 4 May 2022", LookOutcome.AlsoElsewhere)]
    [InlineData("13:15", "13:15, 4 May 2024", LookOutcome.Unchanged)]
    public void An_entry_that_bears_the_day_of_another_year_is_another(string was, string now, LookOutcome outcome)
    {
        WatchedPage Page(string at) =>
            Pages.Written("Harbour live", ["# Harbour live", "By a reporter, 4 May 2024", at, "## Loans", Quote, .. Rest]);
        Assert.Equal(outcome, PageComparison.Look(Quote, Page(was), Page(now)).Outcome);
    }

    [Theory]
    [InlineData("A stoker was taken to hospital with a wound to his hand.", LookOutcome.AlsoElsewhere)]
    [InlineData("Two docks were closed for the night.", LookOutcome.Unchanged)]
    public void Harm_is_told_against_what_denies_it(string entry, LookOutcome outcome)
    {
        const string Nobody = "Nobody was hurt.";
        WatchedPage Page(params string[] newer) =>
            Pages.Written("Fire live", ["# Fire live", .. newer, "9.10am", "A shed burned at Osby.", Nobody, .. Rest]);
        Assert.Equal(outcome, PageComparison.Look(Nobody, Page(), Page("10.30am", entry)).Outcome);
    }

    [Theory]
    [InlineData("Divers brought up 6 more bodies at night.", LookOutcome.AlsoElsewhere)]
    [InlineData("The mayor disputes this and speaks of fewer.", LookOutcome.Denied)]
    [InlineData("The quay was hurt by the waves.", LookOutcome.Unchanged)]
    public void A_further_count_of_those_who_came_to_harm_is_told(string next, LookOutcome outcome)
    {
        const string Count = "At least 23 people died when the barge sank off Osby.";
        WatchedPage Page(params string[] more) => Pages.Written("Barge", ["# Barge", Rest[0], Count, .. more, .. Rest[1..]]);
        Assert.Equal(outcome, PageComparison.Look(Count, Page(), Page(next)).Outcome);
    }

    private static PageLook Look(string note) =>
        PageComparison.Look(
            Quote,
            Pages.Written("Yard", ["# Yard", Rest[0], Quote, .. Rest[1..]]),
            Pages.Written("Yard", ["# Yard", Rest[0], Quote, .. Rest[1..], note])
        );

    private static WatchedPage InPart(string part) =>
        Pages.Written("Yard", ["# Yard", Rest[0], $"## {part}", "### Money", Quote, "## People", .. Rest[1..]]);
}
