using System.Text.RegularExpressions;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.People;

/// <summary>No person is called what the program writes where no person acted.</summary>
public sealed partial class ReservedNamesTests
{
    [Fact]
    public void Each_name_that_the_source_writes_as_an_actor_is_reserved()
    {
        var written = Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .SelectMany(file =>
            {
                var text = File.ReadAllText(file);
                var names = Written().Matches(text).Select(match => match.Groups[1].Value);

                // A verb on the database acts as the system and its own name.
                return text.Contains(".OnDatabase(", StringComparison.Ordinal)
                    ? names.Concat(Verb().Matches(text).Select(match => match.Groups[1].Value))
                    : names;
            })
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string> { "import", "looks", "clock", "setup", "start", "migrate", "add" }, written);
        Assert.All(written, name => Assert.Contains(name, ReservedNames.All));
        Assert.All(ReservedNames.All, name => Assert.True(ReservedNames.Includes(name)));
    }

    [Theory]
    [InlineData("System")]
    [InlineData("sys.tem")]
    [InlineData("5ystem")]
    [InlineData("system-import")]
    [InlineData("system_looks")]
    [InlineData("system2")]
    [InlineData("MACHINE")]
    [InlineData("rnachine")]
    [InlineData("machlne")]
    [InlineData("an0nymous")]
    [InlineData("claim-tracker")]
    [InlineData("nu11")]
    [InlineData("unknown.1")]
    public void What_reads_like_one_is_one(string name) => Assert.True(ReservedNames.Includes(name));

    [Theory]
    [InlineData("ada")]
    [InlineData("root")]
    [InlineData("admin")]
    [InlineData("systema")]
    [InlineData("ann.onymous")]
    [InlineData("starr")]
    [InlineData("l.looker")]
    public void Other_names_are_not(string name) => Assert.False(ReservedNames.Includes(name));

    [GeneratedRegex(@"(?:""system:|Actor\.System\("")([a-z-]+)""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Written();

    [GeneratedRegex(@"new Command\(\s*""([a-z]+)"",", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Verb();
}
