using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <summary>
/// How fresh a published verdict is, a suspended one too: one rule, which memory and the databases evaluate alike. No claim is
/// both, and none is neither.
/// </summary>
public static class FreshnessRule
{
    private static readonly Expression<Func<Claim, DateTime, bool>> InForce = (claim, now) =>
        claim.Publication == Publication.Published || claim.Publication == Publication.Suspended;

    // A date that is not known is no reason to call a verdict fresh.
    private static readonly Expression<Func<Claim, DateTime, bool>> Fresh = (claim, now) =>
        (claim.Publication == Publication.Published || claim.Publication == Publication.Suspended)
        && claim.InDoubtSince == null
        && claim.NextCheckDueAt > now
        && claim.StaleAt > now
        && claim.PersonDueAt > now
        && claim.LastVerifiedAt <= ClockSkew.LatestAt(now)
        && claim.LastPersonAt <= ClockSkew.LatestAt(now);

    // Nothing was verified in the future: what a clock that ran ahead has noted is no verification, and with none a verdict is
    // stale.
    private static readonly Expression<Func<Claim, DateTime, bool>> Stale = (claim, now) =>
        (claim.Publication == Publication.Published || claim.Publication == Publication.Suspended)
        && (
            claim.StaleAt <= now
            || claim.PersonStaleAt <= now
            || claim.LastVerifiedAt == null
            || claim.LastVerifiedAt > ClockSkew.LatestAt(now)
        );

    private static readonly Func<Claim, DateTime, bool> IsFresh = Fresh.Compile();
    private static readonly Func<Claim, DateTime, bool> IsStale = Stale.Compile();

    /// <summary>How fresh the claim's verdict is at <paramref name="now"/>.</summary>
    public static Freshness Of(Claim claim, DateTime now) =>
        !claim.IsInForce ? Freshness.NotPublished
        : IsStale(claim, now) ? Freshness.Stale
        : IsFresh(claim, now) ? Freshness.Fresh
        : Freshness.Due;

    /// <summary>The claims that are so fresh at <paramref name="now"/>, as a condition of a query.</summary>
    public static Expression<Func<Claim, bool>> Is(Freshness freshness, DateTime now) =>
        At(
            now,
            freshness switch
            {
                Freshness.NotPublished => [Not(InForce)],
                Freshness.Stale => [Stale],
                Freshness.Fresh => [Fresh],
                Freshness.Due => [InForce, Not(Stale), Not(Fresh)],
                _ => throw new ArgumentOutOfRangeException(nameof(freshness), freshness, null),
            }
        );

    private static Expression<Func<Claim, DateTime, bool>> Not(Expression<Func<Claim, DateTime, bool>> rule) =>
        Expression.Lambda<Func<Claim, DateTime, bool>>(Expression.Not(rule.Body), rule.Parameters);

    private static Expression<Func<Claim, bool>> At(DateTime now, IReadOnlyList<Expression<Func<Claim, DateTime, bool>>> rules)
    {
        // Captured, so that a query's text is the same at any time.
        Expression<Func<DateTime>> instant = () => now;
        var claim = Expression.Parameter(typeof(Claim), "claim");
        return Expression.Lambda<Func<Claim, bool>>(
            rules
                .Select(rule => new Swap(rule.Parameters[0], claim, rule.Parameters[1], instant.Body).Visit(rule.Body))
                .Aggregate(Expression.AndAlso),
            claim
        );
    }

    private sealed class Swap(ParameterExpression claim, Expression forClaim, ParameterExpression now, Expression forNow)
        : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == claim ? forClaim
            : node == now ? forNow
            : node;
    }
}
