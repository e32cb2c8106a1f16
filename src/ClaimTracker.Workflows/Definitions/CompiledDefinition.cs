using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>One version of a definition, checked and ready to run. Immutable; shared by all reviews and threads.</summary>
public sealed class CompiledDefinition
{
    private readonly Dictionary<string, Activity> _activities;
    private readonly Dictionary<string, Variable> _variables;

    internal CompiledDefinition(
        WorkflowDefinition source,
        Activity root,
        IReadOnlyList<Activity> activities,
        IReadOnlyList<Variable> variables,
        IReadOnlyList<string> inputs
    )
    {
        Source = source;
        Root = root;
        Activities = activities;
        Variables = variables;
        Inputs = inputs;
        _activities = activities.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _variables = variables.ToDictionary(v => v.Id, StringComparer.Ordinal);
    }

    /// <summary>The definition as it was read.</summary>
    public WorkflowDefinition Source { get; }

    /// <summary>The version's id, to which reviews bind.</summary>
    public string VersionId => Source.VersionId;

    /// <summary>The id that all versions share.</summary>
    public string DefinitionId => Source.DefinitionId;

    /// <summary>How scripts are told which version they run in.</summary>
    internal VersionName Name => new(DefinitionId, VersionId, Source.Version);

    /// <summary>The ids of all activities, in the order of the file.</summary>
    public IEnumerable<string> ActivityIds => Activities.Select(a => a.Id);

    /// <summary>The outermost container.</summary>
    internal Activity Root { get; }

    /// <summary>All activities, containers and what they contain, in the order of the file.</summary>
    internal IReadOnlyList<Activity> Activities { get; }

    /// <summary>All variables, those of nested containers too.</summary>
    internal IReadOnlyList<Variable> Variables { get; }

    /// <summary>Names of the inputs that a review can be started with.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    /// <summary>True where that activity lets a review pass only with enough evidence.</summary>
    public bool RequiresEvidence(string activityId) => Find(activityId)?.Step is Steps.RequireEvidence;

    /// <summary>What people call an activity; its id where the definition has none such.</summary>
    public string TitleOf(string activityId) => _activities.GetValueOrDefault(activityId)?.Title ?? activityId;

    /// <summary>
    /// The most approvals that a step of it asks for before it publishes, where each says so in a number; null where one reckons
    /// it, so that it is not known before. 0 where nothing is published.
    /// </summary>
    public int? ApprovalsAsked => Asked("approvals");

    /// <summary>The same of independent groups of evidence.</summary>
    public int? GroupsAsked => Asked("minimumGroups");

    private int? Asked(string input)
    {
        var asked = Activities
            .Where(a => a.Step is Steps.Publish)
            .Select(a =>
                a.Inputs.GetValueOrDefault(input) switch
                {
                    null => 1,
                    { } expression when expression.TryForesee(out var value) && value is not null => Steps.InputValues.Number(
                        value
                    ),
                    _ => null,
                }
            )
            .ToList();
        return asked.Contains(null) ? null : asked.DefaultIfEmpty(0).Max();
    }

    internal Activity? Find(string activityId) => _activities.GetValueOrDefault(activityId);

    internal Variable? FindVariable(string id) => _variables.GetValueOrDefault(id);
}
