using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ClaimTracker.UnitTests.Extraction.Quantities;

/// <summary>Whatever the text: no exception, spans inside of it and in order, and work in proportion to its length.</summary>
public sealed class QuantityRobustnessTests
{
    private static readonly string[] Pieces =
    [
        "1",
        "2,415,300",
        "3.6",
        "m",
        "bn",
        " ",
        "  ",
        "-",
        "–",
        ",",
        ".",
        "and",
        " and ",
        "a",
        "half",
        "thirds",
        "dozens",
        "hundreds",
        "of",
        "million",
        "one",
        "twenty",
        "-year-old",
        "more than ",
        "from ",
        " to ",
        "between ",
        "$",
        "€",
        "Rs ",
        "%",
        " per cent",
        "°C",
        "km",
        "people",
        "½",
        "⅙",
        "1/2",
        "\0",
        "\uD83D",
        "🙂",
        "\u202E",
        "\u00A0",
        "\u2009",
        "'",
        "’",
        "\"",
        "(",
        ")",
        "EU",
        "May",
        "2020",
        ":30",
        "٣",
        "IV",
        "no",
        "minus ",
        "in ",
        "out of ",
        "+",
        "or more",
        "\n",
    ];

    [Property(MaxTest = 300)]
    public void Reads_any_unicode(string? text) => Check(text ?? "");

    [Property(MaxTest = 1500)]
    public Property Reads_any_order_of_what_figures_are_made_of() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), Check);

    [Theory]
    [InlineData("1")]
    [InlineData("1,")]
    [InlineData("123,")]
    [InlineData("12 ")]
    [InlineData("000 ")]
    [InlineData("1-")]
    [InlineData("1/")]
    [InlineData("½")]
    [InlineData(",")]
    [InlineData("and ")]
    [InlineData("and 1 ")]
    [InlineData("one ")]
    [InlineData("five-")]
    [InlineData("half ")]
    [InlineData("hundreds of ")]
    [InlineData("million ")]
    [InlineData("more than ")]
    [InlineData("$")]
    [InlineData("x")]
    public void Comes_to_the_end_of_a_text_of_any_length(string piece)
    {
        var (text, found) = (LongText.Of(piece), new List<Quantity>());
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), found);
        Assert.True(LongText.AreInOrder(text, found.Select(one => one.Span)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData(",")]
    [InlineData("and ")]
    public void Finds_nothing_in_two_million_characters_that_state_nothing(string piece)
    {
        var found = new List<Quantity>();
        var text = LongText.Of(piece);
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), found);
        Assert.Empty(found);
    }

    private static void Check(string text)
    {
        Check(text, new TextSpan(0, text.Length));
        Check(text, new TextSpan(text.Length / 3, text.Length - text.Length / 4));
    }

    private static void Check(string text, TextSpan within)
    {
        if (within.Start > within.End)
            return;
        var found = new List<Quantity>();
        QuantityScanner.Scan(text, within, found);

        var behind = within.Start;
        foreach (var one in found)
        {
            Assert.InRange(one.Span.Start, behind, within.End);
            Assert.InRange(one.Span.End, one.Span.Start + 1, within.End);
            Assert.True(one.Value is { } value && double.IsFinite(value));
            behind = one.Span.End;
        }
    }
}
