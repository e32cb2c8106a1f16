namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Compares two statements by wording, names, figures and time. It needs to know of no other statement, so it serves
/// candidates that a database's full text has found; <see cref="ClaimIndex"/> ranks many by how rare their words are.
/// </summary>
public static class ClaimMatcher
{
    // Paraphrases of one claim in news share some six tenths of their weighted words, and half of what they say besides
    // names; claims on one subject share the names, and a quarter of all.
    private const double SameFrom = 0.55;
    private const double SaidFrom = 0.5;
    private const double FigureFrom = 0.35;

    /// <summary>Compares what somebody wrote with a claim.</summary>
    public static Match Compare(MatchText query, MatchText candidate) => Compare(new Statement(query), new Statement(candidate));

    /// <summary>As the other, for texts that are compared more than once.</summary>
    public static Match Compare(Statement query, Statement candidate)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(candidate);
        var wording = Wording.Compare(query.Words, candidate.Words);
        return new Match(wording.Score, Relation(query, candidate, wording));
    }

    private static MatchRelation Relation(Statement query, Statement candidate, Wording wording)
    {
        if (wording.Score < FigureFrom) return MatchRelation.Related;
        if (Figures.Contradict(query, candidate) || AsOf.Contradict(query.Times, candidate.Times)) return MatchRelation.OtherFigure;
        if (wording.Score < SameFrom || wording.Said < SaidFrom) return MatchRelation.Related;
        return query.Denies == candidate.Denies && !Opposites.Part(query.Words, candidate.Words) ? MatchRelation.Same : MatchRelation.Related;
    }
}
