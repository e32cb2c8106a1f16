using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads people called by their age: "the over-75s", "under 18s". In "the 1980s" and "the U-15 side" nobody is.
/// </summary>
internal static class AgeGroup
{
    private const int Oldest = 110;

    /// <summary>Adds the group whose number is read already, and says where it ends.</summary>
    [Example("The over-75s and the under 5s go first.", "over-75s", "under 5s")]
    public static bool TryRead(Passage p, in Amount amount, List<Quantity> into, out int end)
    {
        var figure = amount.Figure;
        end = figure.End + 1;
        if (figure is not { IsPlain: true, Value: >= 1 and <= Oldest } || p[figure.End] != 's' || char.IsLetterOrDigit(p[end]))
            return false;
        var bound = p.WordBefore(Passage.IsHyphen(p[figure.Start - 1]) ? figure.Start - 1 : figure.Start);
        var over = p.Is(bound, "over");
        if (!over && !p.Is(bound, "under"))
            return false;
        var (value, span) = (figure.Value, new TextSpan(bound.Start, end));
        into.Add(
            over
                ? new Quantity(span, value, value, null, Comparator.Gt, "year", null)
                : new Quantity(span, value, null, value, Comparator.Lt, "year", null)
        );
        return true;
    }
}
