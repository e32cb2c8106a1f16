using System.Text.Json;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>What <c>look</c> prints of one record.</summary>
internal sealed record LookJson(
    JsonElement Id,
    string Outcome,
    string Was,
    string? Now,
    string Why,
    IReadOnlyList<LookPart> Parts
)
{
    public static LookJson Of(JsonElement id, PageLook look) =>
        new(id, Named(look.Outcome), look.Was, look.Now, look.Why, look.Parts);

    private static string Named(LookOutcome outcome) =>
        outcome switch
        {
            LookOutcome.Unchanged => "unchanged",
            LookOutcome.Changed => "changed",
            LookOutcome.Moved => "moved",
            LookOutcome.AlsoElsewhere => "also-elsewhere",
            LookOutcome.Denied => "denied",
            LookOutcome.Missing => "missing",
            LookOutcome.Unreadable => "unreadable",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
}
