using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClaimTracker.UnitTests;

/// <summary>
/// A name means one thing: within a project no two types are called alike, nested ones included. Tests are called after what they
/// test, at its path, and so are left out.
/// </summary>
public sealed class TypeNameGuards
{
    [Theory]
    [InlineData("ClaimTracker.Domain")]
    [InlineData("ClaimTracker.Extraction")]
    [InlineData("ClaimTracker.Workflows")]
    [InlineData("ClaimTracker.Workflows.Elsa")]
    [InlineData("ClaimTracker.Web")]
    public void No_type_name_stands_twice_in_a_project(string project)
    {
        var files = Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "Migrations"));

        Assert.Equal("", string.Join('\n', Twice(files.Select(File.ReadAllText))));
    }

    [Theory]
    [InlineData("namespace A { class One; } namespace B { record One; }", "One: A.One, B.One")]
    [InlineData("namespace A { class One { struct Row; } class Two { private enum Row { } } }", "Row: A.One.Row, A.Two.Row")]
    [InlineData("namespace A { partial class One; } namespace A { partial class One; }", null)]
    [InlineData("namespace A { class One; class One<T>; }", null)]
    [InlineData("namespace A { class One; class Other; }", null)]
    public void The_guard_tells_two_types_from_one_in_parts(string source, string? twice) =>
        Assert.Equal(twice is null ? [] : [twice], Twice([source]));

    private static IEnumerable<string> Twice(IEnumerable<string> sources) =>
        sources
            .SelectMany(source =>
                CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            )
            .ToLookup(type => type.Identifier.ValueText, FullName)
            .Select(called => (called.Key, Types: called.Distinct().Order(StringComparer.Ordinal).ToList()))
            .Where(called => called.Types.Count > 1)
            .Select(called => $"{called.Key}: {string.Join(", ", called.Types)}");

    private static string FullName(BaseTypeDeclarationSyntax type) =>
        string.Join(
            '.',
            type.AncestorsAndSelf()
                .Reverse()
                .Select(around =>
                    around switch
                    {
                        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
                        BaseTypeDeclarationSyntax outer => outer.Identifier.ValueText,
                        _ => "",
                    }
                )
                .Where(name => name.Length > 0)
        );
}
