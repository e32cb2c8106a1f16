using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Kinds;

namespace ClaimTracker.Web.Work;

/// <summary>Whose the tasks of a queue are.</summary>
public enum QueueHolder
{
    /// <summary>Nobody holds them.</summary>
    Free,

    /// <summary>Nobody holds them, and whoever asks is not barred from them.</summary>
    FreeForMe,

    /// <summary>Whoever asks holds them.</summary>
    Mine,

    /// <summary>Somebody else holds them.</summary>
    Somebody,

    /// <summary>Anybody's.</summary>
    Any,
}

/// <summary>In which order a queue is read.</summary>
public enum QueueSort
{
    /// <summary>As <see cref="ReviewTask.QueueOrder"/> has it.</summary>
    Stored,

    Deadline,

    /// <summary>What was opened first comes first.</summary>
    Age,
}

/// <summary>
/// What a page of the queue shows, as it stands in the address: everything given has to hold. Tags are not built yet, so that
/// nothing is filtered by them.
/// </summary>
public sealed record QueueFilter
{
    private const int MaxWords = 200;

    /// <summary>Words to search for; null for all.</summary>
    public string? Q { get; init; }

    public string? Kind { get; init; }

    public Stage? Stage { get; init; }

    /// <summary>An outlet's whole name.</summary>
    public string? Outlet { get; init; }

    /// <summary>A part of the name of whom the claim is put down to.</summary>
    public string? Speaker { get; init; }

    public QueueHolder Holder { get; init; }

    /// <summary>Only what this person holds; it goes before <see cref="Holder"/>.</summary>
    public string? Person { get; init; }

    /// <summary>True for what everybody's roles may decide, not those of who asks alone.</summary>
    public bool AllRoles { get; init; }

    /// <summary>True for what is past its deadline alone.</summary>
    public bool Overdue { get; init; }

    /// <summary>True for re-checks of public verdicts alone.</summary>
    public bool Recheck { get; init; }

    /// <summary>True for public verdicts in doubt alone.</summary>
    public bool InDoubt { get; init; }

    public Freshness? Freshness { get; init; }

    public QueueSort Sort { get; init; }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public QueueCursor? After { get; init; }

    /// <summary>A search looks through claims with smaller numbers alone; null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>What was given and means nothing, and so is not looked at: sentences for the person.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>True where anything is left out that the queue would show.</summary>
    public bool IsAny =>
        this with { Sort = default, After = null, Before = null, Errors = [] } != new QueueFilter { Errors = [] };

    /// <summary>A filter out of an address's fields; an empty field is no filter.</summary>
    /// <param name="field">The text of a field, or null.</param>
    public static QueueFilter From(Func<string, string?> field)
    {
        List<string> errors = [];
        return new QueueFilter
        {
            Q = Words(Text(field("q")), errors),
            Kind = Known(
                Text(field("kind")),
                kind => ClaimKinds.Ids.Contains(kind) ? kind : null,
                "kind",
                ClaimKinds.Ids,
                errors
            ),
            Stage = OneOf<Stage>(Text(field("stage")), "stage", errors),
            Outlet = Text(field("outlet")),
            Speaker = Text(field("speaker")),
            Holder = OneOf<QueueHolder>(Text(field("holder")), "holder", errors) ?? QueueHolder.Free,
            Person = Text(field("person")),
            AllRoles = Yes(Text(field("allRoles")), "allRoles", errors),
            Overdue = Yes(Text(field("overdue")), "overdue", errors),
            Recheck = Yes(Text(field("recheck")), "recheck", errors),
            InDoubt = Yes(Text(field("inDoubt")), "inDoubt", errors),
            Freshness = OneOf<Freshness>(Text(field("freshness")), "freshness", errors),
            Sort = OneOf<QueueSort>(Text(field("sort")), "sort", errors) ?? QueueSort.Stored,
            After = QueueCursor.Parse(field("after")),
            Before = long.TryParse(field("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before)
                ? before
                : null,
            Errors = errors,
        };
    }

    /// <summary>A filter out of what stands behind an address's question mark.</summary>
    public static QueueFilter FromQuery(string query)
    {
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return From(name => fields.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    /// <summary>The address of the same filter, with the place in it.</summary>
    public string Address => "/desk" + Query;

    /// <summary>The address's part from the question mark on; empty for the whole queue.</summary>
    public string Query =>
        QueryString
            .Create(Fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value)))
            .ToUriComponent();

    /// <summary>The same without a place in it, from the beginning.</summary>
    public QueueFilter FromBeginning => this with { After = null, Before = null };

    private IEnumerable<(string Name, string? Value)> Fields =>
        [
            ("q", Q),
            ("kind", Kind),
            ("stage", Stage?.ToString()),
            ("outlet", Outlet),
            ("speaker", Speaker),
            ("holder", Holder == default ? null : Holder.ToString()),
            ("person", Person),
            ("allRoles", AllRoles ? "true" : null),
            ("overdue", Overdue ? "true" : null),
            ("recheck", Recheck ? "true" : null),
            ("inDoubt", InDoubt ? "true" : null),
            ("freshness", Freshness?.ToString()),
            ("sort", Sort == default ? null : Sort.ToString()),
            ("after", After?.ToString()),
            ("before", Before?.ToString(CultureInfo.InvariantCulture)),
        ];

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : PlainText.Of(typed).Trim();

    private static string? Words(string? typed, List<string> errors)
    {
        if (typed is null || typed.Length <= MaxWords)
            return typed;
        errors.Add($"The words to search for have {typed.Length} characters, and {MaxWords} is the most; they are left out.");
        return null;
    }

    private static string? Known(
        string? typed,
        Func<string, string?> find,
        string field,
        IEnumerable<string> all,
        List<string> errors
    )
    {
        if (typed is null || find(typed) is { } found)
            return typed;
        errors.Add(
            $"“{PlainText.Shorten(typed, 40)}” says nothing for {field}, so it is left out. Give one of: {string.Join(", ", all)}."
        );
        return null;
    }

    // By its name alone: a number would mean another stage as soon as there is one more.
    private static T? OneOf<T>(string? typed, string field, List<string> errors)
        where T : struct, Enum =>
        Known(typed, text => Named<T>(text)?.ToString(), field, Enum.GetNames<T>(), errors) is { } known ? Named<T>(known) : null;

    private static T? Named<T>(string text)
        where T : struct, Enum =>
        Enum.GetValues<T>()
            .Where(value => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            .Select(value => (T?)value)
            .FirstOrDefault();

    private static bool Yes(string? typed, string field, List<string> errors) =>
        Known(typed, text => bool.TryParse(text, out _) ? text : null, field, ["true", "false"], errors) is { } known
        && bool.Parse(known);
}
