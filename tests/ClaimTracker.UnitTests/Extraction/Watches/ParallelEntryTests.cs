using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>New rows and items beside the passage's: another's, or its own.</summary>
public sealed class ParallelEntryTests
{
    private static readonly string[] Table =
    [
        "# Catch by harbour",
        "Counted by the fish hall.",
        "| Harbour | Tonnes | Boats",
        "| Osvik Harbour | 412 | 18",
        "| Rana Harbour | 388 | 21",
        "| Tuva Harbour | 97 | 6",
        "The hall is open to visitors.",
        "Scales are tested in May.",
    ];

    private static readonly string[] List =
    [
        "# Passes",
        "The state of the roads this winter.",
        "- Haug pass: open, 8 tonnes at most",
        "- Lien pass: open, 12 tonnes at most",
        "Bring chains for the wheels.",
        "Phones do not work there.",
    ];

    [Theory]
    [InlineData("| Ylva Harbour | 402 | 19")]
    [InlineData("| Ylva Harbour | closed | 0")]
    [InlineData("| All harbours | 897 | 45")]
    public void A_row_of_another_label_is_another_subject(string row) =>
        Assert.Equal(LookOutcome.Unchanged, Look("Rana Harbour 388 21", Table, 6, row));

    [Theory]
    [InlineData("| Rana Harbour | 391 | 21")]
    [InlineData("| Rana (recounted) | 391 | 21")]
    [InlineData("| Correction | 391 | Rana")]
    [InlineData("| Note | figures of this table are wrong | -")]
    [InlineData("| Withdrawn | all | all")]
    public void A_row_of_the_same_label_or_about_it_is_its_own(string row) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look("Rana Harbour 388 21", Table, 6, row));

    [Theory]
    [InlineData("- Moen pass: open, 10 tonnes at most")]
    [InlineData("- Moen Pass – closed until spring")]
    public void An_item_of_another_label_is_another_subject(string item) =>
        Assert.Equal(LookOutcome.Unchanged, Look("Lien pass: open, 12 tonnes at most", List, 4, item));

    [Theory]
    [InlineData("- Lien pass from Friday: open, 6 tonnes at most")]
    [InlineData("- Status: all of these passes are closed")]
    [InlineData("- None of this holds in a storm")]
    public void An_item_about_it_is_its_own(string item) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look("Lien pass: open, 12 tonnes at most", List, 4, item));

    [Theory]
    [InlineData("| Remark | Permit was given up in March")]
    [InlineData("| Status | Suspended")]
    [InlineData("| Revoked on | 2 March")]
    public void Two_columns_without_headers_are_the_fields_of_one_thing(string row)
    {
        string[] card =
        [
            "# Crane 14",
            "From the register of cranes.",
            "| Owner | Rask and Sons",
            "| Permit | Granted until 2030",
            "| Reach | 30 metres",
            "Cranes are listed by number.",
            "Ask the clerk for copies.",
        ];
        var (kept, now) = (Fields(card), Fields([.. card[..5], row, .. card[5..]]));
        Assert.NotEqual(LookOutcome.Unchanged, PageComparison.Look("Permit Granted until 2030", kept, now).Outcome);
    }

    private static LookOutcome Look(string quote, string[] lines, int at, string line) =>
        PageComparison
            .Look(quote, Pages.Written("Register", lines), Pages.Written("Register", [.. lines[..at], line, .. lines[at..]]))
            .Outcome;

    // The page writer takes a table's first row for its headers.
    private static WatchedPage Fields(string[] lines)
    {
        var page = Pages.Written("Crane 14", lines);
        return page with
        {
            Blocks =
            [
                .. page.Blocks.Select(block =>
                    block.Kind == BlockKind.Row
                        ? block with
                        {
                            Cells =
                            [
                                .. lines
                                    .Single(line =>
                                        line.StartsWith('|')
                                        && line[1..].Replace(" |", "", StringComparison.Ordinal).Trim() == block.Text
                                    )[1..]
                                    .Split('|', StringSplitOptions.TrimEntries)
                                    .Select(text => new PageCell("", text)),
                            ],
                        }
                        : block
                ),
            ],
        };
    }
}
