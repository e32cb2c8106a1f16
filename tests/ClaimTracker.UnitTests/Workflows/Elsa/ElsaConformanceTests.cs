using ClaimTracker.UnitTests.Workflows.Conformance;

namespace ClaimTracker.UnitTests.Workflows.Elsa;

/// <summary>Holds the real Elsa to the same cases. Only in a build with <c>-p:WorkflowEngine=Elsa</c>.</summary>
public sealed class ElsaConformanceTests
{
    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Elsa_does_as_the_case_says(string name)
    {
        await using var elsa = await ElsaHost.StartAsync();
        ConformanceRun.Of(ConformanceCase.All[name], "Elsa", elsa.Runner);
    }
}
