using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Work;

/// <summary>Which conditions on a watched figure a claim allows: a limit is one that the claim's own words set.</summary>
internal static class ConditionRule
{
    private const NumberStyles Written =
        NumberStyles.AllowLeadingSign
        | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowThousands
        | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    /// <summary>The limit as it was typed; null where none was, refused where it is no number.</summary>
    public static Result<double?> LimitOf(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? new Result<double?>(null, null)
        : double.TryParse(typed.TrimEnd(' ', '%'), Written, CultureInfo.InvariantCulture, out var limit) ? limit
        : Refused($"“{typed}” is no number; write it as 5, 2.5 or 1,000,000.");

    /// <summary>Why the evidence cannot be watched for its condition; null where it can.</summary>
    public static Refusal? Check(string wording, Evidence evidence)
    {
        if (FigureConditions.Compared(evidence).Refuse(evidence.Quote) is { } why)
            return Refused(why);
        if (evidence.Condition != WatchCondition.Any && !evidence.Watched)
        {
            return Refused(
                "A condition is for a passage that re-checks look for: give an address and have it watched, or choose any change."
            );
        }

        return Implied(wording, evidence);
    }

    /// <summary>Why a wording does not turn on the limits that its evidence is watched for; null where it does.</summary>
    public static Refusal? Check(string wording, IEnumerable<Evidence> evidence) =>
        evidence
            .Where(e => e.WithdrawnAt is null)
            .Select(e => Implied(wording, e))
            .FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Implied(string wording, Evidence evidence)
    {
        if (evidence.Condition is WatchCondition.Any or WatchCondition.Percent)
            return null;
        List<Quantity> figures = [];
        QuantityScanner.Scan(wording, new TextSpan(0, wording.Length), figures);
        var limits = figures.SelectMany(figure => new[] { figure.Low, figure.High }).OfType<double>().Distinct().ToList();
        return limits.Contains(evidence.ConditionLimit!.Value)
            ? null
            : Refused(
                $"The claim does not turn on {FigureCondition.Number(evidence.ConditionLimit.Value)}: {(limits.Count == 0 ? "its words set no limit (“more than”, “at least”, “fewer than” …)" : $"its words set {string.Join(" and ", limits.Select(FigureCondition.Number))}")}. Name a limit that the claim itself sets, or a per cent, or choose any change."
            );
    }

    private static Refusal Refused(string why) => new("condition", why);
}
