using System.Text.RegularExpressions;

namespace ClaimTracker.UnitTests;

/// <summary>What src/README.md names is there: files by their path, types and members by their name.</summary>
public sealed partial class SourceGuideTests
{
    private static readonly string[] InSrc = ["Domain/", "Workflows/", "Web/"];
    private static readonly string[] InTests = ["UnitTests/", "Web.Tests/", "Benchmarks/"];

    private static readonly Dictionary<string, string> Code = Files("src")
        .Concat(Files("tests"))
        .ToDictionary(file => file, File.ReadAllText);

    private static readonly ILookup<string, string> DeclaredIn = Code.SelectMany(file =>
            Declaration().Matches(file.Value).Select(found => (Type: found.Groups[1].Value, file.Key))
        )
        .ToLookup(one => one.Type, one => one.Key);

    [Fact]
    public void Every_file_that_the_guide_names_is_there()
    {
        var paths = Lines().SelectMany(Named).Where(IsPath).Distinct().ToList();

        Assert.True(paths.Count > 60);
        Assert.Empty(paths.Where(path => !Path.Exists(FullPath(path))).ToList());
    }

    [Fact]
    public void Every_type_and_member_that_the_guide_names_is_there()
    {
        var names = Lines()
            .SelectMany(line => Named(line).Where(name => !IsPath(name)).Select(name => (Name: name, Line: line)))
            .Distinct()
            .ToList();

        Assert.True(names.Count > 120);
        Assert.Empty(names.Where(one => !IsThere(one.Name, one.Line)).Select(one => one.Name));
    }

    [Theory]
    [InlineData("Claim.LinkTo", "", true)]
    [InlineData("Claim.LinkedFrom", "", false)]
    [InlineData("NoSuchType", "", false)]
    [InlineData("EndRecheck", "in `Domain/Claims/Claim.Freshness.cs`", true)]
    [InlineData("EndRecheck", "in `Domain/Claims/Claim.Doubt.cs`", false)]
    public void The_guard_tells_what_is_there_from_what_is_not(string name, string line, bool isThere) =>
        Assert.Equal(isThere, IsThere(name, line));

    // A type; a type's member; or what one of the files beside it holds.
    private static bool IsThere(string name, string line)
    {
        var parts = name.Split('.');
        var files =
            parts.Length == 2 || DeclaredIn.Contains(name) ? DeclaredIn[parts[0]] : Named(line).Where(IsPath).Select(FullPath);
        return files.Any(file => Code.TryGetValue(file, out var code) && Regex.IsMatch(code, $@"\b{Regex.Escape(parts[^1])}\b"));
    }

    private static string[] Lines() => File.ReadAllLines(Path.Combine(RepositoryFolder.Top, "src", "README.md"));

    private static IEnumerable<string> Named(string line) => Quoted().Matches(line).Select(found => found.Groups[1].Value);

    private static bool IsPath(string named) => named.Contains('/') || named == "appsettings.json";

    private static string FullPath(string path) =>
        Path.GetFullPath(
            Path.Combine(
                RepositoryFolder.Top,
                InSrc.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? $"src/ClaimTracker.{path}"
                    : InTests.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? $"tests/ClaimTracker.{path}"
                    : path
            )
        );

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"));

    [GeneratedRegex("`([^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface) ([A-Z]\w*)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Declaration();
}
