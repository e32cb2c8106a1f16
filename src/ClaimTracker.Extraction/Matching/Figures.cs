using ClaimTracker.Extraction.Quantities;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Whether two statements name different figures for the same thing.</summary>
internal static class Figures
{
    /// <summary>True where a figure of one has its counterpart in the other, and no counterpart agrees.</summary>
    public static bool Contradict(Statement left, Statement right)
    {
        var (one, other) = (left.Quantities, right.Quantities);
        foreach (var figure in one)
        {
            var counterparts = other.Where(there => Comparable(figure, there, one.Count == 1 && other.Count == 1)).ToList();
            if (counterparts.Count > 0 && !counterparts.Exists(there => Agree(figure, there))) return true;
        }

        // Lone figures in two measures, per cent and percentage points: nobody but a person says whether they are one.
        return one is [{ Unit: { } unit }] && other is [{ Unit: { } otherUnit }] && unit != otherUnit;
    }

    // The same measure, or the same counted. Two lone figures are taken for counterparts where one counts nothing by name.
    private static bool Comparable(Quantity left, Quantity right, bool alone)
    {
        if (left.Unit is not null || right.Unit is not null) return left.Unit == right.Unit && (alone || SameCounted(left, right));
        return SameCounted(left, right) || (alone && (left.Counted is null || right.Counted is null || BothPeople(left, right)));
    }

    private static bool SameCounted(Quantity left, Quantity right)
    {
        if (left.Counted is null || right.Counted is null) return left.Counted == right.Counted;
        var (one, other) = (Head(left.Counted), Head(right.Counted));
        return one == other || (People.Has(one) && People.Has(other));
    }

    private static bool BothPeople(Quantity left, Quantity right) => People.Has(Head(left.Counted!)) && People.Has(Head(right.Counted!));

    private static string Head(string counted)
    {
        var words = new List<MatchWord>();
        WordReader.Read(counted, words);
        return words.Count == 0 ? "" : words[^1].Stem;
    }

    private static bool Agree(Quantity left, Quantity right)
    {
        if (!Close(left.Value, right.Value)) return false;
        if (left.Comparator == Comparator.Range || right.Comparator == Comparator.Range)
            return left.Comparator == right.Comparator && Close(left.Low, right.Low) && Close(left.High, right.High);
        // "More than a million" and "less than a million" name one number and mean two things.
        return !(Upwards(left) && Downwards(right)) && !(Downwards(left) && Upwards(right));
    }

    private static bool Upwards(Quantity quantity) => quantity.Comparator is Comparator.Gt or Comparator.Gte;

    private static bool Downwards(Quantity quantity) => quantity.Comparator is Comparator.Lt or Comparator.Lte;

    private static bool Close(double? left, double? right) =>
        left is null || right is null ? left is null && right is null : Math.Abs(left.Value - right.Value) <= 1e-9 * Math.Max(Math.Abs(left.Value), 1);
}
