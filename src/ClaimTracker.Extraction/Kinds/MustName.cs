namespace ClaimTracker.Extraction.Kinds;

/// <summary>What a claim's wording has to name, beside what its own words point to.</summary>
internal enum MustName
{
    /// <summary>Nothing more.</summary>
    Nothing,

    /// <summary>Somebody or some place, and a day unless it is told as a sum up to now: it happened.</summary>
    PlaceAndTime,

    /// <summary>The same, where it is told in the past.</summary>
    PlaceAndTimeIfPast,
}
