namespace ClaimTracker.Extraction.Times;

/// <summary>A time that a text states, resolved against its publication date where that is known.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="From">First instant, local to the article; null where it cannot be resolved.</param>
/// <param name="To">End of the period, exclusive, local to the article; null where open-ended ("since 2021") or not resolved.</param>
public sealed record TimeReference(TextSpan Span, DateTime? From, DateTime? To);
