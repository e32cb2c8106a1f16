using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>A way from one activity to another, as it is drawn.</summary>
/// <param name="Source">Where it leaves.</param>
/// <param name="Port">The outcome that follows it.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="IsForward">False where it leads back.</param>
internal sealed record Line(Activity Source, string Port, Activity Target, bool IsForward)
{
    /// <summary>The ways in a container: a flowchart's connections, or from each activity of a sequence to the next.</summary>
    public static IReadOnlyList<Line> Of(Container container) =>
        container.Graph is { } graph
            ? [.. graph.Connections.Select(c => new Line(c.Source, c.Port, c.Target, graph.IsForward(c)))]
            :
            [
                .. container.Activities.Zip(
                    container.Activities.Skip(1),
                    (first, next) => new Line(first, Step.Done, next, true)
                ),
            ];
}
