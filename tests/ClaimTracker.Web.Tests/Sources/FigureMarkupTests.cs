using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Tests.Sources;

/// <summary>Markup around figures, read by intake and by the watch alike.</summary>
public sealed class FigureMarkupTests
{
    private const string Filler =
        "<p>The county council met on Tuesday to hear the report, which two engineers had worked on since the spring of last year.</p>"
        + "<p>Its chairman said that the figures would be looked at again before the next meeting, which is due in the autumn.</p>";

    [Theory]
    // Marks of notes.
    [InlineData("The flood left 41<sup>3</sup> dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left 41<sup>3</sup>dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left 41<sup><a href='#n3'>[3]</a></sup> dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left 41<sup>1</sup><sup>,</sup><sup>2</sup> dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left 1,010<sup>6</sup> homeless in the town.", "The flood left 1,010 homeless in the town.")]
    [InlineData("The flood left 4.10<sup>6</sup> homeless in the town.", "The flood left 4.10 homeless in the town.")]
    [InlineData("The flood left 41<span style='vertical-align: super'>3</span> dead.", "The flood left 41 dead.")]
    [InlineData("The flood left <b>41</b><sup>3</sup> dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left dozens<sup>3</sup> dead in the town.", "The flood left dozens dead in the town.")]
    [InlineData("The flood left dozens dead.<sup>[citation needed]</sup> It rained.", "The flood left dozens dead. It rained.")]
    [InlineData("The run was 10<sup><a href='#n2'>2</a></sup> miles long.", "The run was 10 miles long.")]
    [InlineData("The run was 42 km<sup>7</sup> long in the rain.", "The run was 42 km long in the rain.")]
    [InlineData("They came in<sup>2</sup> and sat down at 7.", "They came in and sat down at 7.")]
    // Powers.
    [InlineData("There are 10<sup>6</sup> cells in a drop.", "There are 10^6 cells in a drop.")]
    [InlineData("There are 3 × 10<sup>6</sup> cells in a drop.", "There are 3 × 10^6 cells in a drop.")]
    [InlineData("There are 10<sup>−3</sup> grams of it in a drop.", "There are 10^-3 grams of it in a drop.")]
    [InlineData("There are 10<sup>6</sup><sup>[4]</sup> cells in a drop.", "There are 10^6 cells in a drop.")]
    [InlineData("It burned 5 km<sup>2</sup> of forest and heath.", "It burned 5 km^2 of forest and heath.")]
    [InlineData("It burned two million km<sup>2</sup> of forest.", "It burned two million km^2 of forest.")]
    [InlineData("It held 40 m<sup>3</sup> of water in all.", "It held 40 m^3 of water in all.")]
    [InlineData("It held 40 kg/m<sup>3</sup> of salt in all.", "It held 40 kg/m^3 of salt in all.")]
    [InlineData("There are <math><msup><mn>10</mn><mn>6</mn></msup></math> cells in a drop.", "There are 10^6 cells in a drop.")]
    // Ordinals and parts of words.
    [InlineData("It opened on the 19<sup>th</sup> of August.", "It opened on the 19th of August.")]
    [InlineData("It opened on the 10<sup>th</sup> of August.", "It opened on the 10th of August.")]
    [InlineData("Mr M<sup>c</sup>Donald opened it on the day.", "Mr McDonald opened it on the day.")]
    // What is set low.
    [InlineData("It gave off 12 tonnes of CO<sub>2</sub> in a year.", "It gave off 12 tonnes of CO2 in a year.")]
    [InlineData("The flood left 41<sub>3</sub> dead in the town.", "The flood left 41 dead in the town.")]
    // Fractions.
    [InlineData("It is 5<sup>1</sup>/<sub>2</sub> miles to the dam.", "It is 5 1/2 miles to the dam.")]
    [InlineData("It is 5<sup>1</sup>⁄<sub>2</sub> miles to the dam.", "It is 5 1/2 miles to the dam.")]
    [InlineData("It is 5<sup>1/2</sup> miles to the dam.", "It is 5 1/2 miles to the dam.")]
    [InlineData("It is 5<sup>1/</sup><sub>2</sub> miles to the dam.", "It is 5 1/2 miles to the dam.")]
    [InlineData("It is 5<sup>½</sup> miles to the dam.", "It is 5½ miles to the dam.")]
    [InlineData("It is <sup>3</sup>/<sub>4</sub> of a mile to the dam.", "It is 3/4 of a mile to the dam.")]
    [InlineData(
        "It is <span class=frac>5<span class=num>1</span>⁄<span class=den>2</span></span> miles to it.",
        "It is 5 1/2 miles to it."
    )]
    [InlineData(
        "It is <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> of a mile to the dam.",
        "It is 3/4 of a mile to the dam."
    )]
    // What is struck out.
    [InlineData("The flood left <del>38</del> 41 dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left <s>38</s><ins>41</ins> dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left <strike>38</strike> 41 dead in the town.", "The flood left 41 dead in the town.")]
    [InlineData("The flood left <span style='text-decoration:line-through'>38</span> 41 dead.", "The flood left 41 dead.")]
    [InlineData(
        "The flood left <span style='color:red; TEXT-DECORATION-LINE: Line-Through'>38</span> 41 dead.",
        "The flood left 41 dead."
    )]
    [InlineData("The flood left <span class=line-through>38</span> 41 dead.", "The flood left 41 dead.")]
    [InlineData("The flood left <span class=was>38</span> 41 dead.", "The flood left 41 dead.")]
    [InlineData(
        "The flood left <ruby>41<rp>(</rp><rt>3</rt><rp>)</rp></ruby> dead in the town.",
        "The flood left 41 dead in the town."
    )]
    public void A_figure_is_read_as_the_page_shows_it(string markup, string text)
    {
        var html =
            $"<!doctype html><html><head><title>A report</title><style>p, li {{ margin: 0 }} .was {{ color: red; text-decoration: line-through }}</style></head><body><article><p>{markup}</p>{Filler}</article></body></html>";
        Assert.Equal(text, PageBlocks.Of(html, isPage: true, null).Blocks.First(block => block.Zone < PageZone.Comment).Text);
        Assert.Equal(text, FirstLine(ArticleExtractor.Extract(html, null).Value!.Text));
    }

    [Theory]
    [InlineData("There are 10^6 cells in a drop.", 1_000_000, null)]
    [InlineData("It burned 5 km^2 of forest.", 5, "km²")]
    [InlineData("It burned 5km^2 of forest.", 5, "km²")]
    [InlineData("It is 5 1/2 miles to the dam.", 5.5, "mile")]
    public void What_is_written_so_is_read_as_one_figure(string text, double value, string? unit)
    {
        List<Quantity> found = [];
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), found);
        Assert.Equal([(value, unit)], found.Select(figure => (figure.Value!.Value, figure.Unit)));
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
