using System.ComponentModel.DataAnnotations;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Work;

/// <summary>What the evidence form sends.</summary>
public sealed class EvidenceInput
{
    [
        Required(ErrorMessage = "Say who says it: an institution, a paper, a document."),
        MaxLength(300, ErrorMessage = "Name the source in at most 300 characters.")
    ]
    public string? Source { get; set; }

    [MaxLength(2000, ErrorMessage = "The address has more than 2,000 characters.")]
    public string? Address { get; set; }

    [
        Required(ErrorMessage = "Quote the passage word for word; re-checks look for it."),
        MaxLength(10_000, ErrorMessage = "Quote at most 10,000 characters: the passage, not the page.")
    ]
    public string? Quote { get; set; }

    [Required(ErrorMessage = "Say what the passage says to the claim.")]
    public Stance? Stance { get; set; }

    [
        Required(ErrorMessage = "Name the group. Sources that draw on each other share one."),
        MaxLength(120, ErrorMessage = "Name the group in at most 120 characters.")
    ]
    public string? Group { get; set; }

    public bool QuotesUs { get; set; }

    public bool Watched { get; set; } = true;

    /// <summary>What a look finds of a change of its figure.</summary>
    public WatchCondition Condition { get; set; }

    /// <summary>The per cent or the limit as it was typed: "5", "1,000,000".</summary>
    [MaxLength(40, ErrorMessage = "Give the limit as a number.")]
    public string? Limit { get; set; }

    /// <summary>What was typed into the form and not sent.</summary>
    public static EvidenceInput Of(PageFields typed) =>
        new()
        {
            Source = typed["Evidence.Source"],
            Address = typed["Evidence.Address"],
            Quote = typed["Evidence.Quote"],
            Stance = Enum.TryParse<Stance>(typed["Evidence.Stance"], out var stance) ? stance : null,
            Group = typed["Evidence.Group"],
            QuotesUs = typed["Evidence.QuotesUs"] == "true",
            Watched = typed["Evidence.Watched"] != "false",
            Condition = Enum.TryParse<WatchCondition>(typed["Evidence.Condition"], out var condition)
                ? condition
                : WatchCondition.Any,
            Limit = typed["Evidence.Limit"],
        };
}
