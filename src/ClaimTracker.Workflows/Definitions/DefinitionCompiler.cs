using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>Makes a definition ready to run.</summary>
internal static class DefinitionCompiler
{
    /// <summary>
    /// Compiles; with any fault the definition cannot run at all. Whether it runs as drawn is up to the linter.
    /// </summary>
    public static (CompiledDefinition? Compiled, IReadOnlyList<Fault> Faults) Compile(WorkflowDefinition definition)
    {
        var faults = new Faults(definition.File);
        CheckHead(definition, faults);
        var variables = VariableReader.Read(definition.Json, "", faults);
        var inputs = definition.Json.Objects("inputs").Select(i => i.Text("name")).OfType<string>().ToList();
        var known = new Dictionary<string, Variable>(StringComparer.Ordinal);
        foreach (var variable in variables.Where(v => !known.TryAdd(v.Id, v)))
            faults.Add("", "variables", $"the variable id “{variable.Id}” stands twice; give one of the two another id");
        if (definition.Json["root"] is not JsonObject json)
        {
            faults.Add("", "root", "is missing; a definition needs a root of type Elsa.Flowchart");
            return (null, faults.All);
        }

        var reader = new ActivityReader(known, inputs, faults);
        var root = reader.Read(json, null, 0);
        if (root is { Container: null })
            faults.Add(root.Id, "root", $"is {root.Type}; put it into an Elsa.Flowchart");
        foreach (
            var name in known
                .Values.GroupBy(v => v.Name, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
        )
        {
            faults.Add("", "variables", $"the variable name “{name}” stands twice, so scripts could mean either; rename one");
        }

        return faults.All.Count > 0 || root is null
            ? (null, faults.All)
            : (new CompiledDefinition(definition, root, reader.All, [.. known.Values], inputs), []);
    }

    private static void CheckHead(WorkflowDefinition definition, Faults faults)
    {
        if (definition.VersionId.Length == 0)
            faults.Add("", "id", "is missing; it is the id of this version, to which reviews are bound");
        if (definition.DefinitionId.Length == 0)
            faults.Add("", "definitionId", "is missing; it is what all versions of the definition share");
        if (definition.Name.Length == 0)
            faults.Add("", "name", "is missing; it is what people call the definition");
        if (definition.Version < 1)
            faults.Add("", "version", "is missing or below 1; number the versions from 1");
    }
}
