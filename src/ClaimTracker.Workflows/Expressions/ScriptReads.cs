using Acornima.Ast;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// Whether a script reads anything of the review, or of the moment at which it runs: then its value is not known before. It does
/// where it names what neither it nor the language itself declares. In doubt the answer is yes.
/// </summary>
internal static class ScriptReads
{
    private static readonly HashSet<string> OfTheLanguage =
    [
        "Array",
        "BigInt",
        "Boolean",
        "Infinity",
        "JSON",
        "Math",
        "NaN",
        "Number",
        "Object",
        "String",
        "isFinite",
        "isNaN",
        "parseFloat",
        "parseInt",
        "undefined",
    ];

    /// <summary>True where the script may have another value in another review.</summary>
    public static bool IsIn(Node script) => IsIn(script, [.. DeclaredIn(script), .. OfTheLanguage]);

    private static bool IsIn(Node node, HashSet<string> known) =>
        node switch
        {
            Identifier name => !known.Contains(name.Name),
            MemberExpression { Computed: false } read => IsIn(read.Object, known),
            Property { Computed: false } property => IsIn(property.Value, known),
            ThisExpression or MetaProperty or ImportExpression or WithStatement => true,
            _ => node.ChildNodes.Any(child => IsIn(child, known)),
        };

    private static IEnumerable<string> DeclaredIn(Node node)
    {
        var declared = node switch
        {
            VariableDeclarator { Id: Identifier name } => [name.Name],
            IFunction function => function.Params.Prepend(function.Id).OfType<Identifier>().Select(name => name.Name),
            _ => Enumerable.Empty<string>(),
        };
        return declared.Concat(node.ChildNodes.SelectMany(DeclaredIn));
    }
}
