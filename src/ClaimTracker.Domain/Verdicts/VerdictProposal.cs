namespace ClaimTracker.Domain;

/// <summary>What a fact-checker proposes to say of a claim.</summary>
/// <param name="Rating">An id out of <see cref="Ratings"/>.</param>
/// <param name="Rationale">Why, for readers.</param>
/// <param name="By">User name of the proposer.</param>
/// <param name="ChangeReason">What it changes in the published verdict and why; needed where there is one.</param>
/// <param name="ReviewId">The review it is made in.</param>
/// <param name="Workflow">That review's definition and version, shown with the verdict.</param>
/// <param name="ChangeKind">Whether we were wrong, the world moved, or only writing changed; needed where a verdict is
/// published.</param>
public sealed record VerdictProposal(
    string Rating,
    string Rationale,
    string By,
    string? ChangeReason = null,
    long? ReviewId = null,
    string Workflow = "",
    CorrectionKind? ChangeKind = null
)
{
    /// <summary>Longest rationale, in characters.</summary>
    public const int MaxRationale = 20_000;

    /// <summary>
    /// Why this cannot take the place of the version that is public, or null where it can; null, too, where none is.
    /// </summary>
    public static Refusal? CheckChange(Verdict? published, string rating, CorrectionKind? kind, string? reason)
    {
        if (published is null)
            return null;
        var isUnsaid = string.IsNullOrWhiteSpace(reason);
        if (kind is not (CorrectionKind.Corrected or CorrectionKind.Updated or CorrectionKind.Typo))
        {
            return new Refusal(
                "change-kind",
                "Say what the new version is: a correction (we were wrong), an update (the world has moved on) or a typo (only writing changes). Readers see it."
                    + (isUnsaid ? " Say below, too, what it changes and why." : "")
            );
        }

        if (isUnsaid)
        {
            return new Refusal(
                "change-reason",
                "A verdict is published already: say what the new one changes and why; readers see it."
            );
        }

        return kind == CorrectionKind.Typo && rating != published.Rating
            ? new Refusal(
                "change-kind",
                $"A typo changes only writing, and this changes the rating from {Ratings.Find(published.Rating)?.Label ?? published.Rating}. Say whether it is a correction or an update."
            )
            : null;
    }

    /// <summary>Why the two cannot be proposed, or null where they can.</summary>
    public static Refusal? Check(string? rating, string? rationale)
    {
        if (Ratings.Find(rating) is null)
            return new Refusal("rating", $"Choose a rating: {string.Join(", ", Ratings.All.Select(r => r.Label))}.");
        if (string.IsNullOrWhiteSpace(rationale))
            return new Refusal("rationale", "Say in the rationale why the evidence leads to this rating; readers see it.");
        return rationale.Length > MaxRationale
            ? new Refusal("rationale", $"The rationale has {rationale.Length:N0} characters; {MaxRationale:N0} is the most.")
            : null;
    }
}
