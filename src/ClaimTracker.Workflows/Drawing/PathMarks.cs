using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>What a review's path means for each box and line.</summary>
internal sealed class PathMarks
{
    private readonly Dictionary<string, List<int>> _visits = new(StringComparer.Ordinal);
    private readonly HashSet<(string Activity, string Port)> _left = [];
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly string? _stoppedAt;

    public PathMarks(CompiledDefinition definition, ReviewPath path)
    {
        _stoppedAt = path.StoppedAt;
        var open = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var entry in path.Trace)
        {
            // An activity that waited has begun already; that it was left or overtaken is no second visit.
            if (!open.Remove(entry.ActivityId) && definition.Find(entry.ActivityId) is { Container: null })
                Of(entry.ActivityId).Add(++number);
            if (entry.Outcome is null)
                open.Add(entry.ActivityId);
            else
                Leave(definition.Find(entry.ActivityId), entry.Outcome);
        }

        foreach (var id in path.WaitingAt)
        {
            for (var at = definition.Find(id); at is not null; at = at.Parent)
                _waiting.Add(at.Id);
        }
    }

    /// <summary>The places of the activity in the order of the steps taken; none where it was not reached.</summary>
    public IReadOnlyList<int> Visits(Activity activity) =>
        activity.Container is { } inner
            ? [.. inner.Activities.SelectMany(Visits).Order().Take(1)]
            : _visits.GetValueOrDefault(activity.Id) ?? [];

    /// <summary>True where the review was at the activity.</summary>
    public bool Reached(Activity activity) => Visits(activity).Count > 0 || IsWaiting(activity) || IsStopped(activity);

    public bool IsWaiting(Activity activity) => _waiting.Contains(activity.Id);

    public bool IsStopped(Activity activity) => activity.Id == _stoppedAt;

    public bool IsTaken(Line line) => _left.Contains((line.Source.Id, line.Port)) && Reached(line.Target);

    private void Leave(Activity? activity, string outcomes)
    {
        if (activity is null || outcomes == "Cancelled")
            return;
        _left.UnionWith(outcomes.Split(',').Select(o => (activity.Id, o)));
        if (activity.Step is { IsAlsoDone: true })
            _left.Add((activity.Id, Step.Done));
    }

    private List<int> Of(string activity) => _visits.TryGetValue(activity, out var found) ? found : _visits[activity] = [];
}
