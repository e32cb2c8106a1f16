using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction;

/// <summary>What was found in one sentence.</summary>
/// <param name="Span">The sentence's place in the article.</param>
/// <param name="Score">Check-worthiness: a calibrated probability, moved so that 0.5 cuts best where a model's check-worthy are the rarer label.</param>
/// <param name="Claims">The checkable statements in it that belong into triage; empty where there is none.</param>
/// <param name="Quantities">Every figure.</param>
/// <param name="Times">Every time.</param>
/// <param name="Attribution">Who says it; null where the article itself does.</param>
/// <param name="Hedges">Words that soften the statement, e.g. "reportedly".</param>
/// <param name="Negated">True where the statement denies something.</param>
/// <param name="Reasons">Why it holds what belongs into triage, or why not: those of all its claims.</param>
public sealed record SentenceReading(
    TextSpan Span,
    double Score,
    IReadOnlyList<ClaimReading> Claims,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<TimeReference> Times,
    SourceAttribution? Attribution,
    IReadOnlyList<TextSpan> Hedges,
    bool Negated,
    IReadOnlyList<string> Reasons);

/// <summary>One checkable statement.</summary>
/// <param name="Span">Where it stands: a sentence, or a part of one where a sentence holds several.</param>
/// <param name="Kind">A kind's string id, e.g. <c>casualty-figure</c>.</param>
/// <param name="Canonical">The statement on its own: attribution split off, relative dates resolved.</param>
/// <param name="Place">Where it is said to have happened; null where the sentence names no place.</param>
/// <param name="Reasons">Why it belongs into triage, in words a fact-checker understands.</param>
public sealed record ClaimReading(TextSpan Span, string Kind, string Canonical, string? Place, IReadOnlyList<string> Reasons);

/// <summary>What reading an article found.</summary>
/// <param name="Sentences">Every sentence, in order.</param>
public sealed record Reading(IReadOnlyList<SentenceReading> Sentences);
