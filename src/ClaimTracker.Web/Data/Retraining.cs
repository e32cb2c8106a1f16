namespace ClaimTracker.Web.Data;

/// <summary>One attempt to learn from the desk's triage decisions, and what came of it.</summary>
public sealed class Retraining
{
    public long Id { get; private set; }

    public required DateTime At { get; init; }

    /// <summary>A hash of the decisions and of the model begun with: the same make the same model.</summary>
    public required string Version { get; init; }

    /// <summary>Sentences learned from.</summary>
    public int Learned { get; init; }

    /// <summary>Sentences that no model ever learned from, by which both were judged.</summary>
    public int HeldBack { get; init; }

    /// <summary>
    /// Share of pairs of an accepted and a declined sentence that the model then in force puts in the right order.
    /// </summary>
    public double RankingBefore { get; init; }

    /// <summary>The same share, by the new model.</summary>
    public double RankingAfter { get; init; }

    /// <summary>F1 of the accepted by the model then in force, at the threshold.</summary>
    public double F1Before { get; init; }

    /// <summary>F1 of the accepted by the new model, at the threshold.</summary>
    public double F1After { get; init; }

    /// <summary>The new model's file; null where the old model was kept.</summary>
    public string? Model { get; init; }

    /// <summary>Why nothing came of it, where it failed; then there are no figures, and it is tried again.</summary>
    public string? Failure { get; init; }
}
