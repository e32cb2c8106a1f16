namespace ClaimTracker.Domain;

/// <summary>What a fact-checker proposes to say of a claim.</summary>
/// <param name="Rating">An id out of <see cref="Ratings"/>.</param>
/// <param name="Rationale">Why, for readers.</param>
/// <param name="By">User name of the proposer.</param>
/// <param name="ChangeReason">What it changes in the published verdict and why; needed where there is one.</param>
/// <param name="ReviewId">The review it is made in.</param>
/// <param name="Workflow">That review's definition and version, shown with the verdict.</param>
public sealed record VerdictProposal(
    string Rating, string Rationale, string By, string? ChangeReason = null, long? ReviewId = null, string Workflow = "")
{
    /// <summary>Longest rationale, in characters.</summary>
    public const int MaxRationale = 20_000;

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
