using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>
/// All that is typed on a claim's working page, by the names of its fields. The page is one form, so that every press sends all of it. What a
/// field was offered with and still holds is not typed.
/// </summary>
public sealed class PageFields(IReadOnlyDictionary<string, string>? typed = null)
{
    /// <summary>The most that a page may hold, in characters.</summary>
    public const int MaxLength = 200_000;

    public const string Evidence = "evidence";

    public const string Wording = "wording";

    public const string Edit = "edit";

    public const string Link = "link";

    private static readonly string[] OfEdit = ["rating", "rationale", "changeKind", "changeReason"];

    /// <summary>Field to text; blank only where a field was offered with text and was emptied.</summary>
    public IReadOnlyDictionary<string, string> All { get; } = typed ?? new Dictionary<string, string>();

    /// <summary>Length of all that was typed, in characters.</summary>
    public int Length => All.Sum(one => one.Key.Length + one.Value.Length);

    /// <summary>What is typed into a field; null where nothing is.</summary>
    public string? this[string name] => All.GetValueOrDefault(name);

    /// <summary>What was typed into the page that a form sends.</summary>
    public static PageFields Read(IFormCollection form) => Of(form, (name, text) =>
        form[OfferName(name)] is { Count: > 0 } offered ? offered[0] != MarkOf(text) : !string.IsNullOrWhiteSpace(text));

    /// <summary>All that the page's fields held, offered or typed.</summary>
    public static PageFields ReadAll(IFormCollection form) => Of(form, (_, text) => !string.IsNullOrWhiteSpace(text));

    private static PageFields Of(IFormCollection form, Func<string, string, bool> counts) => new(form
        .Where(field => PartOf(field.Key) is not null)
        .Select(field => (Name: field.Key, Text: PlainText.Of(field.Value.FirstOrDefault() ?? "").ReplaceLineEndings("\n")))
        .Where(field => counts(field.Name, field.Text))
        .ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal));

    /// <summary>The part of the page that a field belongs to, which is sent by one button; null for what nobody types.</summary>
    public static string? PartOf(string name) => name switch
    {
        _ when name.StartsWith("Evidence.", StringComparison.Ordinal) => Evidence,
        Wording => Wording,
        "otherId" => Link,
        _ when OfEdit.Contains(name) => Edit,
        _ when NumberIn(name, "withdraw[") is { } evidence => OfWithdrawal(evidence),
        _ when NumberIn(name, "cancel[") is { } review => OfReview(review),
        _ when NumberIn(name, "fields[") is { } task => OfTask(task),
        _ => null,
    };

    /// <summary>The part that asks to withdraw evidence.</summary>
    public static string OfWithdrawal(long evidenceId) => string.Create(CultureInfo.InvariantCulture, $"withdraw-{evidenceId}");

    /// <summary>The part that cancels a review.</summary>
    public static string OfReview(long reviewId) => string.Create(CultureInfo.InvariantCulture, $"review-{reviewId}");

    /// <summary>A task's part.</summary>
    public static string OfTask(long taskId) => string.Create(CultureInfo.InvariantCulture, $"task-{taskId}");

    /// <summary>The name of a task's field: <c>fields[7:Decision:field]</c> (forms lose names with a dot).</summary>
    public static string TaskField(long taskId, string field) => string.Create(CultureInfo.InvariantCulture, $"fields[{taskId}:{field}]");

    /// <summary>A task's fields, as its form knows them.</summary>
    public TaskFields Task(long taskId)
    {
        var before = TaskField(taskId, "")[..^1];
        return new TaskFields(All.Where(field => field.Key.StartsWith(before, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[before.Length..^1], field => (string?)field.Value));
    }

    /// <summary>What is typed into one part.</summary>
    public IReadOnlyDictionary<string, string> In(string part) => All.Where(field => PartOf(field.Key) == part).ToDictionary();

    /// <summary>True where something is typed in that part.</summary>
    public bool Has(string part) => All.Keys.Any(name => PartOf(name) == part);

    /// <summary>True where something is typed outside that part that is not kept in <paramref name="kept"/>: it would be lost.</summary>
    public bool HasBeside(string? part, PageFields kept) => All.Any(field => PartOf(field.Key) != part && kept[field.Key] != field.Value);

    /// <summary>A field's name as people read it.</summary>
    public static string LabelOf(string name)
    {
        var inner = name.TrimEnd(']').Split('[', '.')[^1];
        var words = inner.Split(':').Where(word => !long.TryParse(word, out _))
            .Select((word, at) => at == 0 ? Decisions.Label(word) : Decisions.Spaced(word).ToLowerInvariant());
        return PartOf(name) switch
        {
            Edit => $"Proposal: {Decisions.Spaced(inner).ToLowerInvariant()}",
            Evidence => $"Evidence: {Decisions.Spaced(inner).ToLowerInvariant()}",
            Link => "Number of another claim",
            { } part when part.StartsWith("withdraw-", StringComparison.Ordinal) => "Why evidence is withdrawn",
            { } part when part.StartsWith("review-", StringComparison.Ordinal) => "Why the review is cancelled",
            { } part when part.StartsWith("task-", StringComparison.Ordinal) => string.Join(", ", words),
            _ => Decisions.Spaced(inner),
        };
    }

    /// <summary>The name of the hidden field that says what a field was offered with.</summary>
    public static string OfferName(string name) => $"offered({name})";

    /// <summary>What that hidden field holds: short, whatever the text, and the same for what reads the same.</summary>
    public static string MarkOf(string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WrittenText.Of(text))))[..16];

    private static long? NumberIn(string name, string before)
    {
        if (!name.StartsWith(before, StringComparison.Ordinal) || !name.EndsWith(']'))
            return null;
        var digits = name[before.Length..^1].Split(':')[0];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
