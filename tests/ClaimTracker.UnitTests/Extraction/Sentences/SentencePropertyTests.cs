using ClaimTracker.Extraction.Sentences;
using FsCheck;
using FsCheck.Xunit;

namespace ClaimTracker.UnitTests.Extraction.Sentences;

public class SentencePropertyTests
{
    private static readonly string[] Pieces =
    [
        ".",
        " ",
        "?",
        "!",
        "\"",
        "'",
        "“",
        "”",
        "‘",
        "’",
        "(",
        ")",
        "[",
        "]",
        "…",
        "A",
        "b",
        "Mr",
        "U.S.",
        "1",
        "2.",
        "a)",
        "\n",
        "\r\n",
        "•",
        "-",
        "--",
        "<b>",
        "\0",
        "\uD83D",
        "😀",
        "שלום",
        "。",
        "...",
        ". . .",
        "p.m.",
        "I",
        "The",
        "[1]",
        "\\n",
        "////",
        "\u2028",
        "@",
        "www.",
    ];

    [Property(MaxTest = 500)]
    public void Never_throws_and_stays_inside_any_text(NonNull<string> text) => Check(text.Get);

    [Property(MaxTest = 2000)]
    public void Never_throws_on_marks_in_any_order(int[] picks) =>
        Check(string.Concat(picks.Select(pick => Pieces[(uint)pick % Pieces.Length])));

    [Theory]
    [InlineData("a")]
    [InlineData("word ")]
    [InlineData("(")]
    [InlineData("'a ")]
    [InlineData("“a ")]
    [InlineData("\"a \" ")]
    [InlineData("([{‘“ ")]
    [InlineData("a.b.")]
    [InlineData(". . ")]
    [InlineData("1. ")]
    [InlineData("<a")]
    [InlineData("\n")]
    [InlineData("1\n")]
    [InlineData("x\ny")]
    [InlineData("-\"")]
    [InlineData("[1]")]
    [InlineData(".\" (")]
    [InlineData("\\n")]
    public void Comes_to_the_end_of_a_text_of_any_length(string piece)
    {
        var text = LongText.Of(piece);
        Assert.True(LongText.AreInOrder(text, SentenceSplitter.Split(text)));
    }

    private static void Check(string text)
    {
        var last = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            Assert.InRange(sentence.Start, last, text.Length - 1);
            Assert.InRange(sentence.End, sentence.Start + 1, text.Length);
            Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
            last = sentence.End;
        }
    }
}
