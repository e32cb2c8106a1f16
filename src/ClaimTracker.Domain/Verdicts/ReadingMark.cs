using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Domain;

/// <summary>
/// A mark over all that an approver has to read. Another mark is another text: what was approved under the one is not approved
/// under the other. Whatever comes to belong to what is read is added to <see cref="OfText"/>, and to nothing else; where it is
/// no part of what is published, to <see cref="Of"/>.
/// </summary>
internal sealed class ReadingMark
{
    private readonly StringBuilder _read = new();

    private ReadingMark() { }

    /// <summary>
    /// The mark of all that there is to read: <see cref="OfText"/>, and what was found against the published version.
    /// </summary>
    public static string Of(Claim claim, Verdict proposed)
    {
        var mark = new ReadingMark();
        mark.Add(OfText(claim, proposed));
        foreach (var finding in claim.OpenFindings)
        {
            mark.Add(
                finding.Kind.ToString(),
                (finding.FoundAt.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
                finding.Words
            );
        }

        return mark.Hash();
    }

    /// <summary>The mark of what is approved: the claim's words, the verdict's, and the evidence that stands.</summary>
    public static string OfText(Claim claim, Verdict proposed)
    {
        var mark = new ReadingMark();
        mark.Add(proposed.Version.ToString(CultureInfo.InvariantCulture), claim.Wording, claim.Kind);
        mark.Add(proposed.Rating, proposed.Rationale, proposed.ChangeKind?.ToString(), proposed.ChangeReason);
        foreach (
            var e in claim
                .Evidence.Where(e => e.WithdrawnAt is null)
                .OrderBy(e => e.Source, StringComparer.Ordinal)
                .ThenBy(e => e.Quote, StringComparer.Ordinal)
                .ThenBy(e => e.Url, StringComparer.Ordinal)
                .ThenBy(e => e.Group, StringComparer.Ordinal)
        )
        {
            mark.Add(
                e.Source,
                e.Url,
                e.Quote,
                e.Stance.ToString(),
                e.Group,
                e.QuotesUs ? "quotes us" : "",
                e.Condition == WatchCondition.Any ? "" : e.Condition.ToString(),
                e.ConditionLimit?.ToString("R", CultureInfo.InvariantCulture)
            );
        }

        return mark.Hash();
    }

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_read.ToString())))[..32];

    // With its length before it, no field can run over into the next.
    private void Add(params string?[] fields)
    {
        foreach (var field in fields)
            _read.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}");
    }
}
