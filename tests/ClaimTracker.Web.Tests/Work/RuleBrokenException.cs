namespace ClaimTracker.Web.Tests.Work;

/// <summary>What must hold whatever people try.</summary>
public enum Rule
{
    NoAuthorApproves,
    NothingBelowItsMinimum,
    NotFreshInDoubt,
    TheDatabaseBarsAuthors,
    TheDatabaseHoldsTheMinimum,
}

/// <summary>
/// A rule was seen broken. Any other exception is a mistake of the test or of the program, and shows nothing of a rule.
/// </summary>
internal sealed class RuleBrokenException(Rule rule, string seen) : Exception($"{rule}: {seen}")
{
    public Rule Rule => rule;

    public static void Hold(Rule rule, bool holds, string seen)
    {
        if (!holds)
            throw new RuleBrokenException(rule, seen);
    }
}
