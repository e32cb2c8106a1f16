using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Numbers that only shift because something was put in above them, and numbers that say something.</summary>
public sealed class NumberShiftTests
{
    [Theory]
    [InlineData("{0}. {1}")]
    [InlineData("{0}) {1}")]
    [InlineData("({0}) {1}")]
    [InlineData("Section {0}: {1}")]
    [InlineData("Chapter {0} {1}")]
    [InlineData("§ {0} {1}")]
    [InlineData("4.{0} {1}")]
    [InlineData("4.{0}. {1}")]
    public void Headings_whose_numbers_shift_are_the_same_headings(string form)
    {
        const string Quote = "The ferry carries at most 420 passengers.";
        WatchedPage Page(params string[] headings) =>
            Pages.Written(
                "Safety",
                [
                    "# Safety",
                    .. headings.SelectMany(
                        (heading, i) =>
                            new[]
                            {
                                "## " + string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i + 1, heading),
                                heading == "Limits" ? Quote : $"More on this stands in the annual report about {heading}.",
                            }
                    ),
                ]
            );

        var kept = Page("Crew", "Limits", "Repairs");

        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, kept, Page("Crew", "Weather", "Limits", "Repairs")).Outcome
        );
        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, kept, Page("Weather", "Tides", "Crew", "Limits", "Repairs")).Outcome
        );
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look(Quote, kept, Page("Limits", "Repairs")).Outcome);
        Assert.NotEqual(
            LookOutcome.Unchanged,
            PageComparison
                .Look(
                    Quote,
                    kept,
                    Page("Crew", "Rumours", "Repairs") with
                    {
                        Blocks =
                        [
                            .. Page("Crew", "Rumours", "Repairs").Blocks,
                            .. Pages.Written("", "## 9. Rumours", Quote).Blocks,
                        ],
                    }
                )
                .Outcome
        );
    }

    [Theory]
    [InlineData("#")]
    [InlineData("No.")]
    [InlineData("Nr.")]
    [InlineData("")]
    public void Rows_whose_running_numbers_shift_are_the_same_rows(string header)
    {
        const string Quote = "Kharkiv 270";
        var kept = Table(header, "Dnipro|120", "Kharkiv|270", "Odesa|90");

        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, kept, Table(header, "Kyiv|300", "Dnipro|120", "Kharkiv|270", "Odesa|90")).Outcome
        );
        Assert.Equal(
            LookOutcome.Unchanged,
            PageComparison.Look("2 Kharkiv 270", kept, Table(header, "Dnipro|120", "Lviv|10", "Kharkiv|270", "Odesa|90")).Outcome
        );
        Assert.Equal(
            LookOutcome.Changed,
            PageComparison.Look(Quote, kept, Table(header, "Kyiv|300", "Dnipro|120", "Kharkiv|280", "Odesa|90")).Outcome
        );
        Assert.NotEqual(
            LookOutcome.Unchanged,
            PageComparison.Look(Quote, kept, Table(header, "Dnipro|120", "Kyiv|270", "Odesa|90")).Outcome
        );
    }

    [Theory]
    [InlineData("Rank")]
    [InlineData("Place")]
    [InlineData("Position")]
    public void A_rank_is_no_running_number(string header) =>
        Assert.Equal(
            LookOutcome.Changed,
            PageComparison
                .Look(
                    "2 Kharkiv 270",
                    Table(header, "Dnipro|120", "Kharkiv|270", "Odesa|90"),
                    Table(header, "Kyiv|300", "Dnipro|120", "Kharkiv|270", "Odesa|90")
                )
                .Outcome
        );

    [Theory]
    [InlineData("3. The ferry carries at most 420 passengers", "4. The ferry carries at most 420 passengers")]
    [InlineData("(c) The ferry carries at most 420 passengers", "(d) The ferry carries at most 420 passengers")]
    public void Numbered_items_shift_too(string was, string now)
    {
        var kept = Pages.Written(
            "Rules",
            "# Rules",
            "The port office sets these rules.",
            "- " + was,
            "All crews know them by heart."
        );
        var numberOfWas = was.Split(' ')[0];
        var page = Pages.Written(
            "Rules",
            "# Rules",
            "The port office sets these rules.",
            $"- {numberOfWas} Dogs are kept on a lead",
            "- " + now,
            "All crews know them by heart."
        );
        Assert.Equal(LookOutcome.Unchanged, PageComparison.Look("The ferry carries at most 420 passengers", kept, page).Outcome);
    }

    [Theory]
    [InlineData("3 killed at the quay", "4 killed at the quay")]
    [InlineData("3 million ships", "4 million ships")]
    [InlineData("2.5 million ships counted", "3.5 million ships counted")]
    public void A_count_at_the_head_of_a_line_is_a_figure(string was, string now)
    {
        var kept = Pages.Written(
            "Harbour",
            "# Harbour",
            "## " + was,
            "The pilots keep a log of it.",
            "The wind was weak at noon."
        );
        var page = Pages.Written(
            "Harbour",
            "# Harbour",
            "## " + was.Replace(was.Split(' ')[^1], "elsewhere", StringComparison.Ordinal),
            "## " + now,
            "The pilots keep a log of it.",
            "The wind was weak at noon."
        );
        Assert.NotEqual(LookOutcome.Unchanged, PageComparison.Look(was, kept, page).Outcome);
    }

    [Fact]
    public void A_table_of_many_rows_that_all_shift_is_compared_in_time()
    {
        var rows = Enumerable.Range(0, 40_000).Select(i => $"Place {i:x}|{i}").ToArray();
        var look = PageComparison.Look("Place 9c3f 39999", Table("#", rows), Table("#", [.. rows.Prepend("Kyiv|300")]));
        Assert.Equal(LookOutcome.Unchanged, look.Outcome);
    }

    private static WatchedPage Table(string header, params string[] rows) =>
        Pages.Written(
            "Attacks",
            [
                "# Attacks",
                "The air force counts them each week.",
                $"|{header}|Region|Drones",
                .. rows.Select((row, i) => $"|{i + 1}|{row}"),
                "Its method stands in the annual report.",
            ]
        );
}
