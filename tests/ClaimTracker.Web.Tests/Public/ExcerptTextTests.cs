using ClaimTracker.Web.Public;

namespace ClaimTracker.Web.Tests.Public;

public sealed class ExcerptTextTests
{
    [Fact]
    public void Shows_the_sentence_and_one_on_either_side()
    {
        var excerpt = Around("One came. Two came. It rained. It stopped. All left.", "It rained.");

        Assert.Equal(("Two came. ", "It rained.", " It stopped."), (excerpt.Before, excerpt.Marked, excerpt.After));
    }

    [Fact]
    public void Shows_the_whole_sentence_around_a_claim_that_is_part_of_it()
    {
        var excerpt = Around("Two came. On Monday, 270 drones flew, the army said. It stopped.", "270 drones flew");

        Assert.Equal("Two came. On Monday, ", excerpt.Before);
        Assert.Equal(", the army said. It stopped.", excerpt.After);
    }

    [Fact]
    public void Stays_within_the_paragraph()
    {
        var excerpt = Around("A heading\n\nIt rained.\n\nAnother paragraph.", "It rained.");

        Assert.Equal(("", ""), (excerpt.Before, excerpt.After));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(300, 10)]
    [InlineData(10, 300)]
    [InlineData(300, 300)]
    [InlineData(2_000, 2_000)]
    public void Shows_no_more_than_its_length_and_cuts_at_words(int before, int after)
    {
        var text = $"First. {Sentence(before)} It rained on {Sentence(40)} {Sentence(after)} Last.";
        var excerpt = Around(text, "It rained on");

        var shown = excerpt.Before + excerpt.Marked + excerpt.After;
        Assert.InRange(shown.Length, 1, ExcerptText.Longest);
        Assert.Contains(shown.Trim('…'), text, StringComparison.Ordinal);
        Assert.DoesNotContain("First.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Last.", shown, StringComparison.Ordinal);
        Assert.Equal(before + after > ExcerptText.Longest, shown.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public void Cuts_a_claim_that_is_longer_than_an_excerpt()
    {
        var text = Sentence(900);

        var excerpt = new ExcerptText(text).Around(0, text.Length);

        Assert.InRange(excerpt.Marked.Length, 400, ExcerptText.Longest);
        Assert.EndsWith("…", excerpt.Marked, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_shows_more_whatever_the_range()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(
                Enumerable
                    .Range(0, 1_500)
                    .Select(_ =>
                        random.Next(30) switch
                        {
                            0 => ". ",
                            1 => "\n",
                            < 6 => " ",
                            var n => ((char)('a' + (n % 26))).ToString(),
                        }
                    )
            );
            var start = random.Next(text.Length - 1);
            var end = random.Next(start + 1, Math.Min(text.Length, start + 900));
            var excerpt = new ExcerptText(text).Around(start, end);
            Assert.InRange((excerpt.Before + excerpt.Marked + excerpt.After).Length, 1, ExcerptText.Longest);
            Assert.Contains((excerpt.Before + excerpt.Marked + excerpt.After).Trim('…'), text, StringComparison.Ordinal);
        }
    }

    private static Excerpt Around(string text, string marked)
    {
        var at = text.IndexOf(marked, StringComparison.Ordinal);
        return new ExcerptText(text).Around(at, at + marked.Length);
    }

    private static string Sentence(int length)
    {
        var words = string.Concat(Enumerable.Repeat("water ", (length / 6) + 1))[..(length - 1)].TrimEnd();
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }
}
