using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Tests.Sources.Blocks;

public sealed class PageBlocksTests
{
    [Theory]
    [InlineData("<p hidden>x</p>", PageZone.Hidden)]
    [InlineData("<p aria-hidden=true>x</p>", PageZone.Hidden)]
    [InlineData("<p style='display: none'>x</p>", PageZone.Hidden)]
    [InlineData("<p style='visibility:hidden'>x</p>", PageZone.Hidden)]
    [InlineData("<p class='sr-only'>x</p>", PageZone.Hidden)]
    [InlineData("<style>.gone{display:none}</style><p class=gone>x</p>", PageZone.Hidden)]
    [InlineData("<p><del>x</del></p>", PageZone.Struck)]
    [InlineData("<p style='text-decoration:line-through'>x</p>", PageZone.Struck)]
    [InlineData("<section id=comments><p>x</p></section>", PageZone.Comment)]
    [InlineData("<div><h3>Comments (3)</h3><p>x</p></div>", PageZone.Comment)]
    [InlineData("<div class=related-stories><p>x</p></div>", PageZone.Teaser)]
    [InlineData("<div class=cookie-banner><p>x</p></div>", PageZone.Overlay)]
    [InlineData("<nav>x</nav>", PageZone.Navigation)]
    [InlineData("<aside>x</aside>", PageZone.Aside)]
    [InlineData("<footer>x</footer>", PageZone.Frame)]
    [InlineData("<div class=ad-slot>x</div>", PageZone.Advert)]
    [InlineData("<main><p>x</p></main>", PageZone.Body)]
    [InlineData("<div class=cmp-text><p>x</p></div>", PageZone.Body)]
    [InlineData("<div class=cmp-banner><p>x</p></div>", PageZone.Overlay)]
    [InlineData("<style>@media print{.a{display:none}}</style><p class=a>x</p>", PageZone.Body)]
    public void Tells_in_what_part_of_the_page_a_block_stands(string html, PageZone zone) =>
        Assert.Equal(
            zone,
            Assert
                .Single(
                    Blocks("<p>Some text of the page that is long enough to be its own.</p>" + html),
                    block => block.Text == "x"
                )
                .Zone
        );

    [Theory]
    [InlineData("<aside class=editors-note><p>{0}</p></aside>", true)]
    [InlineData("<div class='box correction'>{0}</div>", true)]
    [InlineData("<p role=alert>{0}</p>", true)]
    [InlineData("<div class=live-updates><p>{0}</p></div>", true)]
    [InlineData("<p class=lead>{0}</p>", false)]
    [InlineData("<aside class=noticeboard>{0}</aside>", false)]
    public void Knows_what_the_page_calls_a_notice(string notice, bool isOne) =>
        Assert.Equal(
            isOne,
            Blocks(
                $"<p>The text itself is longer than what is said of it here, by far.</p>{notice.Replace("{0}", "Short.", StringComparison.Ordinal)}"
            )[1].IsNotice
        );

    [Fact]
    public void What_holds_the_page_s_text_is_no_notice_whatever_it_is_called() =>
        Assert.DoesNotContain(
            Blocks("<div class=notice><h1>Title</h1><p>The text itself, all of it, stands here.</p></div><p>Short.</p>"),
            block => block.IsNotice
        );

    [Theory]
    [InlineData("<p><b>Prime</b> <b>Minister</b> <i>Aune</i> left.</p>")]
    [InlineData("<p><span>Prime</span>\n<span>Minister</span> <a href=/a>Aune</a> <em>left.</em></p>")]
    [InlineData("<p>Prime Mi<wbr>nister <span>A</span><span>une</span> <!-- x --> <u>left.</u></p>")]
    [InlineData("<table><tr><td><b>Prime</b> <b>Minister</b> Aune left.</td></tr></table>")]
    public void Words_in_elements_of_their_own_stand_apart_as_a_reader_sees_them(string html) =>
        Assert.Equal("Prime Minister Aune left.", Assert.Single(Blocks(html)).Text);

    [Theory]
    [InlineData("<p>Nine wells are dry.<sup>[disputed]</sup></p><p>Rain fell.</p>", "disputed")]
    [InlineData("<p>Nine wells<sup><i>[<a href=#d>dubious</a> – discuss]</i></sup> are dry.</p>", "dubious – discuss")]
    public void What_editors_say_of_a_passage_in_raised_brackets_stands_beside_it(string html, string said) =>
        Assert.Equal(["Nine wells are dry.", said], Blocks(html).Take(2).Select(block => block.Text));

    [Theory]
    [InlineData("<p>Nine wells are dry.<sup>[12]</sup></p>")]
    [InlineData("<p>Nine wells are dry.<sup>[note 3]</sup><sup>[citation needed]</sup></p>")]
    public void A_mark_in_raised_brackets_does_not(string html) =>
        Assert.Equal("Nine wells are dry.", Assert.Single(Blocks(html)).Text);

    [Theory]
    [InlineData("Discussion", PageZone.Body)]
    [InlineData("Reactions", PageZone.Body)]
    [InlineData("Reader reactions", PageZone.Comment)]
    [InlineData("Replies (4)", PageZone.Comment)]
    [InlineData("12 comments", PageZone.Comment)]
    public void A_part_of_the_text_is_not_what_readers_wrote(string heading, PageZone zone) =>
        Assert.Equal(
            zone,
            Assert
                .Single(Blocks($"<h1>Wells</h1><p>Nine are dry.</p><h2>{heading}</h2><p>x</p>"), block => block.Text == "x")
                .Zone
        );

    [Fact]
    public void What_is_struck_out_is_no_part_of_the_sentence_around_it()
    {
        var blocks = Blocks("<p>Toll: <del>10</del> 12</p>");
        Assert.Equal([("10", PageZone.Struck), ("Toll: 12", PageZone.Body)], blocks.Select(block => (block.Text, block.Zone)));
    }

    [Fact]
    public void A_heading_holds_for_what_follows_it_in_its_own_part()
    {
        var blocks = Blocks(
            "<h1>Report</h1><div class=box><h2>Inside</h2><p>one</p></div><p>two</p><header><h2>Later</h2></header><p>three</p>"
        );
        Assert.Equal(
            ["Inside", "Report", "Later"],
            blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Heading)
        );
    }

    [Theory]
    [InlineData("<p><b>Agreed</b></p>", true)]
    [InlineData("<P><B><FONT SIZE=3>Court 1, Judge Orr</FONT></B></P>", true)]
    [InlineData("<p><font size=4><strong>Refused</strong></font></p>", true)]
    [InlineData("<p><b>The council met on Monday.</b></p>", false)]
    [InlineData("<p><b>Note:</b></p>", false)]
    [InlineData("<p><b>Ann Orr</b> spoke</p>", false)]
    [InlineData("<p>Agreed</p>", false)]
    public void A_bold_line_is_a_heading_where_it_is_no_sentence(string line, bool isOne) =>
        Assert.Equal(isOne, Blocks($"<h1>Minutes</h1>{line}<p>one</p>")[^1].Heading != "Minutes");

    [Fact]
    public void A_heading_below_another_knows_the_part_it_belongs_to()
    {
        var blocks = Blocks("<h1>Report</h1><h2>Urgent</h2><h3>Same day</h3><p>one</p><h2>Other</h2><p>two</p>");
        Assert.Equal(["Urgent", null], blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Part));
    }

    [Fact]
    public void A_row_knows_its_column_headers_spans_included()
    {
        var row = Assert.Single(
            Blocks(
                "<table><thead><tr><th rowspan=2>Port</th><th colspan=2>2025</th></tr><tr><th>In</th><th>Out</th></tr></thead><tr><td>Orla</td><td>5</td><td>7</td></tr></table>"
            ),
            block => block.Cells.Count > 0
        );
        Assert.Equal(("Orla 5 7", BlockKind.Row), (row.Text, row.Kind));
        Assert.Equal([new PageCell("Port", "Orla"), new PageCell("2025 In", "5"), new PageCell("2025 Out", "7")], row.Cells);
    }

    [Fact]
    public void A_term_and_what_is_said_of_it_are_one() =>
        Assert.Equal(
            ["Status: In force", "Since: 2019"],
            Blocks("<dl><dt>Status</dt><dd>In force</dd><div><dt>Since:</dt><dd>2019</dd></div></dl>").Select(block => block.Text)
        );

    [Fact]
    public void A_note_is_known_to_belong_to_the_block_that_marks_it()
    {
        var blocks = Blocks("<p>Nine wells<sup><a href='#n1'>1</a></sup> are dry.</p><ol><li id=n1>Counted in May.</li></ol>");
        Assert.Equal(("Nine wells are dry.", "n1"), (blocks[0].Text, Assert.Single(blocks[0].Notes)));
        Assert.Contains("n1", blocks[1].Anchors);
    }

    [Theory]
    [InlineData("<p>One line<br>goes on here.</p>", new[] { "One line goes on here." })]
    [InlineData("<p>Kyiv: 12<br>Lviv: 14</p>", new[] { "Kyiv: 12", "Lviv: 14" })]
    [InlineData("<b>Status</b><span>Active</span>", new[] { "Status Active" })]
    [InlineData("<p>Ferries leave from<br>Moss at noon.</p>", new[] { "Ferries leave from Moss at noon." })]
    [InlineData("<p>Moss<br>Vik<br>Nes</p>", new[] { "Moss", "Vik", "Nes" })]
    [InlineData("<div><span>State: open</span> <span>Issued: 3 May</span></div>", new[] { "State: open", "Issued: 3 May" })]
    [InlineData("<div><span>State: open</span> <span>all week.</span></div>", new[] { "State: open all week." })]
    [InlineData("<dl><dt>Is it open?</dt><dd>From June.</dd></dl>", new[] { "Is it open?", "From June." })]
    [InlineData("<dl><dt>Open</dt><dd>From June.</dd></dl>", new[] { "Open: From June." })]
    [InlineData("<table><tr><td>·</td><td>Goats graze. Hens do not.</td></tr></table>", new[] { "Goats graze. Hens do not." })]
    public void Lines_end_where_a_reader_sees_them_end(string html, string[] lines) =>
        Assert.Equal(lines, Blocks(html).Select(block => block.Text));

    [Theory]
    [InlineData("<p>Nine wells are dry.<sup>2</sup></p><p><sup>2</sup> Two of them since May.</p>", true)]
    [InlineData("<p>Nine wells are dry.<sup>2</sup></p><p>Two<sup>2</sup> of them since May.</p>", false)]
    public void A_raised_sign_without_a_link_leads_to_the_block_that_begins_with_it(string html, bool leads)
    {
        var blocks = Blocks(html);
        Assert.Equal(leads, blocks[0].Notes.Any(blocks[1].Anchors.Contains));
    }

    [Theory]
    [InlineData(5_000_000, "<b>")]
    [InlineData(400_000, "<tr><td>1")]
    public void What_is_beyond_measure_is_refused_in_words(int times, string part)
    {
        var page = PageBlocks.Of("<table>" + string.Concat(Enumerable.Repeat(part, times)), true, null);
        Assert.Contains("too many", page.Refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", 200, true)]
    [InlineData(null, 200, true)]
    [InlineData("text/html", 404, false)]
    [InlineData("text/html", 503, false)]
    [InlineData("application/pdf", 200, false)]
    [InlineData("application/json", 200, false)]
    public void Only_a_page_that_came_is_compared(string? type, int status, bool read) =>
        Assert.Equal(read, AnswerCheck.Refuse(status, type) is null);

    private static IReadOnlyList<PageBlock> Blocks(string html) =>
        PageBlocks.Of($"<!doctype html><html><body>{html}</body></html>", true, null).Blocks;
}
