using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>A definition in words, for those who do not see the drawing.</summary>
public static class DefinitionWords
{
    /// <summary>One sentence an activity: what it is and where each outcome leads, in the order of the file.</summary>
    public static IReadOnlyList<string> Of(CompiledDefinition definition) =>
        [.. definition.Activities.Where(a => a.Parent is not null).Select(a => $"{a.Title} ({Kind(a)}): {Ways(a)}.")];

    /// <summary>The path of a review in one sentence, and where it is now.</summary>
    public static string Of(CompiledDefinition definition, ReviewPath path)
    {
        var steps = path
            .Trace.Where(t => t.Outcome is not null)
            .Select(t =>
                t.Outcome == Step.Done ? definition.TitleOf(t.ActivityId) : $"{definition.TitleOf(t.ActivityId)} ({t.Outcome})"
            );
        var now =
            path.StoppedAt is { } stopped ? $" It stopped at {definition.TitleOf(stopped)}."
            : path.WaitingAt.Count > 0 ? $" It waits at {string.Join(" and ", path.WaitingAt.Select(definition.TitleOf))}."
            : " It has ended.";
        return $"Path taken: {string.Join(", then ", steps.DefaultIfEmpty("nothing yet"))}.{now}";
    }

    /// <summary>What an activity is, and for whom where it is a task.</summary>
    internal static string Kind(Activity activity)
    {
        var type = activity.Type[(activity.Type.LastIndexOf('.') + 1)..];
        return
            activity.Step is TaskStep
            && (activity.Inputs.GetValueOrDefault("role") as Expressions.ConstantExpression)?.Value is { } role
            ? $"{type} · {InputValues.Text(role)}"
            : type;
    }

    private static string Ways(Activity activity)
    {
        var lines = Line.Of(activity.Parent!.Container!).Where(l => l.Source == activity).ToList();
        return lines.Count == 0
            ? "nothing follows"
            : string.Join(
                "; ",
                lines.Select(l => l.Port == Step.Done ? $"then {l.Target.Title}" : $"{l.Port} leads to {l.Target.Title}")
            );
    }
}
