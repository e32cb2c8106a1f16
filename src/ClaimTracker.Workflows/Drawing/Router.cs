namespace ClaimTracker.Workflows.Drawing;

/// <summary>Leads a line from box to box so that it passes as little as possible behind others.</summary>
internal static class Router
{
    private static readonly double[] Bulges = [50, 90, 140, 200, 280, 380, 500];

    /// <summary>The curve; of those as good as each other, the plainest.</summary>
    public static Curve Lead(Box source, Box target, IReadOnlyCollection<Box> others, IReadOnlyCollection<Curve> drawn)
    {
        var around = others.Where(b => b != source && b != target).Select(b => b.Grown(6)).ToList();
        return Candidates(source, target)
            .MinBy(curve =>
                (10 * curve.Points().Count(p => around.Exists(b => b.Holds(p)) || source.Holds(p) || target.Holds(p)))
                + drawn.Count(d => d.To == curve.To && d.From == curve.From)
            );
    }

    private static IEnumerable<Curve> Candidates(Box from, Box to)
    {
        if (from == to)
        {
            // Beside the box, where no way down or on leaves it.
            yield return new Curve(
                (from.Right, from.MiddleY + 15),
                (from.Right + 70, from.MiddleY + 45),
                (from.Right + 70, from.MiddleY - 45),
                (from.Right, from.MiddleY - 15)
            );
            yield break;
        }

        if (to.X >= from.Right)
            yield return Across(from.Right, to.X);
        if (to.Y >= from.Bottom)
            yield return Down(from.Bottom, to.Y);
        if (to.Bottom <= from.Y)
            yield return Down(from.Y, to.Bottom);
        if (to.Right <= from.X)
            yield return Across(from.X, to.Right);
        foreach (var bulge in Bulges)
        {
            var (low, high) = (Math.Max(from.Bottom, to.Bottom) + bulge, Math.Min(from.Y, to.Y) - bulge);
            var (right, left) = (Math.Max(from.Right, to.Right) + bulge, Math.Min(from.X, to.X) - bulge);
            yield return new Curve(
                (from.MiddleX + 20, from.Bottom),
                (from.MiddleX + 20, low),
                (to.MiddleX - 20, low),
                (to.MiddleX - 20, to.Bottom)
            );
            yield return new Curve(
                (from.MiddleX + 20, from.Y),
                (from.MiddleX + 20, high),
                (to.MiddleX - 20, high),
                (to.MiddleX - 20, to.Y)
            );
            yield return new Curve(
                (from.Right, from.MiddleY + 10),
                (right, from.MiddleY + 10),
                (right, to.MiddleY - 10),
                (to.Right, to.MiddleY - 10)
            );
            yield return new Curve(
                (from.X, from.MiddleY + 10),
                (left, from.MiddleY + 10),
                (left, to.MiddleY - 10),
                (to.X, to.MiddleY - 10)
            );
        }

        Curve Across(double start, double end)
        {
            var half = (start + end) / 2;
            return new Curve((start, from.MiddleY), (half, from.MiddleY), (half, to.MiddleY), (end, to.MiddleY));
        }

        Curve Down(double start, double end)
        {
            var half = (start + end) / 2;
            return new Curve((from.MiddleX, start), (from.MiddleX, half), (to.MiddleX, half), (to.MiddleX, end));
        }
    }
}
