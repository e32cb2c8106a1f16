using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// A script engine that reaches the review's own data and nothing else: no CLR, no file, no network, no clock but the
/// move's instant, no chance. Time, memory, statements and recursion are limited, and what could get past those limits is not
/// there.
/// </summary>
internal static class ScriptSandbox
{
    private const int MaxStatements = 10_000;
    private const int MaxRecursion = 64;
    private const long MaxBytes = 4_000_000;

    // Long enough for a first run on a busy machine; what would take it up at ease is stopped by the other limits before.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxMatching = TimeSpan.FromMilliseconds(500);

    // One call of these takes more memory than a script may have, or waits, before any limit is looked at.
    private static readonly string[] Withheld =
    [
        "ArrayBuffer",
        "SharedArrayBuffer",
        "DataView",
        "Atomics",
        "Int8Array",
        "Uint8Array",
        "Uint8ClampedArray",
        "Int16Array",
        "Uint16Array",
        "Int32Array",
        "Uint32Array",
        "BigInt64Array",
        "BigUint64Array",
        "Float16Array",
        "Float32Array",
        "Float64Array",
        "Proxy",
        "Reflect",
        "Promise",
        "WeakRef",
        "FinalizationRegistry",
        "ShadowRealm",
    ];

    /// <summary>An engine for one run of a script.</summary>
    /// <param name="scope">What it reaches.</param>
    /// <param name="guarded">True for a script that <see cref="ScriptReach"/> doubts.</param>
    public static Engine Create(IExpressionScope scope, bool guarded)
    {
        var engine = new Engine(options =>
        {
            options
                .MaxStatements(MaxStatements)
                .LimitRecursion(MaxRecursion)
                .LimitMemory(MaxBytes)
                .TimeoutInterval(MaxTime)
                .MaxArraySize(10_000)
                .DisableStringCompilation()
                .RegexTimeoutInterval(MaxMatching)
                .Culture(CultureInfo.InvariantCulture)
                .LocalTimeZone(TimeZoneInfo.Utc);
            options.TimeSystem = new FixedTime(scope.NowUtc);

            // Objects that call themselves from a conversion use up the stack by no call that counts; this asks how much is left.
            options.Constraints.StackOverflowGuard = true;
            options.AgentCanSuspend = false;
        });
        foreach (var name in Withheld)
            engine.Global.Delete(name);
        ScriptTexts.Limit(engine);
        if (guarded)
            ScriptStack.Guard(engine);
        engine
            .Evaluate("Math")
            .AsObject()
            .Set(
                "random",
                engine.Fn(
                    "random",
                    _ =>
                        throw new StepFailedException(
                            "Math.random would give the same review two courses; take the value from an input instead"
                        )
                )
            );
        AddVariables(engine, scope);
        AddInputs(engine, scope);
        AddFacts(engine, scope);
        return engine;
    }

    private static void AddVariables(Engine engine, IExpressionScope scope)
    {
        var variables = scope.Variables;
        var all = new JsObject(engine);
        foreach (var variable in variables)
        {
            var id = variable.Id;
            var accessor = Accessor(variable.Name);
            all.FastSetDataProperty(variable.Name, ScriptValues.ToScript(engine, scope.GetVariable(id)));
            engine.SetValue("get" + accessor, engine.Fn("get", _ => ScriptValues.ToScript(engine, scope.GetVariable(id))));
            engine.SetValue("set" + accessor, engine.Fn("set", a => Set(id, a, 0)));
        }

        engine.SetValue("variables", all);
        engine.SetValue("getVariable", engine.Fn("getVariable", a => ScriptValues.ToScript(engine, scope.GetVariable(Id(a)))));
        engine.SetValue("setVariable", engine.Fn("setVariable", a => Set(Id(a), a, 1)));

        JsValue Set(string id, JsValue[] arguments, int index)
        {
            scope.SetVariable(id, ScriptValues.ToJson(engine, arguments.Length > index ? arguments[index] : JsValue.Null));
            return JsValue.Undefined;
        }

        string Id(JsValue[] arguments)
        {
            var name = Text(arguments);
            return variables.FirstOrDefault(v => v.Name == name)?.Id
                ?? throw new StepFailedException($"there is no variable “{name}”; declare it in the definition's variables");
        }
    }

    private static void AddInputs(Engine engine, IExpressionScope scope)
    {
        foreach (var input in scope.InputNames)
            engine.SetValue("get" + input, engine.Fn("get", _ => ScriptValues.ToScript(engine, scope.GetInput(input))));
        engine.SetValue("getInput", engine.Fn("getInput", a => ScriptValues.ToScript(engine, scope.GetInput(Text(a)))));
    }

    private static void AddFacts(Engine engine, IExpressionScope scope)
    {
        var facts = scope.Facts;
        var version = scope.Version;
        engine.SetValue("claim", ScriptValues.ToScript(engine, ScriptFacts.ToJson(facts)));
        engine.SetValue(
            "getCorrelationId",
            engine.Fn("getCorrelationId", _ => facts.ClaimId.ToString(CultureInfo.InvariantCulture))
        );
        engine.SetValue("getWorkflowDefinitionId", engine.Fn("getWorkflowDefinitionId", _ => version.DefinitionId));
        engine.SetValue("getWorkflowDefinitionVersionId", engine.Fn("getWorkflowDefinitionVersionId", _ => version.VersionId));
        engine.SetValue("getWorkflowDefinitionVersion", engine.Fn("getWorkflowDefinitionVersion", _ => version.Number));
        engine.SetValue("isNullOrEmpty", engine.Fn("isNullOrEmpty", a => Text(a).Length == 0));
        engine.SetValue("isNullOrWhiteSpace", engine.Fn("isNullOrWhiteSpace", a => string.IsNullOrWhiteSpace(Text(a))));
    }

    private static ClrFunction Fn(this Engine engine, string name, Func<JsValue[], JsValue> body) =>
        new(engine, name, (_, arguments) => body(arguments));

    private static string Text(JsValue[] arguments) =>
        arguments.Length > 0 && arguments[0].IsString() ? arguments[0].AsString() : "";

    /// <summary>Elsa makes <c>getSecondRating</c> of "second rating", "second_rating" and "secondRating".</summary>
    private static string Accessor(string name) =>
        string.Concat(
            name.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Select(part => char.ToUpperInvariant(part[0]) + part[1..])
        );

    /// <summary>The instant of the move, so that the same move always gives the same result.</summary>
    private sealed class FixedTime(DateTime utc) : ITimeSystem
    {
        private static readonly DefaultTimeSystem Rules = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

        public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

        public DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

        public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;

        public bool TryParse(string date, out long epochMilliseconds) => Rules.TryParse(date, out epochMilliseconds);
    }
}
