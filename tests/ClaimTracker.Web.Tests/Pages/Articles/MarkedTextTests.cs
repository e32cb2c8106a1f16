using ClaimTracker.Web.Pages.Articles;

namespace ClaimTracker.Web.Tests.Pages.Articles;

public sealed class MarkedTextTests
{
    [Fact]
    public void Cuts_nested_and_overlapping_ranges_into_segments()
    {
        const string Text = "abcdefghij";
        var segments = Assert.Single(MarkedText.Paragraphs(Text, [new(0, 6, 0), new(2, 4, 1), new(5, 9, 2)]));

        Assert.Equal(
            ["ab:0/1", "cd:1/2", "e:0/1", "f:2/2", "ghi:2/1", "j:/0"],
            segments.Select(s => $"{Text[s.Start..s.End]}:{s.Innermost}/{s.Depth}")
        );
        Assert.Equal([1], segments[1].Ending);
        Assert.Equal([0], segments[3].Ending);
        Assert.Equal([2], segments[4].Ending);
    }

    [Theory]
    [InlineData("One.\nTwo.", 2)]
    [InlineData("One\nline.\n\nTwo.", 2)]
    [InlineData("", 0)]
    public void Keeps_paragraphs(string text, int paragraphs) =>
        Assert.Equal(paragraphs, MarkedText.Paragraphs(text, []).Count());

    [Fact]
    public void Ends_a_claim_once_where_it_spans_paragraphs()
    {
        const string Text = "One two.\nThree four.";
        var paragraphs = MarkedText.Paragraphs(Text, [new(4, 14, 7)]).ToList();

        Assert.Equal([7], paragraphs[0].SelectMany(s => s.Starting));
        Assert.Empty(paragraphs[0].SelectMany(s => s.Ending));
        Assert.Equal([7], paragraphs[1].SelectMany(s => s.Ending));
        Assert.Equal("Three", Text[paragraphs[1][0].Start..paragraphs[1][0].End]);
    }

    [Fact]
    public void Loses_no_character_and_no_claim_whatever_the_ranges()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, 60).Select(_ => random.Next(9) == 0 ? '\n' : (char)('a' + random.Next(26)))
            );
            var ranges = Enumerable
                .Range(0, random.Next(12))
                .Select(i => (Start: random.Next(59), i))
                .Select(r => new MarkedRange(r.Start, random.Next(r.Start + 1, 61), r.i))
                .Where(r => text[r.Start..r.End].Trim('\n').Length > 0)
                .ToList();

            var segments = MarkedText.Paragraphs(text, ranges).SelectMany(p => p).ToList();

            Assert.Equal(
                text.Replace("\n", "", StringComparison.Ordinal),
                string.Concat(segments.Select(s => text[s.Start..s.End])).Replace("\n", "", StringComparison.Ordinal)
            );
            Assert.Equal(ranges.Select(r => r.Index).Order(), segments.SelectMany(s => s.Starting).Order());
            Assert.Equal(ranges.Select(r => r.Index).Order(), segments.SelectMany(s => s.Ending).Order());
            Assert.All(segments, s => Assert.Equal(s.Depth, ranges.Count(r => r.Start < s.End && r.End > s.Start)));
        }
    }
}
