namespace ClaimTracker.Domain;

/// <summary>One step of the rating scale.</summary>
/// <param name="Id">Stable id, stored with a verdict.</param>
/// <param name="Label">What people read.</param>
/// <param name="Value">ClaimReview's numeric rating, 1 (false) to 5 (true); null where the scale does not apply.</param>
/// <param name="Meaning">What it says, for the methodology page and the form.</param>
public sealed record Rating(string Id, string Label, int? Value, string Meaning);

/// <summary>The scale on which every claim is rated.</summary>
public static class Ratings
{
    public static readonly IReadOnlyList<Rating> All =
    [
        new("true", "True", 5, "The evidence supports the claim as worded."),
        new("mostly-true", "Mostly true", 4, "Right in substance; a detail is off or missing."),
        new("misleading", "Misleading", 3, "Literally defensible, but it leads to a wrong conclusion."),
        new("mostly-false", "Mostly false", 2, "A grain of truth; the substance is wrong."),
        new("false", "False", 1, "The evidence contradicts the claim."),
        new("outdated", "Outdated", null, "It was right when it was said and no longer is."),
        new("unproven", "Unproven", null, "The evidence decides it neither way."),
    ];

    private static readonly Dictionary<string, Rating> ById = All.ToDictionary(rating => rating.Id);

    /// <summary>The rating with that id, or null.</summary>
    public static Rating? Find(string? id) => id is null ? null : ById.GetValueOrDefault(id);
}
