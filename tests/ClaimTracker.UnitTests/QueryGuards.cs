using System.Text.RegularExpressions;

namespace ClaimTracker.UnitTests;

/// <summary>
/// What is taken of an included list, EF numbers over the whole table first (<c>ROW_NUMBER</c>), so that the page's cost grows
/// with it.
/// </summary>
public sealed partial class QueryGuards
{
    [Fact]
    public void No_list_is_cut_inside_an_include()
    {
        var sources = Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "Migrations"))
            .ToList();

        Assert.True(sources.Count(file => Include().IsMatch(File.ReadAllText(file))) > 3);
        Assert.Empty(
            sources.SelectMany(file => CutIncludes(File.ReadAllText(file)).Select(found => $"{Path.GetFileName(file)}: {found}"))
        );
    }

    [Theory]
    [InlineData("db.Claims.Include(c => c.Evidence.OrderBy(e => e.Id).Take(9))", true)]
    [InlineData(".Include(c => c.Verdicts).ThenInclude(v => v.Approvals\n  .Skip(1))", true)]
    [InlineData("db.Claims.Include(c => c.Evidence).Take(9)", false)]
    [InlineData("db.Tasks.Include(t => t.Decided.Where(d => d.By == name))", false)]
    public void The_guard_tells_what_is_cut_inside_from_what_is_cut_outside(string source, bool isCut) =>
        Assert.Equal(isCut, CutIncludes(source).Any());

    private static IEnumerable<string> CutIncludes(string source)
    {
        foreach (Match include in Include().Matches(source))
        {
            var end = include.Index + include.Length;
            for (var depth = 1; depth > 0 && end < source.Length; end++)
            {
                depth += source[end] switch
                {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
            }

            var argument = source[include.Index..end];
            if (argument.Contains(".Take(", StringComparison.Ordinal) || argument.Contains(".Skip(", StringComparison.Ordinal))
                yield return argument;
        }
    }

    [GeneratedRegex(@"\b(Then)?Include\(", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Include();
}
