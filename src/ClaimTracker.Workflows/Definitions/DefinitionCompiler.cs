using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>Makes a definition ready to run.</summary>
internal static class DefinitionCompiler
{
    /// <summary>Compiles; with any finding the definition cannot run at all. Whether it runs as drawn is up to the linter.</summary>
    public static (CompiledDefinition? Compiled, IReadOnlyList<Finding> Findings) Compile(WorkflowDefinition definition)
    {
        var findings = new Findings(definition.File);
        CheckHead(definition, findings);
        var variables = VariableReader.Read(definition.Json, "", findings);
        var inputs = definition.Json.Objects("inputs").Select(i => i.Text("name")).OfType<string>().ToList();
        var known = new Dictionary<string, Variable>(StringComparer.Ordinal);
        foreach (var variable in variables.Where(v => !known.TryAdd(v.Id, v)))
            findings.Add("", "variables", $"the variable id “{variable.Id}” stands twice; give one of the two another id");
        if (definition.Json["root"] is not JsonObject json)
        {
            findings.Add("", "root", "is missing; a definition needs a root of type Elsa.Flowchart");
            return (null, findings.All);
        }

        var reader = new ActivityReader(known, inputs, findings);
        var root = reader.Read(json, null, 0);
        if (root is { Container: null })
            findings.Add(root.Id, "root", $"is {root.Type}; put it into an Elsa.Flowchart");
        foreach (var name in known.Values.GroupBy(v => v.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key))
            findings.Add("", "variables", $"the variable name “{name}” stands twice, so scripts could mean either; rename one");
        return findings.All.Count > 0 || root is null
            ? (null, findings.All)
            : (new CompiledDefinition(definition, root, reader.All, [.. known.Values], inputs), []);
    }

    private static void CheckHead(WorkflowDefinition definition, Findings findings)
    {
        if (definition.VersionId.Length == 0)
            findings.Add("", "id", "is missing; it is the id of this version, to which reviews are bound");
        if (definition.DefinitionId.Length == 0)
            findings.Add("", "definitionId", "is missing; it is what all versions of the definition share");
        if (definition.Name.Length == 0)
            findings.Add("", "name", "is missing; it is what people call the definition");
        if (definition.Version < 1)
            findings.Add("", "version", "is missing or below 1; number the versions from 1");
    }
}
