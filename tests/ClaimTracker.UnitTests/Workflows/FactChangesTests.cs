using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests.Workflows;

public sealed class FactChangesTests
{
    public static TheoryData<Type> Effects =>
        [.. typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect)) && !type.IsAbstract)];

    [Theory, MemberData(nameof(Effects))]
    public void What_an_effect_makes_of_the_facts_is_said(Type effect)
    {
        var proposed = new ProposedVerdict("ada", ["ada"], "true", []);
        var facts = new ReviewFacts
        {
            ClaimId = 1,
            Kind = "count",
            Stage = Stage.Assigned,
            Proposed = proposed,
        };
        var blank = (Effect)RuntimeHelpers.GetUninitializedObject(effect);

        // An approval by nobody fails on the name that it lacks; an effect that nobody thought of has no arm.
        Assert.IsNotType<ArgumentOutOfRangeException>(Record.Exception(() => facts.After(blank)));
    }
}
