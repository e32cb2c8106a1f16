namespace ClaimTracker.UnitTests.Extraction;

/// <summary>
/// Two million characters of one piece, with no end in sight. Work that grows with the square of a text's length has four million
/// million steps to go here and never comes to the end, so that a test which gets there shows that the work grows with the text
/// alone, by no clock. How many times as long ten times the text takes is measured by the benchmarks.
/// </summary>
internal static class LongText
{
    private const int Length = 2_000_000;

    public static string Of(string piece) =>
        string.Create(
            Length,
            piece,
            (span, part) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = part[i % part.Length];
                }
            }
        );

    /// <summary>True where spans lie in the text, one behind the other.</summary>
    public static bool AreInOrder(string text, IEnumerable<ClaimTracker.Extraction.Text.TextSpan> spans)
    {
        var last = 0;
        foreach (var span in spans)
        {
            if (span.Start < last || span.End <= span.Start || span.End > text.Length)
            {
                return false;
            }

            last = span.End;
        }

        return true;
    }
}
