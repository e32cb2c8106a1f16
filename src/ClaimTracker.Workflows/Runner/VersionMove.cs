using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What of a review fits another version of its definition, and how it is carried over.</summary>
internal static class VersionMove
{
    public static IEnumerable<string> Problems(CompiledDefinition from, CompiledDefinition to, StateData data)
    {
        if (from.DefinitionId != to.DefinitionId)
            yield return $"it is a version of {to.DefinitionId}, not of {from.DefinitionId}";
        if (data.Instance is not null)
            yield return "it runs on Elsa, which keeps a review on the version that it began with";
        var underWay = data
            .Waiting.Select(w => w.ActivityId)
            .Concat(data.Frames.Select(f => f.ActivityId))
            .Concat(data.Queue.Select(w => w.ActivityId));
        foreach (var id in underWay.Distinct())
        {
            var before = from.Find(id);
            var after = to.Find(id);
            if (after is null)
            {
                yield return $"it is at “{id}”, which is not there any more";
            }
            else if (after.Type != before?.Type)
            {
                yield return $"it is at “{id}”, which is now {after.Type} instead of {before?.Type}";
            }
            else if (after.Parent?.Id != before.Parent?.Id)
            {
                yield return $"it is at “{id}”, which is now in another container";
            }
            else if (
                data.Waiting.Exists(w => w.ActivityId == id && w.Task is not null)
                && before.Outcomes.Except(after.Outcomes).ToList() is { Count: > 0 } gone
            )
            {
                yield return $"people may just be deciding {string.Join(", ", gone)} at “{id}”, which is not there any more";
            }
        }
    }

    public static StateData Apply(CompiledDefinition from, CompiledDefinition to, StateData data)
    {
        data.VersionId = to.VersionId;
        for (var i = 0; i < data.Frames.Count; i++)
            data.Frames[i] = Carry(from, to, data.Frames[i]);
        foreach (var variable in to.Variables.Where(v => !data.Variables.ContainsKey(v.Id)))
            data.Variables[variable.Id] = variable.Default?.DeepClone();
        foreach (var gone in data.Variables.Select(v => v.Key).Where(id => to.FindVariable(id) is null).ToList())
            data.Variables.Remove(gone);
        return data;
    }

    /// <summary>Counters go by the names of activities and connections; what is new begins at nought.</summary>
    private static Frame Carry(CompiledDefinition from, CompiledDefinition to, Frame frame)
    {
        var before = from.Find(frame.ActivityId)!.Container!;
        var after = to.Find(frame.ActivityId)!.Container!;
        if (after.Graph is null || before.Graph is null)
            return frame;
        var left = before.Activities.ToDictionary(a => a.Id, a => frame.Left[a.Index]);
        var taken = before.Graph.Connections.ToDictionary(c => c.Name, c => frame.Taken[c.Index]);
        return new Frame
        {
            Key = frame.Key,
            ActivityId = frame.ActivityId,
            Parent = frame.Parent,
            IsBack = frame.IsBack,
            Next = frame.Next,
            Left = [.. after.Activities.Select(a => left.GetValueOrDefault(a.Id))],
            Taken = [.. after.Graph.Connections.Select(c => taken.GetValueOrDefault(c.Name))],
        };
    }
}
