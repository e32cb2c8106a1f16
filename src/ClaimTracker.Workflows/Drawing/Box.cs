namespace ClaimTracker.Workflows.Drawing;

/// <summary>A rectangle of the drawing, in pixels.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + (Width / 2);

    public double MiddleY => Y + (Height / 2);

    public Box Moved(double x, double y) => this with { X = X + x, Y = Y + y };

    /// <summary>The rectangle with a margin around it.</summary>
    public Box Grown(double by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));

    public bool Holds((double X, double Y) point) => point.X > X && point.X < Right && point.Y > Y && point.Y < Bottom;

    public bool Meets(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}
