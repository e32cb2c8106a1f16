using System.Text;
using ClaimTracker.Extraction;

namespace ClaimTracker.UnitTests.Extraction;

public class RobustnessTests
{
    private static readonly string[] s_pieces =
    [
        "said", "the army", "“", "”", "\"", "'", "’s", ", ", ". ", "270 drones", "killed", "according to", "\n\n", "\0", "\uD83D", "\uDE00",
        "😀", "שלום", "مرحبا", "(", ")", "—", "1,000", "%", "$", "in March", "on Tuesday", "he", "it", "home to the only", ", the biggest in", "‍", "é", "e\u0301", "\u202E", "\t",
        "was", "while", "triggered by", "…", "?!", "U.S.", "citing", "by", "and",
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("”")]
    [InlineData("said")]
    [InlineData("according to")]
    [InlineData(", said he, said she, said")]
    [InlineData("\0\0\0")]
    [InlineData("\uDC00 killed 5 people \uD800")]
    public void Odd_texts_are_read(string text) => Assert.NotNull(ArticleReader.Read(text, null));

    [Fact]
    public void Two_thousand_random_texts_give_spans_that_lie_inside_them()
    {
        var random = new Random(4711);
        for (var round = 0; round < 2000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(40); i > 0; i--)
                text.Append(s_pieces[random.Next(s_pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
            CheckSpans(text.ToString());
        }
    }

    [Fact]
    public void Twice_the_text_without_a_full_stop_takes_about_twice_the_work()
    {
        // Allocation stands for work here: unlike time it is the same on every machine.
        var once = Allocated(400_000);
        var twice = Allocated(800_000);
        Assert.InRange(twice, 0, (3 * once) + 4_000_000);
    }

    private static long Allocated(int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
            text.Append("drones he said, according to the army in Kyiv and the only ");
        var all = text.ToString();
        ArticleReader.Read(all, null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ArticleReader.Read(all, null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void CheckSpans(string text)
    {
        foreach (var sentence in ArticleReader.Read(text, new DateOnly(2024, 6, 11)).Sentences)
        {
            var spans = sentence.Claims.Select(claim => claim.Span)
                .Concat(sentence.Quantities.Select(quantity => quantity.Span))
                .Concat(sentence.Times.Select(time => time.Span))
                .Concat(sentence.Hedges);
            foreach (var span in spans)
                Assert.True(sentence.Span.Start <= span.Start && span.Start < span.End && span.End <= sentence.Span.End, text);
            Assert.InRange(sentence.Score, 0, 1);
        }
    }
}
