using System.Globalization;

namespace ClaimTracker.Web.Work;

/// <summary>
/// A number of tasks, as far as it was counted: exact up to <see cref="QueueQuery.Counted"/>, and a lower bound where not all
/// that may count was looked at.
/// </summary>
/// <param name="Counted">So many were counted.</param>
/// <param name="IsPart">True where there may be more that were not looked at.</param>
public readonly record struct QueueNumber(int Counted, bool IsPart)
{
    /// <summary>With the count of another part of the queue.</summary>
    public QueueNumber And(int count, bool isPart) => new(Counted + count, IsPart || isPart);

    /// <summary>True where it is exact.</summary>
    public bool IsExact => !IsPart && Counted <= QueueQuery.Counted;

    /// <summary>As people read it: “312”, “more than 1,000”, “at least 12”, “none so far”.</summary>
    public override string ToString() =>
        Counted > QueueQuery.Counted ? string.Create(CultureInfo.InvariantCulture, $"more than {QueueQuery.Counted:N0}")
        : IsPart && Counted == 0 ? "none so far"
        : IsPart ? string.Create(CultureInfo.InvariantCulture, $"at least {Counted:N0}")
        : Counted.ToString("N0", CultureInfo.InvariantCulture);
}
