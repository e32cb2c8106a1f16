using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.UnitTests;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>Every regular expression meets text of strangers sooner or later, so each has an end of its own.</summary>
public sealed class RegexGuards
{
    private const BindingFlags Any =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Ours =
    [
        typeof(Claim).Assembly,
        typeof(Reading).Assembly,
        typeof(ReviewRunner).Assembly,
        typeof(WebServer).Assembly,
    ];

    /// <summary>
    /// The runtime reads the limit of the process at its first regular expression, which here may be one of the test runner.
    /// </summary>
    [ModuleInitializer]
    internal static void Begin() => ProcessDefaults.Set();

    public static TheoryData<string> Generated =>
        [.. Members().Select(member => $"{member.DeclaringType}.{member.Name}").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Generated))]
    public void Each_has_a_limit_of_its_own_or_does_not_backtrack(string name)
    {
        var made = Members()
            .Single(member => $"{member.DeclaringType}.{member.Name}" == name)
            .GetCustomAttribute<GeneratedRegexAttribute>()!;
        Assert.True(made.MatchTimeoutMilliseconds > 0 || made.Options.HasFlag(RegexOptions.NonBacktracking), name);
    }

    [Fact]
    public void The_guard_sees_them_all() => Assert.InRange(Generated.Count, 20, 200);

    [Fact]
    public void None_is_made_but_by_the_generator()
    {
        var fields = Ours.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(Any))
            .Where(field =>
                field.FieldType == typeof(Regex)
                && field.DeclaringType!.Namespace?.StartsWith("ClaimTracker", StringComparison.Ordinal) == true
            );
        Assert.Empty(fields);

        var made = Directory
            .EnumerateFiles(Path.Combine(RepositoryFolder.Top, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Where(file =>
                File.ReadAllText(file) is var code
                && (code.Contains("new Regex(", StringComparison.Ordinal) || HasStaticCall(code))
            );
        Assert.Empty(made);
    }

    [Fact]
    public void What_libraries_match_has_the_limit_of_the_process() =>
        Assert.Equal(ProcessDefaults.RegexLimit, new Regex("a").MatchTimeout);

    private static bool HasStaticCall(string code) =>
        new[] { "IsMatch", "Match", "Matches", "Replace", "Split", "Count" }.Any(call =>
            code.Contains($" Regex.{call}(", StringComparison.Ordinal)
            || code.Contains($"(Regex.{call}(", StringComparison.Ordinal)
        );

    private static IEnumerable<MemberInfo> Members() =>
        Ours.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMembers(Any))
            .Where(member => member.GetCustomAttribute<GeneratedRegexAttribute>() is not null);
}
