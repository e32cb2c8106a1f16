using System.Globalization;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>A line as a cubic curve, from where it leaves one box to where it meets another.</summary>
internal readonly record struct Curve(
    (double X, double Y) From,
    (double X, double Y) Out,
    (double X, double Y) In,
    (double X, double Y) To
)
{
    private const double Head = 9;

    public string Path =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"M{From.X:0.#} {From.Y:0.#}C{Out.X:0.#} {Out.Y:0.#} {In.X:0.#} {In.Y:0.#} {To.X:0.#} {To.Y:0.#}"
        );

    /// <summary>The corners of the arrow's head.</summary>
    public string Arrow
    {
        get
        {
            var (dx, dy) = (To.X - In.X, To.Y - In.Y);
            var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
            (dx, dy) = (dx / length * Head, dy / length * Head);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{To.X:0.#},{To.Y:0.#} {To.X - dx - (dy / 2):0.#},{To.Y - dy + (dx / 2):0.#} {To.X - dx + (dy / 2):0.#},{To.Y - dy - (dx / 2):0.#}"
            );
        }
    }

    public (double X, double Y) At(double t)
    {
        var (a, b, c, d) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
        return ((a * From.X) + (b * Out.X) + (c * In.X) + (d * To.X), (a * From.Y) + (b * Out.Y) + (c * In.Y) + (d * To.Y));
    }

    public IEnumerable<(double X, double Y)> Points()
    {
        for (var i = 1; i < 24; i++)
            yield return At(i / 24.0);
    }
}
