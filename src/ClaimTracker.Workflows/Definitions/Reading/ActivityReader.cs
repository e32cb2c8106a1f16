using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Reads activities with all that is in them. A type or field that is not known is a fault, never skipped.</summary>
internal sealed class ActivityReader(Dictionary<string, Variable> variables, IReadOnlyCollection<string> inputs, Faults faults)
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "id",
        "nodeId",
        "name",
        "type",
        "version",
        "customProperties",
        "metadata",
        "source",
        "line",
        "canStartWorkflow",
        "runAsynchronously",
    };

    private static readonly HashSet<string> OfContainers = new(StringComparer.Ordinal)
    {
        "activities",
        "connections",
        "start",
        "variables",
        "notFoundConnections",
        "applicationProperties",
    };

    private readonly ExpressionReader _expressions = new(variables, inputs, faults);
    private readonly List<Activity> _all = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Activity> All => _all;

    public Activity? Read(JsonObject json, Activity? parent, int index)
    {
        var id = json.Text("id") ?? "";
        var type = json.Text("type") ?? "";
        var isContainer = type is ContainerReader.Flowchart or ContainerReader.Sequence;
        if (id.Length == 0)
        {
            faults.Add(
                parent?.Id ?? "",
                "activities",
                $"an activity of type “{type}” has no id; give it one that is unique in the file"
            );
        }
        else if (!_ids.Add(id))
        {
            faults.Add(id, "id", "stands twice in the file; give one of the two another id");
        }

        if (id.Contains('#') || id.Contains(':') || id.Contains('/'))
            faults.Add(id, "id", "holds one of # : /, which keys of tasks and timers are made with; rename the activity");
        if (json.IsTrue("runAsynchronously") || (json["customProperties"] as JsonObject).IsTrue("runAsynchronously"))
        {
            faults.Add(
                id,
                "runAsynchronously",
                "asks for a run in the background, which would leave the transaction; set it to false"
            );
        }

        var step = StepCatalog.Find(type);
        if (step is null && !isContainer)
        {
            faults.Add(
                id,
                "type",
                $"“{type}” is not known; use one of {string.Join(", ", StepCatalog.All.Select(s => s.Type))}, Elsa.Flowchart or Elsa.Sequence"
            );
            return null;
        }

        var activity = new Activity
        {
            Id = id,
            Type = type,
            Json = json,
            Step = step,
            Parent = parent,
            Index = index,
        };
        _all.Add(activity);
        if (step is null)
            ReadContainer(activity);
        else
            ReadFields(activity, step);
        return activity;
    }

    private void ReadContainer(Activity activity)
    {
        foreach (
            var (name, _) in activity.Json.Where(p =>
                p.Value is not null && !Own.Contains(p.Key) && !OfContainers.Contains(p.Key)
            )
        )
        {
            faults.Add(activity.Id, name, $"is no field of {activity.Type}; remove it");
        }

        var own = activity.Parent is null ? [] : VariableReader.Read(activity.Json, activity.Id, faults);
        foreach (var variable in own.Where(v => !variables.TryAdd(v.Id, v)))
        {
            faults.Add(
                activity.Id,
                "variables",
                $"the variable id “{variable.Id}” stands twice in the file; give one of the two another id"
            );
        }

        activity.Outcomes = [Step.Done];
        activity.Container = new ContainerReader(this, faults).Read(activity, own);
    }

    private void ReadFields(Activity activity, Step step)
    {
        var description = step.Description;
        foreach (var (name, value) in activity.Json.Where(p => p.Value is not null && !Own.Contains(p.Key)))
        {
            if (description.Inputs.FirstOrDefault(i => i.Name == name) is { } input)
            {
                ReadInput(activity, input, value!);
            }
            else if (description.Outputs.Any(o => o.Name == name))
            {
                ReadOutput(activity, name, value!);
            }
            else
            {
                faults.Add(
                    activity.Id,
                    name,
                    $"is no field of {activity.Type}; it knows {string.Join(", ", Known(description))}"
                );
            }
        }

        foreach (
            var input in description.Inputs.Where(i =>
                i.Required && !activity.Inputs.ContainsKey(i.Name) && activity.Json[i.Name] is null
            )
        )
        {
            faults.Add(activity.Id, input.Name, $"is missing; {input.Help}");
        }

        activity.Outcomes = step.Outcomes(new FixedInputs(activity));
    }

    private void ReadInput(Activity activity, InputDescription input, JsonNode value)
    {
        if (input.Type == InputType.Cases)
        {
            ReadCases(activity, value);
            return;
        }

        if (input.Type == InputType.Variable)
        {
            var id = (value as JsonObject)?.Text("id") ?? "";
            if (variables.ContainsKey(id))
                activity.Outputs[input.Name] = id;
            else
                faults.Add(activity.Id, input.Name, $"names the variable “{id}”, which is not declared; add it to variables");
            return;
        }

        if (_expressions.Read((value as JsonObject)?["expression"], activity.Id, input.Name) is not { } expression)
            return;
        if ((value as JsonObject)?["typeName"] is null)
        {
            faults.Add(
                activity.Id,
                input.Name,
                "has no typeName, without which Elsa drops the value; add \"typeName\": \"String\" or what it is"
            );
        }

        activity.Inputs[input.Name] = expression;
        InputCheck.Check(input, expression, activity.Id, faults);
    }

    private void ReadOutput(Activity activity, string name, JsonNode value)
    {
        var id = ((value as JsonObject)?["memoryReference"] as JsonObject)?.Text("id");
        if (id is not null && variables.ContainsKey(id))
            activity.Outputs[name] = id;
        else if (id is not null && !id.StartsWith(activity.Id, StringComparison.Ordinal))
            faults.Add(activity.Id, name, $"is kept in the variable “{id}”, which is not declared; add it to variables");
    }

    private void ReadCases(Activity activity, JsonNode value)
    {
        foreach (var json in value as JsonArray ?? [])
        {
            var label = (json as JsonObject)?.Text("label") ?? "";
            if (label.Length == 0 || activity.Cases.Any(c => c.Label == label))
            {
                faults.Add(activity.Id, "cases", $"the label “{label}” is empty or stands twice; give each case its own");
            }
            else if (
                _expressions.Read((json as JsonObject)?["condition"], activity.Id, $"cases.{label}.condition") is { } condition
            )
            {
                activity.Cases.Add(new SwitchCase(label, condition));
            }
        }
    }

    private static IEnumerable<string> Known(StepDescription description) =>
        description.Inputs.Select(i => i.Name).Concat(description.Outputs.Select(o => o.Name)).DefaultIfEmpty("none");

    private sealed class FixedInputs(Activity activity) : IFixedInputs
    {
        public IReadOnlyList<string> CaseLabels => [.. activity.Cases.Select(c => c.Label)];

        public JsonNode? Fixed(string name) => (activity.Inputs.GetValueOrDefault(name) as ConstantExpression)?.Value;
    }
}
