using Acornima.Ast;
using Jint;
using Jint.Native.Function;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// Whether a script could make the engine's own functions call each other without end, which uses up the stack where no limit
/// looks:
/// <c>'' + { toString: ''.trim }</c>. For that it must hold one of them as a value, or change what an object is converted by.
/// Most scripts do neither and are spared what the guard against it costs. In doubt the answer is yes.
/// </summary>
internal static class ScriptReach
{
    /// <summary>Whose prototypes hold functions that convert what they are called on.</summary>
    public static readonly string[] Converting =
    [
        "Object",
        "Function",
        "Array",
        "String",
        "Number",
        "RegExp",
        "Error",
        "Date",
        "Iterator",
    ];

    private static readonly string[] Plain =
    [
        "Array",
        "Boolean",
        "Date",
        "Infinity",
        "Intl",
        "JSON",
        "Math",
        "NaN",
        "Number",
        "String",
        "isFinite",
        "isNaN",
        "parseFloat",
        "parseInt",
        "undefined",
    ];

    private static readonly string[] Telling = ["__proto__", "apply", "bind", "call", "constructor", "prototype"];

    private static readonly HashSet<string> Globals;
    private static readonly HashSet<string> Methods;

    static ScriptReach()
    {
        using var engine = new Engine();
        Globals =
        [
            .. engine.Global.GetOwnPropertyKeys().Where(key => key.IsString()).Select(key => key.AsString()).Except(Plain),
        ];
        Methods = [.. Converting.SelectMany(name => MethodsOf(engine, name))];
    }

    /// <summary>True where the script needs the guard.</summary>
    public static bool IsIn(Node node) =>
        node switch
        {
            Identifier name => Globals.Contains(name.Name),
            CallExpression { Callee: MemberExpression { Computed: false } called } call => Telling.Contains(NameOf(called))
                || IsIn(called.Object)
                || call.Arguments.Any(IsIn),
            MemberExpression { Computed: false } read => Telling.Contains(NameOf(read))
                || Methods.Contains(NameOf(read))
                || IsIn(read.Object),
            MemberExpression { Property: not NumericLiteral } or AssignmentExpression { Left: MemberExpression } => true,
            ForInStatement { Left: MemberExpression } or ForOfStatement { Left: MemberExpression } => true,
            Property { Computed: true } => true,
            Property { Key: var key } property => KeyOf(key) == "__proto__" || IsIn(property.Value),
            ObjectPattern
            or ThisExpression
            or ClassDeclaration
            or ClassExpression
            or TaggedTemplateExpression
            or ImportExpression
            or MetaProperty
            or WithStatement => true,
            _ => node.ChildNodes.Any(IsIn),
        };

    private static IEnumerable<string> MethodsOf(Engine engine, string constructor)
    {
        var prototype = engine.Global.Get(constructor).AsObject().Get("prototype").AsObject();
        return prototype
            .GetOwnProperties()
            .Where(p => p.Key.IsString() && p.Value.Value is Function)
            .Select(p => p.Key.AsString());
    }

    private static string NameOf(MemberExpression member) => member.Property is Identifier name ? name.Name : "__proto__";

    private static string? KeyOf(Node key) =>
        key switch
        {
            Identifier name => name.Name,
            StringLiteral text => text.Value,
            _ => null,
        };
}
