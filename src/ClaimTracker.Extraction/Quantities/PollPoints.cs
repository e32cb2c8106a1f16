using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells the points of a poll, which are percentage points, from those of an index or a league: "two points ahead in a survey".
/// </summary>
internal static class PollPoints
{
    /// <summary>True where what is counted are points and the sentence speaks of a poll.</summary>
    [Example("She is two points ahead, a poll found.", "two points")]
    public static bool Are(Passage p, TextSpan counted) => p.IsAny(counted, ["point", "points"]) && p.Has(FigureWord.Poll);
}
