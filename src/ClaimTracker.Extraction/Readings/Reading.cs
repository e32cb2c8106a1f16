using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Readings;

/// <summary>What was found in one sentence.</summary>
/// <param name="Span">The sentence's place in the article.</param>
/// <param name="Score">Check-worthiness: a calibrated probability, moved so that 0.5 cuts best where a model's check-worthy are
/// the rarer label.</param>
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
    IReadOnlyList<string> Reasons
)
{
    /// <summary>The same sentence, with a speaker who is named outside of it; claims that name another keep theirs.</summary>
    internal SentenceReading SaidBy(SourceAttribution speaker) =>
        this with
        {
            Attribution = speaker,
            Claims = [.. Claims.Select(claim => claim.Attribution is null ? claim with { Attribution = speaker } : claim)],
        };
}

/// <summary>What reading an article found.</summary>
/// <param name="Sentences">Every sentence, in order.</param>
/// <param name="Language">A code of two letters, or of four for a script; null where the text is too short to tell.
/// Where it is not English, nothing in it is a claim: the words that make one are not known there.</param>
public sealed record Reading(IReadOnlyList<SentenceReading> Sentences, string? Language);
