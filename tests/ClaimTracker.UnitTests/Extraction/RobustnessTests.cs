using System.Text;
using ClaimTracker.Extraction;
using FsCheck;
using FsCheck.Xunit;

namespace ClaimTracker.UnitTests.Extraction;

public class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "said",
        "the army",
        "“",
        "”",
        "\"",
        "'",
        "’s",
        ", ",
        ". ",
        "270 drones",
        "killed",
        "according to",
        "\n\n",
        "\0",
        "\uD83D",
        "\uDE00",
        "😀",
        "שלום",
        "مرحبا",
        "(",
        ")",
        "—",
        "1,000",
        "%",
        "$",
        "in March",
        "on Tuesday",
        "he",
        "it",
        "home to the only",
        ", the biggest in",
        "‍",
        "é",
        "e\u0301",
        "\u202E",
        "\t",
        "was",
        "while",
        "triggered by",
        "…",
        "?!",
        "U.S.",
        "citing",
        "by",
        "and",
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
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
            CheckSpans(text.ToString());
        }
    }

    [Property(MaxTest = 300)]
    public void Any_text_is_read(NonNull<string> text) => CheckSpans(text.Get);

    [Fact]
    public void Quotations_ten_thousand_deep_are_read() =>
        CheckSpans(
            string.Concat(Enumerable.Repeat("“he said ‘(", 10_000)) + string.Concat(Enumerable.Repeat(")’ it said” ", 10_000))
        );

    [Theory]
    [InlineData("drones he said, according to the army in Kyiv and the only ")]
    [InlineData("word ")]
    [InlineData("a")]
    [InlineData("a.b.")]
    [InlineData("7")]
    [InlineData("1,")]
    [InlineData("and 1 ")]
    [InlineData("and ")]
    [InlineData("in the ")]
    [InlineData("(")]
    [InlineData("“a ")]
    [InlineData("'a ")]
    [InlineData("\"a \" ")]
    [InlineData("until the ")]
    [InlineData("the last ")]
    [InlineData("from May to ")]
    [InlineData("On Friday ")]
    [InlineData("שלום ")]
    [InlineData("👩‍👩‍👧 ")]
    [InlineData("\uD83D")]
    [InlineData("\0")]
    public void Twice_the_text_without_a_full_stop_takes_about_twice_the_work(string piece)
    {
        // Allocation stands for work here: unlike time it is the same on every machine.
        var once = Allocated(piece, 400_000);
        var twice = Allocated(piece, 800_000);
        Assert.InRange(twice, 0, (3 * once) + 4_000_000);
    }

    [Theory]
    [InlineData('w')]
    [InlineData('7')]
    [InlineData('(')]
    [InlineData('"')]
    public void Five_megabytes_of_one_character_are_read(char one) => CheckSpans(new string(one, 5_000_000));

    private static long Allocated(string piece, int length)
    {
        var all = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        ArticleReader.Read(all, null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ArticleReader.Read(all, null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void CheckSpans(string text)
    {
        foreach (var sentence in ArticleReader.Read(text, new DateOnly(2024, 6, 11)).Sentences)
        {
            var spans = sentence
                .Claims.Select(claim => claim.Span)
                .Concat(sentence.Quantities.Select(quantity => quantity.Span))
                .Concat(sentence.Times.Select(time => time.Span))
                .Concat(sentence.Hedges);
            foreach (var span in spans)
                Assert.True(sentence.Span.Start <= span.Start && span.Start < span.End && span.End <= sentence.Span.End, text);
            Assert.InRange(sentence.Score, 0, 1);
            Assert.All(sentence.Times, time => Assert.False(time.From >= time.To));
        }
    }
}
