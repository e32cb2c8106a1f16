using System.Globalization;

namespace ClaimTracker.Web.Work;

/// <summary>The last task of a page: the next page begins after it, whatever was decided meanwhile.</summary>
public readonly record struct QueueCursor(DateTime Order, long Id)
{
    /// <summary>True where it comes before another place.</summary>
    public bool IsBefore(QueueCursor other) => Order < other.Order || (Order == other.Order && Id < other.Id);

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Order.Ticks}-{Id}");

    /// <summary>Reads an address's cursor; null where there is none or it makes no sense.</summary>
    public static QueueCursor? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var task)
            ? new QueueCursor(new DateTime(at, DateTimeKind.Utc), task)
            : null;
}
