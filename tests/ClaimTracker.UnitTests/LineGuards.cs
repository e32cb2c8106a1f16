using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ClaimTracker.UnitTests;

/// <summary>
/// Lines stay within 130 characters, comments too; what a string holds is not counted, since it would have to be cut up.
/// </summary>
public sealed class LineGuards
{
    private const int Longest = 130;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_of_code_or_comment_is_too_long(string folder)
    {
        var files = Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"));

        Assert.Equal(
            "",
            string.Join('\n', files.SelectMany(file => TooLong(File.ReadAllText(file)).Select(line => $"{file}:{line}")))
        );
    }

    [Fact]
    public void The_guard_counts_code_and_comments_and_no_strings()
    {
        var filling = new string('x', Longest);

        Assert.Equal([1], TooLong($"// {filling}"));
        Assert.Equal([2], TooLong($"var a = 1;\nvar {filling} = 2;"));
        Assert.Empty(TooLong($"var a = \"{filling}\";"));
        Assert.Empty(TooLong($"var a = $\"{filling}{{b}}\";"));
        Assert.Empty(TooLong($"var a = \"\"\"\n{filling} x\n\"\"\";"));
        Assert.Equal([1], TooLong($"var a = \"x\" + {filling};"));
    }

    private static List<int> TooLong(string source)
    {
        var text = SourceText.From(source);
        if (text.Lines.All(line => line.Span.Length <= Longest))
            return [];
        var strings = CSharpSyntaxTree
            .ParseText(text)
            .GetRoot()
            .DescendantNodes(node => node is not InterpolatedStringExpressionSyntax)
            .Where(node => node is InterpolatedStringExpressionSyntax || node.RawKind == (int)SyntaxKind.StringLiteralExpression)
            .Select(node => node.Span)
            .ToList();
        return
        [
            .. text
                .Lines.Where(line => line.Span.Length - strings.Sum(s => s.Intersection(line.Span)?.Length ?? 0) > Longest)
                .Select(line => line.LineNumber + 1),
        ];
    }
}
