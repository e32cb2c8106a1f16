using ClaimTracker.UnitTests.Workflows.Conformance;
using ClaimTracker.Workflows.Elsa;

namespace ClaimTracker.UnitTests.Workflows.Elsa;

/// <summary>Holds the real Elsa to the same cases. Only in a build with <c>-p:WorkflowEngine=Elsa</c>.</summary>
public sealed class ElsaConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Elsa_does_as_the_case_says(string name)
    {
        var one = ConformanceCase.All[name];
        var refused = new ElsaLimits().Check(ConformanceRun.Compile(one)).Select(f => $"{f.Activity}: {f.Field}").ToList();
        Assert.Equal(one.RefusedBy("Elsa"), refused);
        if (refused.Count > 0)
            return;
        await using var elsa = await ElsaHost.StartAsync();
        ConformanceRun.Of(one, "Elsa", elsa.Runner);
    }
}
