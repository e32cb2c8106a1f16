using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// How many times as long ten times the text takes, where no full stop gives a reader rest: the worst of several pieces.
/// </summary>
internal static class LongTexts
{
    private const int Small = 400_000;
    private const int Runs = 3;

    private static readonly string[] Pieces =
    [
        "word ",
        "a",
        "7",
        "1,",
        "123,",
        "and 1 ",
        "half ",
        "(",
        "\"a \" ",
        "a.b.",
        "1\n",
        "from March to ",
        "the night of 3 ",
        "he said, according to the army in Kyiv ",
    ];

    public static void Print()
    {
        var worst = Pieces.Select(piece => (piece, ratio: Ratio(piece))).MaxBy(one => one.ratio);
        Table.Row(
            "speed: ten times the text",
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {worst.ratio:F1} times as long, of {Pieces.Length} texts without an end"
            ),
            "in proportion: 10"
        );
    }

    private static double Ratio(string piece) => Seconds(piece, 10 * Small) / Seconds(piece, Small);

    private static double Seconds(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        return Enumerable.Range(0, Runs).Min(_ => Timing.Of(() => ArticleReader.Read(text, null), 1).Seconds);
    }
}
