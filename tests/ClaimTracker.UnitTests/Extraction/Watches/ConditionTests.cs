using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>A figure that changes within its condition is let through, and nothing else is.</summary>
public sealed class ConditionTests
{
    private const string Quote = "The army has lost 950,000 soldiers.";

    [Theory]
    [InlineData(ConditionKind.Passes, 1_000_000d, "997,120", "now 997,120, below 1,000,000")]
    [InlineData(ConditionKind.Passes, 1_000_000d, "1,000,000", null)]
    [InlineData(ConditionKind.Passes, 1_000_000d, "1,003,000", null)]
    [InlineData(ConditionKind.Passes, 1_000_000d, "900,000", "now 900,000, below 1,000,000")]
    [InlineData(ConditionKind.Passes, 1_000_000d, "990,000 to 1,010,000", null)]
    [InlineData(ConditionKind.Passes, 1_000_000d, "more than 997,000", null)]
    [InlineData(ConditionKind.Passes, 1_000_000d, "about 997,000", null)]
    [InlineData(ConditionKind.FallsBelow, 900_000d, "901,000", "now 901,000, above 900,000")]
    [InlineData(ConditionKind.FallsBelow, 900_000d, "900,000", null)]
    [InlineData(ConditionKind.FallsBelow, 900_000d, "899,999", null)]
    [InlineData(ConditionKind.FallsBelow, 900_000d, "fewer than 910,000", null)]
    [InlineData(ConditionKind.Percent, 5d, "980,000", "now 980,000, 3.16 % from the published 950,000, under 5 %")]
    [InlineData(ConditionKind.Percent, 5d, "997,500", null)]
    [InlineData(ConditionKind.Percent, 5d, "902,500", null)]
    [InlineData(ConditionKind.Percent, 5d, "at least 955,000", null)]
    [InlineData(ConditionKind.Any, null, "950,001", null)]
    public void What_is_surely_not_met_verifies_in_its_own_words(ConditionKind kind, double? limit, string now, string? words)
    {
        var look = ConditionedLook.Look(
            Quote,
            Page(Quote),
            Page(Quote.Replace("950,000", now, StringComparison.Ordinal)),
            new FigureCondition(kind, limit)
        );

        Assert.Equal(words, look.Within);
        Assert.Equal(words is null ? LookOutcome.Changed : LookOutcome.Unchanged, look.Outcome);
        if (words is not null)
        {
            Assert.Contains(words, look.Why, StringComparison.Ordinal);
            Assert.StartsWith($"The figure is {words}. Of the rest: ", look.Why, StringComparison.Ordinal);
            Assert.Contains(look.Parts, part => part is { Part: "condition", Holds: true });
        }
    }

    [Theory]
    [InlineData(
        "The army has lost 997,120 soldiers.",
        "This figure was withdrawn: the army of the country never lost so many soldiers."
    )]
    [InlineData("The army has lost 997,120 tanks.", "Wells are dug.")]
    [InlineData("The army has never lost 997,120 soldiers.", "Wells are dug.")]
    [InlineData("The army has lost 997,120 soldiers and 12 ships.", "Wells are dug.")]
    [InlineData("Nothing of the kind.", "Wells are dug.")]
    public void Whatever_else_differs_is_found_as_ever(string now, string below)
    {
        var look = ConditionedLook.Look(
            Quote,
            Page(Quote),
            new([.. Page(now).Blocks, Paragraph(below)]),
            new FigureCondition(ConditionKind.Passes, 1_000_000)
        );

        Assert.Null(look.Within);
        Assert.NotEqual(LookOutcome.Unchanged, look.Outcome);
    }

    [Fact]
    public void The_day_of_the_count_may_move_with_it()
    {
        var look = ConditionedLook.Look(
            "lost 950,000 soldiers",
            Page("By 3 May 2026 the army has lost 950,000 soldiers."),
            Page("By 4 May 2026 the army has lost 951,100 soldiers."),
            new FigureCondition(ConditionKind.Percent, 5)
        );

        Assert.Equal("now 951,100, 0.12 % from the published 950,000, under 5 %", look.Within);
    }

    [Fact]
    public void It_is_the_published_figure_that_is_measured_against_and_never_the_last_look()
    {
        var condition = new FigureCondition(ConditionKind.Percent, 5);

        // Each step is small; together they are not.
        Assert.NotNull(
            ConditionedLook
                .Look(Quote, Page(Quote), Page(Quote.Replace("950,000", "980,000", StringComparison.Ordinal)), condition)
                .Within
        );
        Assert.Null(
            ConditionedLook
                .Look(Quote, Page(Quote), Page(Quote.Replace("950,000", "1,005,000", StringComparison.Ordinal)), condition)
                .Within
        );
    }

    [Fact]
    public void A_row_of_a_table_is_measured_as_well()
    {
        var condition = new FigureCondition(ConditionKind.Passes, 1_000_000);

        Assert.Equal(
            "now 997,120, below 1,000,000",
            ConditionedLook.Look("Soldiers 950,000", Row("Soldiers", "950,000"), Row("Soldiers", "997,120"), condition).Within
        );
        Assert.Null(
            ConditionedLook.Look("Soldiers 950,000", Row("Soldiers", "950,000"), Row("Soldiers", "1,000,001"), condition).Within
        );
    }

    [Theory]
    [InlineData(ConditionKind.Passes, 1_000_000d, "lost 950,000 soldiers", null)]
    [InlineData(ConditionKind.Passes, 900_000d, "lost 950,000 soldiers", "is not below 900,000")]
    [InlineData(ConditionKind.FallsBelow, 1_000_000d, "lost 950,000 soldiers", "is not above 1,000,000")]
    [InlineData(ConditionKind.FallsBelow, 900_000d, "lost 950,000 soldiers and 300 tanks", "the passage has 2")]
    [InlineData(ConditionKind.Percent, 5d, "lost soldiers", "the passage has none")]
    [InlineData(ConditionKind.Percent, 0d, "lost 950,000 soldiers", "above 0")]
    [InlineData(ConditionKind.Percent, -5d, "lost 950,000 soldiers", "above 0")]
    [InlineData(ConditionKind.Percent, 50d, "lost 950,000 soldiers", null)]
    [InlineData(ConditionKind.Percent, 50.1d, "lost 950,000 soldiers", "at most 50")]
    [InlineData(ConditionKind.Percent, 100d, "lost 950,000 soldiers", "at most 50")]
    [InlineData(ConditionKind.Percent, 1e300, "lost 950,000 soldiers", "at most 50")]
    [InlineData(ConditionKind.Percent, double.PositiveInfinity, "lost 950,000 soldiers", "Give the limit")]
    [InlineData(ConditionKind.Percent, double.NaN, "lost 950,000 soldiers", "Give the limit")]
    [InlineData(ConditionKind.Percent, null, "lost 950,000 soldiers", "Give the limit")]
    [InlineData(ConditionKind.Any, 5d, "lost 950,000 soldiers", "Any change has no limit")]
    [InlineData(ConditionKind.Any, null, "no figure at all", null)]
    public void A_condition_that_cannot_be_watched_for_is_refused(ConditionKind kind, double? limit, string quote, string? why)
    {
        var refusal = new FigureCondition(kind, limit).Refuse(quote);

        if (why is null)
            Assert.Null(refusal);
        else
            Assert.Contains(why, refusal, StringComparison.Ordinal);
    }

    private static WatchedPage Page(string passage) => new([Paragraph("Figures of the general staff."), Paragraph(passage)]);

    private static PageBlock Paragraph(string text) => new(text, BlockKind.Paragraph, PageZone.Body);

    private static WatchedPage Row(params string[] cells) =>
        new([
            new PageBlock(string.Join(" ", cells), BlockKind.Row, PageZone.Body)
            {
                Cells = [new PageCell("Arm", cells[0]), new PageCell("Lost", cells[1])],
            },
        ]);
}
