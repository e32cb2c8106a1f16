using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;

namespace ClaimTracker.Web.Public;

/// <summary>What a reader asked the board for. Blank means all; everything given has to hold.</summary>
public sealed record ClaimFilter
{
    /// <summary>Freshness <c>recheck</c>: a re-check is under way.</summary>
    public const string Recheck = "recheck";

    /// <summary>Freshness <c>in-doubt</c>: a finding is not settled.</summary>
    public const string InDoubt = "in-doubt";

    /// <summary>
    /// What <see cref="Freshness"/> may be. The last two stand beside the others: a claim in doubt is due or stale as well.
    /// </summary>
    public static readonly IReadOnlyList<string> FreshnessIds = ["fresh", "due", "stale", InDoubt, Recheck];

    /// <summary>Words to search for.</summary>
    public string? Q { get; init; }

    public string? Kind { get; init; }

    /// <summary>A rating's id.</summary>
    public string? Verdict { get; init; }

    /// <summary>An outlet's whole name.</summary>
    public string? Outlet { get; init; }

    public string? Freshness { get; init; }

    /// <summary>Only claims older than the one with this id: where the page before ended.</summary>
    public long? Before { get; init; }

    /// <summary>True where anything narrows the board.</summary>
    public bool IsAny => Q is not null || Kind is not null || Verdict is not null || Outlet is not null || Freshness is not null;

    /// <summary>A filter out of a query string, where an empty field is no filter.</summary>
    public static ClaimFilter From(string? q, string? kind, string? verdict, string? outlet, string? freshness, long? before) =>
        new()
        {
            Q = Blank(q),
            Kind = Blank(kind),
            Verdict = Blank(verdict),
            Outlet = Blank(outlet),
            Freshness = Blank(freshness),
            Before = before,
        };

    /// <summary>The parameters whose value means nothing, each with what it may be.</summary>
    public Dictionary<string, string[]> Errors()
    {
        var errors = new Dictionary<string, string[]>();
        if (Kind is not null && !ClaimKinds.Ids.Contains(Kind))
            errors["kind"] = [$"“{Kind}” is no kind. Give one of: {string.Join(", ", ClaimKinds.Ids)}."];
        if (Verdict is not null && Ratings.Find(Verdict) is null)
            errors["verdict"] = [$"“{Verdict}” is no rating. Give one of: {string.Join(", ", Ratings.All.Select(r => r.Id))}."];
        if (Freshness is not null && !FreshnessIds.Contains(Freshness))
            errors["freshness"] = [$"“{Freshness}” is not known. Give one of: {string.Join(", ", FreshnessIds)}."];
        return errors;
    }

    /// <summary>
    /// The address of the same board further down, or with the first page where <paramref name="before"/> is null.
    /// </summary>
    public string Address(long? before, string path = "/")
    {
        (string Name, string? Value)[] fields =
        [
            ("q", Q),
            ("kind", Kind),
            ("verdict", Verdict),
            ("outlet", Outlet),
            ("freshness", Freshness),
            ("before", before?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        return path
            + QueryString.Create(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value)));
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : PlainText.Of(typed).Trim();
}
