namespace ClaimTracker.Extraction.Matching;

/// <summary>A statement to be matched: what somebody wrote, or a claim that the desk already has.</summary>
/// <param name="Text">The wording.</param>
/// <param name="Title">A headline or the checked claim in short, where there is one.</param>
/// <param name="AsOf">The day that relative times in it count from, where known.</param>
public sealed record MatchText(string Text, string? Title = null, DateOnly? AsOf = null);

/// <summary>How a claim relates to a statement.</summary>
public enum MatchRelation
{
    /// <summary>It speaks of the same subject, or of a part of it.</summary>
    Related,

    /// <summary>It says the same of the same subject with another figure, or as of another day: never linked by itself.</summary>
    OtherFigure,

    /// <summary>It says the same.</summary>
    Same,
}

/// <summary>How well a claim fits a statement.</summary>
/// <param name="Score">0 (nothing in common) to 1 (the same words).</param>
/// <param name="Relation">What a person should look at first.</param>
public readonly record struct Match(double Score, MatchRelation Relation);
