using ClaimTracker.Domain;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.UnitTests;

public sealed class DependencyGuards
{
    [Theory]
    [InlineData(typeof(Claim), new string[0])]
    [InlineData(typeof(Reading), new string[0])]
    [InlineData(typeof(ReviewRunner), new[] { "ClaimTracker.Domain" })]
    public void Dependencies_point_one_way(Type member, string[] allowed) =>
        Assert.Empty(References(member).Where(name => name.StartsWith("ClaimTracker", StringComparison.Ordinal)).Except(allowed));

    [Theory]
    [InlineData(typeof(Claim))]
    [InlineData(typeof(Reading))]
    [InlineData(typeof(ReviewRunner))]
    public void Rules_know_neither_database_nor_web(Type member) =>
        Assert.DoesNotContain(
            References(member),
            name =>
                name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(typeof(Claim))]
    [InlineData(typeof(Reading))]
    public void The_pure_projects_lean_on_the_framework_alone(Type member) =>
        Assert.All(References(member), name => Assert.StartsWith("System", name, StringComparison.Ordinal));

    private static IEnumerable<string> References(Type member) =>
        member.Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name != "netstandard");
}
