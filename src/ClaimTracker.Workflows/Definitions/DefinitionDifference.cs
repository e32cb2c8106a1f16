using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>What another version of a definition changes, in words.</summary>
public static class DefinitionDifference
{
    // Where it stands on the drawing is no difference to those who work by it, and its name is told apart.
    private static readonly HashSet<string> NotTold =
    [
        "id",
        "type",
        "metadata",
        "activities",
        "connections",
        "variables",
        "customProperties",
    ];

    /// <summary>
    /// A sentence a change: activities that are new, gone or changed, then ways that are. Empty where only the layout differs.
    /// </summary>
    public static IReadOnlyList<string> Of(CompiledDefinition before, CompiledDefinition after)
    {
        var gone = before.Activities.Where(a => after.Find(a.Id) is null).Select(a => $"“{a.Title}” is gone.");
        var added = after.Activities.Where(a => before.Find(a.Id) is null).Select(a => $"“{a.Title}” is new.");
        var changed = after.Activities.SelectMany(a => before.Find(a.Id) is { } earlier ? Changes(earlier, a) : []);
        var (waysBefore, waysAfter) = (Ways(before), Ways(after));
        return
        [
            .. gone,
            .. added,
            .. changed,
            .. waysBefore.Keys.Except(waysAfter.Keys).Select(way => $"{waysBefore[way]} no longer."),
            .. waysAfter.Keys.Except(waysBefore.Keys).Select(way => $"{waysAfter[way]} now."),
        ];
    }

    private static IEnumerable<string> Changes(Activity before, Activity after)
    {
        if (before.Title != after.Title)
            yield return $"“{before.Title}” is called “{after.Title}”.";
        if (before.Type != after.Type)
            yield return $"“{after.Title}” is {after.Type} instead of {before.Type}.";
        foreach (
            var name in before.Json.Select(f => f.Key).Union(after.Json.Select(f => f.Key)).Where(name => !NotTold.Contains(name))
        )
        {
            if (!JsonNode.DeepEquals(before.Json[name], after.Json[name]))
                yield return $"“{after.Title}”: {name} is {Value(after.Json[name])}; it was {Value(before.Json[name])}.";
        }
    }

    private static string Value(JsonNode? value)
    {
        var told = (value as JsonObject)?["expression"]?["value"] ?? value;
        return told is null ? "not set" : $"“{told}”";
    }

    private static Dictionary<string, string> Ways(CompiledDefinition definition) =>
        definition
            .Activities.Where(a => a.Container?.Graph is not null)
            .SelectMany(a => a.Container!.Graph!.Connections)
            .GroupBy(way => way.Name)
            .ToDictionary(
                ways => ways.Key,
                ways => $"“{ways.First().Source.Title}” leads by {ways.First().Port} to “{ways.First().Target.Title}”"
            );
}
