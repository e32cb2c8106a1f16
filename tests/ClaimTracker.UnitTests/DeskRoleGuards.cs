using System.Text.RegularExpressions;

namespace ClaimTracker.UnitTests;

/// <summary>
/// Who counts as the desk is said once, in <c>Roles.OfDesk</c>; whoever names both roles beside each other says it again.
/// </summary>
public sealed partial class DeskRoleGuards
{
    [Fact]
    public void Nobody_but_the_list_of_roles_says_who_is_on_the_desk() =>
        Assert.Equal(
            "Roles.cs",
            string.Join(
                ", ",
                Directory
                    .GetFiles(Path.Combine(RepositoryFolder.Top, "src"), "*.cs*", SearchOption.AllDirectories)
                    .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
                    .Where(file => Says(File.ReadAllText(file)))
                    .Select(Path.GetFileName)
            )
        );

    [Theory]
    [InlineData("User.IsInRole(Roles.FactChecker) || User.IsInRole(Roles.Editor)", true)]
    [InlineData("actor.Is(Roles.Editor)\n || actor.Is(Roles.FactChecker)", true)]
    [InlineData("people.HoldersAsync([Roles.FactChecker, Roles.Editor], cancel)", true)]
    [InlineData("OfDesk = [FactChecker, Editor];", true)]
    [InlineData("User.IsInRole(Roles.Editor) || User.IsInRole(Roles.Administrator)", false)]
    [InlineData("Roles.FactChecker => \"Fact-checker\", Roles.Editor => \"Editor\"", false)]
    public void The_guard_tells_both_roles_beside_each_other_from_each_by_itself(string source, bool says) =>
        Assert.Equal(says, Says(source));

    private static bool Says(string source) => Both().IsMatch(source);

    [GeneratedRegex(
        @"\b(?:(?:Roles\.)?FactChecker\)?\s*(?:\|\||,|or)\s*[\w.(]*\bEditor\)?|Roles\.Editor\)?\s*(?:\|\||,|or)\s*[\w.(]*\bFactChecker\)?)\s*[^,\s\w]",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Both();
}
