using System.Diagnostics;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.UnitTests.Workflows.Expressions;

/// <summary>Scripts that mean harm, or are wrong: each stops its own review, soon, and nothing else.</summary>
public sealed class SandboxTests
{
    private const int ServersStack = 1_500_000;
    private const string Deep = "let a = []; for (let i = 0; i < 9000; i++) a = [a];";

    [Theory]
    [InlineData("while (true) {}", "statements")]
    [InlineData("/(a+)+$/.test('a'.repeat(40) + 'b')", "timed out")]
    [InlineData("new RegExp('^(([a-z])+.)+[A-Z]([a-z])+$').test('a'.repeat(60))", "timed out")]
    [InlineData("'x'.repeat(1e9)", "repeat would make")]
    [InlineData("'x'.padStart(3e8)", "padStart would make")]
    [InlineData("'x'.repeat(20000).replaceAll('x', 'y'.repeat(20000))", "replaceAll could make")]
    [InlineData("'x'.repeat(20000).replaceAll('', 'y'.repeat(20000))", "replaceAll could make")]
    [InlineData("'x'.repeat(20000).replace(/x/g, '$&$`')", "replace could make")]
    [InlineData("const y = 'y'.repeat(20000); 'x'.repeat(9000).replaceAll('x', () => y)", "replaceAll would make")]
    [InlineData("Array(5000).fill('x'.repeat(20000)).join()", "join would make")]
    [InlineData("'' + Array(5000).fill('x'.repeat(20000))", "join would make")]
    [InlineData("const a = Array(5000).fill('x'.repeat(20000)); '' + Array(5000).fill(a)", "join would make")]
    [InlineData("Array(5000).fill('').join('x'.repeat(20000))", "join would make")]
    [InlineData("''.concat(...Array(5000).fill('x'.repeat(20000)))", "concat would make")]
    [InlineData("JSON.stringify(Array(5000).fill('x'.repeat(20000)))", "JSON.stringify would make")]
    [InlineData("({ a: Array(5000).fill('x'.repeat(20000)) })", "what it gave would make")]
    [InlineData("let a = 'x'; for (;;) a += a", "allocated")]
    [InlineData("let a = 'x'.repeat(1000); for (;;) a = `${a}${a}`", "allocated")]
    [InlineData("new Array(1e9).fill(0)", "array size")]
    [InlineData("Array.from({length: 1e9})", "array size")]
    [InlineData("Array.prototype.fill.call({length: 9007199254740991}, 1)", "allocated")]
    [InlineData("function* g() { for (;;) yield 1 } [...g()]", "statements")]
    [InlineData("let b = 10n; for (;;) b = b * b", "")]
    [InlineData("new ArrayBuffer(2000000000)", "ArrayBuffer is not defined")]
    [InlineData("new Float64Array(2e8)", "Float64Array is not defined")]
    [InlineData("Atomics.wait(0, 0, 0)", "Atomics is not defined")]
    [InlineData("new Proxy({}, {})", "Proxy is not defined")]
    [InlineData("(function f() { return f() })()", "recursion")]
    [InlineData("const o = { toString() { return '' + o } }; '' + o", "")]
    [InlineData("class A { get x() { return this.x } } new A().x", "recursion")]
    [InlineData("'' + { toString: ''.trim }", "call stack")]
    [InlineData("`${{ toString: ''.trim }}`", "call stack")]
    [InlineData("'' + { ['to' + 'String']: ''['trim'] }", "call stack")]
    [InlineData("'' + { [Symbol.toPrimitive]: ''.trim }", "call stack")]
    [InlineData("const { trim } = ''; '' + { toString: trim }", "call stack")]
    [InlineData("const t = (({ trim }) => trim)(''); '' + { toString: t }", "call stack")]
    [InlineData("'' + { __proto__: null, toString: String.prototype.trim }", "call stack")]
    [InlineData("const o = Object.create(null); o.toString = ''.trim; '' + o", "call stack")]
    [InlineData("const o = { exec: /x/.test }; o.exec('')", "call stack")]
    [InlineData("const o = { next: Iterator.prototype.toArray }; o.next()", "call stack")]
    [InlineData("const o = { valueOf: [].pop }; o.length = o; +o", "call stack")]
    [InlineData("const o = { toString: ({}).toLocaleString }; '' + o", "call stack")]
    [InlineData(
        "const o = { toString: String.prototype.concat.bind('') }; o.toString = ''.concat.bind('', o); '' + o",
        "call stack"
    )]
    [InlineData("const e = new Error('x'); e.message = e; '' + e", "call stack")]
    [InlineData("const e = Object.assign(new Error('x'), {}); Object.assign(e, { name: e }); '' + e", "call stack")]
    [InlineData(
        "const d = { toISOString: Date.prototype.toJSON, toJSON: Date.prototype.toJSON, valueOf() { return 1 } }; JSON.stringify(d)",
        "call stack"
    )]
    [InlineData("const a = []; a[0] = a; a.flat(Infinity)", "")]
    [InlineData(Deep + "a", "")]
    [InlineData(Deep + "JSON.stringify(a)", "")]
    [InlineData(Deep + "'' + a", "")]
    [InlineData("const o = {}; o.o = o; o", "Cyclic")]
    [InlineData("({ toJSON() { for (;;) {} } })", "statements")]
    [InlineData("Function('return 1')()", "compilation")]
    [InlineData("(() => 1).constructor('return 1')()", "compilation")]
    [InlineData("(function* () {}).constructor('yield 1')()", "compilation")]
    [InlineData("getName.constructor('return 1')()", "compilation")]
    [InlineData("import('fs')", "")]
    [InlineData("getName().GetType().Assembly", "")]
    [InlineData("setVariable('Nobody', 1)", "no variable “Nobody”")]
    [InlineData("throw 'x'", "x")]
    [InlineData("throw { get message() { for (;;) {} } }", "statements")]
    [InlineData("'\\ud800'", "cannot be stored")]
    [InlineData("({ text: 'a\\0b' })", "cannot be stored")]
    [InlineData("let a = 'x'.repeat(50000); a", "50,000 characters")]
    [InlineData("setName(Array(9000).fill('xyz'))", "")]
    public void A_hostile_script_stops_its_review_and_nothing_else(string script, string why)
    {
        var watch = Stopwatch.StartNew();
        var desk = new Desk(Notify(script), new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        var request = new Thread(() => desk.Start(), ServersStack);
        request.Start();
        request.Join();

        Assert.Equal(ReviewStatus.Faulted, desk.State.Status);
        Assert.Equal("t", desk.State.Fault!.ActivityId);
        Assert.Contains(why, desk.State.Fault.Message, StringComparison.Ordinal);
        Assert.Contains("the expression “", desk.State.Fault.Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("'-'.repeat(3) + 'x'.padStart(4, '.')", "---...x")]
    [InlineData("[3, 1, 2].sort().map(x => x * 2).join(' ')", "2 4 6")]
    [InlineData("`${new Intl.NumberFormat('en').format(1234.5)}`", "1,234.5")]
    [InlineData("Object.entries({ a: 1 }).flat().join()", "a,1")]
    [InlineData("'a-b-c'.replaceAll('-', ' $& ').replace(/b/, x => x + x)", "a - bb - c")]
    [InlineData(
        "'of ' + ['x', null, [1, 2]] + ['a', 'b'].join(' and ') + 'a'.concat('b', 3) + JSON.stringify({ a: [1, 'b'] })",
        "of x,,1,2a and bab3{\"a\":[1,\"b\"]}"
    )]
    [InlineData("'👍 ' + 'naïve'.normalize('NFC')", "👍 naïve")]
    [InlineData("/(\\d+) of (\\d+)/.exec('7 of 9').slice(1).join('/')", "7/9")]
    public void An_ordinary_script_gives_what_it_says(string script, string message)
    {
        var desk = new Desk(Notify(script), new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc)).Start();

        Assert.Equal(ReviewStatus.Finished, desk.State.Status);
        Assert.Equal(message, Assert.IsType<ClaimTracker.Workflows.Effects.Tell>(Assert.Single(desk.Effects)).Message);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('!')]
    public void A_script_nested_without_end_is_a_finding(char opening)
    {
        var (_, faults) = Compile(new string(opening, 100_000));
        Assert.Contains("cannot be parsed", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    private static CompiledDefinition Notify(string script)
    {
        var (compiled, faults) = Compile(script);
        Assert.Empty(faults);
        return compiled!;
    }

    private static (CompiledDefinition? Compiled, IReadOnlyList<Fault> Faults) Compile(string script)
    {
        var message = new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script },
        };
        var json = JsonNode.Parse(
            """
            {"id":"s-v1","definitionId":"s","name":"s","version":1,"isPublished":true,
             "variables":[{"id":"n","name":"Name","typeName":"String","value":"Ada","storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
             "root":{"id":"flow","type":"Elsa.Flowchart","connections":[],"activities":[
              {"id":"t","type":"ClaimTracker.Notify","to":{"typeName":"String","expression":{"type":"Literal","value":"editor"}}}]}}
            """
        )!;
        json["root"]!["activities"]![0]!["message"] = message;
        return DefinitionCompiler.Compile(WorkflowDefinition.Parse("s.json", json.ToJsonString()).Definition!);
    }
}
