using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>Labels, notices and notes that take back a page or a passage, and words around a passage that do not.</summary>
public sealed class NoticeKindTests
{
    private const string Title = "Grazing on Hovden common";
    private const string Passage = "Every farm in Hovden may graze 12 goats from the first week of June.";

    [Theory]
    [InlineData("A spoof for the first of April: the goats of Hovden are made up.")]
    [InlineData("This is satire from the club paper.")]
    [InlineData("Voted down: the grazing plan below never became a rule.")]
    [InlineData("A turned down proposal, kept here for the record, on the Hovden common.")]
    [InlineData("After the ruling: no farm is bound by it, the grazing right is suspended.")]
    [InlineData("The Hovden common was sold and its grazing has ended.")]
    public void A_notice_at_the_head_that_takes_the_page_back_is_a_finding(string notice) =>
        Assert.NotEqual(LookOutcome.Unchanged, LookAtHead(notice));

    [Theory]
    [InlineData("The ferry office in Moss is closed on Friday.")]
    [InlineData("Tickets for the summer fair are on sale at the mill.")]
    public void A_notice_at_the_head_of_something_else_is_none(string notice) =>
        Assert.Equal(LookOutcome.Unchanged, LookAtHead(notice));

    [Theory]
    [InlineData("“{0}” That was a chain letter; not a word of it is true.")]
    [InlineData("“{0}”")]
    [InlineData("\"{0}\" Who wrote so has not been found.")]
    public void A_passage_that_is_put_between_quotation_marks_is_no_longer_said_by_the_page(string set) =>
        Assert.NotEqual(
            LookOutcome.Unchanged,
            Look(Page(Passage), Page(string.Format(System.Globalization.CultureInfo.InvariantCulture, set, Passage)))
        );

    [Fact]
    public void One_that_stood_between_them_stands_there_still() =>
        Assert.Equal(LookOutcome.Unchanged, Look(Page($"“{Passage}”"), Page($"«{Passage}»")));

    [Theory]
    [InlineData("†", "† The parish takes this back.")]
    [InlineData("*", "* Counted wrongly, says the clerk of Moss parish in a letter.")]
    public void A_note_to_which_a_sign_in_the_passage_leads_is_read_as_standing_beside_it(string sign, string note) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(Page(Passage), Page(Passage[..^1] + "." + sign, note)));

    [Fact]
    public void A_note_that_explains_a_word_is_none() =>
        Assert.Equal(LookOutcome.Unchanged, Look(Page(Passage), Page(Passage + "‡", "‡ Sheep belong to the upper pasture.")));

    [Theory]
    [InlineData("Status: In force, as of 4 May 2026", true)]
    [InlineData("Status: In force (checked again on 4 May 2026)", true)]
    [InlineData("Status: In force until 4 May 2026", false)]
    [InlineData("Status: In force, as of 4 May 2026 with exceptions", false)]
    [InlineData("Status: Suspended, as of 4 May 2026", false)]
    [InlineData("Status: Not in force", false)]
    public void A_state_that_only_got_the_day_of_a_check_is_the_same(string field, bool same) =>
        Assert.Equal(same, Look(With("Status: In force"), With(field)) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("The clerk checked this again on 4 May 2026, no change.", false)]
    [InlineData("Checked again on 4 May 2026: it still holds.", true)]
    [InlineData("This was verified once more on 4 May 2026 by Moss Archive.", true)]
    [InlineData("Nothing has changed here, Moss Archive confirmed on 4 May 2026.", true)]
    [InlineData("This was checked again on 4 May 2026 and 9 remain.", false)]
    [InlineData("It was confirmed again on 4 May 2026, but only for ewes.", false)]
    [InlineData("Checked again on 4 May 2026: this has changed.", false)]
    [InlineData("Checked again on 4 May 2026: it is no longer valid.", false)]
    public void Words_that_only_say_that_it_was_checked_and_stands_are_no_finding(string said, bool none) =>
        Assert.Equal(none, Look(Page(Passage), Page($"{Passage} {said}")) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("A separate permit, one for Kvam Dairy, was withdrawn on 4 May 2026.", true)]
    [InlineData("Counts for Kvam, not printed here, were withdrawn in May.", true)]
    [InlineData("Another court set the rule aside in Kvam.", false)]
    [InlineData("A separate letter from Kvam calls this a mistake.", false)]
    [InlineData("Another rule for Hovden was withdrawn.", false)]
    public void What_is_withdrawn_and_says_that_it_is_another_is_no_finding(string said, bool none) =>
        Assert.Equal(none, Look(Page(Passage), Page($"{Passage} {said}")) == LookOutcome.Unchanged);

    [Theory]
    [InlineData("Key points", "At a glance", true)]
    [InlineData("Goats", "What you need to know", true)]
    [InlineData("Goats", "1. Goats", true)]
    [InlineData("2. Goats", "Goats", true)]
    [InlineData("Key points", "Goats in Kvam", false)]
    [InlineData("Rules for 2025", "Details", false)]
    [InlineData("Proposed rules", "Details", false)]
    [InlineData("Key points", "Former points", false)]
    [InlineData("Kvam", "Overview", false)]
    [InlineData("Key points", "What we do not know", false)]
    public void A_heading_in_other_words_is_the_same_where_neither_says_anything_of_its_own(string was, string now, bool same) =>
        Assert.Equal(same, Look(Under("## " + was), Under("## " + now)) == LookOutcome.Unchanged);

    [Fact]
    public void It_is_another_where_its_neighbours_changed_too() =>
        Assert.NotEqual(
            LookOutcome.Unchanged,
            Look(
                Under("## Key points"),
                Pages.Written(Title, "# " + Title, "Bells are rung at noon in Moss.", "## Overview", Passage)
            )
        );

    [Fact]
    public void A_line_above_it_that_is_set_as_a_heading_now_is_the_same() =>
        Assert.Equal(LookOutcome.Unchanged, Look(Under("Goats"), Under("## Goats")));

    [Theory]
    [InlineData("2025", "2023 | 2024", true)]
    [InlineData("2025", "2024 | Notes", false)]
    public void A_further_column_of_a_series_renews_none_of_its_others(string fresh, string headers, bool none)
    {
        var kept = Pages.Written(Title, "# " + Title, $"| Farm | {headers}", "| Nes | 1,204 | 1,310", "| Vik | 2,405 | 2,511");
        var page = Pages.Written(
            Title,
            "# " + Title,
            $"| Farm | {headers} | {fresh}",
            "| Nes | 1,204 | 1,310 | 999",
            "| Vik | 2,405 | 2,511 | 998"
        );
        Assert.Equal(none, PageComparison.Look("Nes 1,204 1,310", kept, page).Outcome == LookOutcome.Unchanged);
    }

    [Fact]
    public void Printed_a_second_time_as_a_quotation_it_stands_where_it_stood_but_not_where_it_is_only_a_quotation()
    {
        var pulled = new PageBlock(Passage, BlockKind.Quoted, PageZone.Body) { Heading = Title, Level = 1 };
        var page = Page(Passage);
        var at = page.Blocks.ToList().FindIndex(block => block.Text == Passage);
        Assert.Equal(
            LookOutcome.Unchanged,
            Look(page, page with { Blocks = [.. page.Blocks.Take(1), pulled, .. page.Blocks.Skip(1)] })
        );
        Assert.NotEqual(
            LookOutcome.Unchanged,
            Look(page, page with { Blocks = [.. page.Blocks.Take(at), pulled, .. page.Blocks.Skip(at + 1)] })
        );
    }

    private static LookOutcome LookAtHead(string notice) =>
        Look(Page(Passage), Pages.Written(Title, ["# " + Title, notice, .. Rest(Passage)]));

    private static LookOutcome Look(WatchedPage kept, WatchedPage page) => PageComparison.Look(Passage, kept, page).Outcome;

    private static WatchedPage With(string field) => Pages.Written(Title, ["# " + Title, field, .. Rest(Passage)]);

    private static WatchedPage Under(string heading) =>
        Pages.Written(Title, "# " + Title, "The common lies above the lake.", heading, Passage, "Fences are mended in May.");

    private static WatchedPage Page(string passage, params string[] behind) =>
        Pages.Written(Title, ["# " + Title, .. Rest(passage), .. behind]);

    private static string[] Rest(string passage) =>
        ["The common lies above the lake.", passage, "Fences are mended in May.", "A shed stands by the gate."];
}
