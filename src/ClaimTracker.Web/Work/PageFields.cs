using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Wording;

namespace ClaimTracker.Web.Work;

/// <summary>
/// All that is typed on a claim's working page, by the names of its fields. The page is one form, so that every press sends all
/// of it. What a field was offered with and still holds is not typed.
/// </summary>
public sealed class PageFields(IReadOnlyDictionary<string, string>? typed = null)
{
    /// <summary>The most that a page may hold, in characters.</summary>
    public const int MaxLength = 200_000;

    public const string Evidence = "evidence";

    public const string Wording = "wording";

    public const string Edit = "edit";

    public const string Link = "link";

    public const string Suspend = "suspend";

    /// <summary>The name of the field of that part.</summary>
    public const string SuspendWhy = "suspendWhy";

    private const string Offering = "offered(";

    private static readonly string[] OfEdit = ["rating", "rationale", "changeKind", "changeReason"];

    /// <summary>
    /// Field to text; blank only where a field was offered with text and was emptied. With it, under <see cref="OfferName"/>, the
    /// mark of what the field was offered with when it was typed into.
    /// </summary>
    public IReadOnlyDictionary<string, string> All { get; } = typed ?? new Dictionary<string, string>();

    /// <summary>What is typed, without those marks.</summary>
    public IEnumerable<KeyValuePair<string, string>> Texts => All.Where(one => !IsOffer(one.Key));

    /// <summary>Length of all that was typed, in characters.</summary>
    public int Length => All.Sum(one => one.Key.Length + one.Value.Length);

    /// <summary>What is typed into a field; null where nothing is.</summary>
    public string? this[string name] => All.GetValueOrDefault(name);

    /// <summary>What was typed into the page that a form sends.</summary>
    public static PageFields Read(IFormCollection form)
    {
        string? Offered(string name) => form[OfferName(name)] is { Count: > 0 } offered ? PlainText.Of(offered[0] ?? "") : null;
        var typed = Of(form, (name, text) => Offered(name) is { } mark ? mark != MarkOf(text) : !string.IsNullOrWhiteSpace(text));
        foreach (var name in typed.Keys.ToList())
        {
            if (Offered(name) is { } mark)
                typed[OfferName(name)] = mark;
        }

        return new PageFields(typed);
    }

    /// <summary>All that the page's fields held, offered or typed.</summary>
    public static PageFields ReadAll(IFormCollection form) => new(Of(form, (_, text) => !string.IsNullOrWhiteSpace(text)));

    private static Dictionary<string, string> Of(IFormCollection form, Func<string, string, bool> counts) =>
        form.Where(field => !IsOffer(field.Key) && PartOf(field.Key) is not null)
            .Select(field => (Name: field.Key, Text: PlainText.Of(field.Value.FirstOrDefault() ?? "").ReplaceLineEndings("\n")))
            .Where(field => counts(field.Name, field.Text))
            .ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal);

    /// <summary>The part of the page that a field belongs to, which is sent by one button; null for what nobody types.</summary>
    public static string? PartOf(string name) =>
        name switch
        {
            _ when IsOffer(name) => PartOf(FieldOf(name)),
            _ when name.StartsWith("Evidence.", StringComparison.Ordinal) => Evidence,
            Wording => Wording,
            "otherId" => Link,
            SuspendWhy => Suspend,
            _ when OfEdit.Contains(name) => Edit,
            _ when NumberIn(name, "withdraw[") is { } evidence => OfWithdrawal(evidence),
            _ when NumberIn(name, "passage[") is { } finding => OfPassage(finding),
            _ when NumberIn(name, "cancel[") is { } review => OfReview(review),
            _ when NumberIn(name, "fields[") is { } task => OfTask(task),
            _ => null,
        };

    /// <summary>The part that asks to withdraw evidence.</summary>
    public static string OfWithdrawal(long evidenceId) => string.Create(CultureInfo.InvariantCulture, $"withdraw-{evidenceId}");

    /// <summary>The part that adds what a look found as evidence.</summary>
    public static string OfPassage(long findingId) => string.Create(CultureInfo.InvariantCulture, $"passage-{findingId}");

    /// <summary>The name of the field of that part.</summary>
    public static string PassageField(long findingId) => string.Create(CultureInfo.InvariantCulture, $"passage[{findingId}]");

    /// <summary>The part that cancels a review.</summary>
    public static string OfReview(long reviewId) => string.Create(CultureInfo.InvariantCulture, $"review-{reviewId}");

    /// <summary>A task's part.</summary>
    public static string OfTask(long taskId) => string.Create(CultureInfo.InvariantCulture, $"task-{taskId}");

    /// <summary>The name of a task's field: <c>fields[7:Decision:field]</c> (forms lose names with a dot).</summary>
    public static string TaskField(long taskId, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"fields[{taskId}:{field}]");

    /// <summary>The name that a task's form knows the field by.</summary>
    public static string InTask(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..^1];

    /// <summary>A task's fields, as its form knows them.</summary>
    public TaskFields Task(long taskId)
    {
        var before = TaskField(taskId, "")[..^1];
        return new TaskFields(
            All.Where(field => field.Key.StartsWith(before, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[before.Length..^1], field => (string?)field.Value)
        );
    }

    /// <summary>What is typed into one part.</summary>
    public IReadOnlyDictionary<string, string> In(string part) => All.Where(field => PartOf(field.Key) == part).ToDictionary();

    /// <summary>What is typed into those fields.</summary>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<string> names) =>
        All.Where(field => names.Contains(FieldOf(field.Key))).ToDictionary();

    /// <summary>
    /// True where something else is typed into the field than <paramref name="now"/>, which is not what the field was offered
    /// with: whoever typed has not read it.
    /// </summary>
    public bool IsStale(string name, string? now) =>
        this[OfferName(name)] is { } offered && offered != MarkOf(now) && MarkOf(this[name]) != MarkOf(now);

    /// <summary>True where something is typed in that part.</summary>
    public bool Has(string part) => All.Keys.Any(name => PartOf(name) == part);

    /// <summary>
    /// True where something is typed outside that part that is not kept in <paramref name="kept"/>: it would be lost.
    /// </summary>
    public bool HasBeside(string? part, PageFields kept) =>
        Texts.Any(field => PartOf(field.Key) != part && kept[field.Key] != field.Value);

    /// <summary>A field's name as people read it.</summary>
    public static string LabelOf(string name)
    {
        var inner = name.TrimEnd(']').Split('[', '.')[^1];
        var words = inner
            .Split(':')
            .Where(word => !long.TryParse(word, out _))
            .Select((word, at) => at == 0 ? Decisions.Label(word) : Decisions.Spaced(word).ToLowerInvariant());
        return PartOf(name) switch
        {
            Edit => $"Proposal: {Decisions.Spaced(inner).ToLowerInvariant()}",
            Evidence => $"Evidence: {Decisions.Spaced(inner).ToLowerInvariant()}",
            Link => "Number of another claim",
            Suspend => "Why the verdict is suspended",
            { } part when part.StartsWith("withdraw-", StringComparison.Ordinal) => "Why evidence is withdrawn",
            { } part when part.StartsWith("passage-", StringComparison.Ordinal) => "New passage of a source",
            { } part when part.StartsWith("review-", StringComparison.Ordinal) => "Why the review is cancelled",
            { } part when part.StartsWith("task-", StringComparison.Ordinal) => string.Join(", ", words),
            _ => Decisions.Spaced(inner),
        };
    }

    /// <summary>The name of the hidden field that says what a field was offered with.</summary>
    public static string OfferName(string name) => $"{Offering}{name})";

    /// <summary>True for the name of such a hidden field.</summary>
    public static bool IsOffer(string name) => name.StartsWith(Offering, StringComparison.Ordinal) && name.EndsWith(')');

    /// <summary>The field that such a hidden field belongs to; any other is itself.</summary>
    public static string FieldOf(string name) => IsOffer(name) ? name[Offering.Length..^1] : name;

    /// <summary>What that hidden field holds: short, whatever the text, and the same for what reads the same.</summary>
    public static string MarkOf(string? text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WrittenText.Of(text))))[..16];

    private static long? NumberIn(string name, string before)
    {
        if (!name.StartsWith(before, StringComparison.Ordinal) || !name.EndsWith(']'))
            return null;
        var digits = name[before.Length..^1].Split(':')[0];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
