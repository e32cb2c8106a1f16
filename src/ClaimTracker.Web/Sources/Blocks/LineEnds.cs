using System.Text;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>Whether a line that the page breaks goes on in the next one.</summary>
internal static class LineEnds
{
    private const int LongestJoint = 12;
    private const int LabelWords = 2;

    private static readonly HashSet<string> Joints =
    [
        .. "a an the of in at to by for from with and or on into between than that which".Split(' '),
    ];

    /// <summary>Words enough that it is no label of the figure in the next line.</summary>
    public static bool IsSentence(StringBuilder line)
    {
        var (blanks, at) = (0, 0);
        for (; at < line.Length && blanks <= LabelWords; at++)
            blanks += line[at] == ' ' ? 1 : 0;
        return blanks > LabelWords;
    }

    /// <summary>"… in", "… the": a line that ends so goes on.</summary>
    public static bool AreOpen(StringBuilder line)
    {
        var end = line.ToString(Math.Max(0, line.Length - LongestJoint), Math.Min(line.Length, LongestJoint)).TrimEnd();
        return end.LastIndexOf(' ') is var blank and >= 0 && Joints.Contains(end[(blank + 1)..]);
    }
}
