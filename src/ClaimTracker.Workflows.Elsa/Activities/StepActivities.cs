using ClaimTracker.Workflows.Steps;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Elsa.Workflows.UIHints.Dropdown;

namespace ClaimTracker.Workflows.Elsa.Activities;

/// <summary>Tells Elsa, and Studio by it, of our steps in the words in which they describe themselves.</summary>
internal sealed class StepActivities : IActivityProvider
{
    // Elsa has these too. Ours wait by rows of the desk: for any length of time, and for a child that ends in its parent's
    // transaction.
    private static readonly string[] Waiting = ["Elsa.Delay", "Elsa.StartAt", "Elsa.DispatchWorkflow"];
    private const string Namespace = "ClaimTracker";

    /// <inheritdoc />
    public ValueTask<IEnumerable<ActivityDescriptor>> GetDescriptorsAsync(CancellationToken cancellationToken = default) =>
        new(
            StepCatalog
                .All.Where(step => step.Type.StartsWith(Namespace, StringComparison.Ordinal) || Waiting.Contains(step.Type))
                .Select(Describe)
        );

    private static ActivityDescriptor Describe(Step step) =>
        new()
        {
            TypeName = step.Type,
            ClrType = typeof(StepActivity),
            Namespace = step.Type.Split('.')[0],
            Name = step.Type.Split('.')[1],
            Version = 1,
            Category = Namespace,
            DisplayName = step.Description.Title,
            Description = $"{step.Description.Help} Outcomes: {step.Description.Outcomes}",
            IsTerminal = step.Description.MayEnd,
            Inputs = [.. step.Description.Inputs.Select((input, order) => Describe(input, order))],
            Outputs = [.. step.Description.Outputs.Select(Describe)],
            Ports =
            [
                .. step.Outcomes(new NothingFixed())
                    .Select(outcome => new Port
                    {
                        Name = outcome,
                        DisplayName = outcome,
                        Type = PortType.Flow,
                    }),
            ],
            Constructor = context => context.CreateActivity<StepActivity>(),
        };

    // A step evaluates its inputs itself, by the same expressions as on our own runner.
    private static InputDescriptor Describe(InputDescription input, int order) =>
        new(
            input.Name,
            TypeOf(input.Type),
            a => a.SyntheticProperties.TryGetValue(input.Name, out var value) ? value : null,
            (a, value) => a.SyntheticProperties[input.Name] = value!,
            isWrapped: true,
            uiHint: HintOf(input),
            displayName: input.Name,
            description: input.Help,
            order: order,
            isSynthetic: true,
            autoEvaluate: false,
            defaultSyntax: input.Type is InputType.List or InputType.Names ? "Object" : "Literal",
            uiSpecifications: input.Allowed is null
                ? null
                : new Dictionary<string, object>
                {
                    [InputUIHints.DropDown] = new DropDownProps
                    {
                        SelectList = new SelectList([.. input.Allowed.Select(a => new SelectListItem(a, a))]),
                    },
                }
        );

    private static OutputDescriptor Describe(OutputDescription output) =>
        new(
            output.Name,
            output.Name,
            typeof(object),
            a => a.SyntheticProperties.TryGetValue(output.Name, out var value) ? value : null,
            (a, value) => a.SyntheticProperties[output.Name] = value!,
            description: output.Help,
            isBrowsable: true
        )
        {
            IsSynthetic = true,
        };

    private static Type TypeOf(InputType type) =>
        type switch
        {
            InputType.Number => typeof(int),
            InputType.Flag => typeof(bool),
            InputType.List => typeof(ICollection<string>),
            InputType.Any => typeof(object),
            InputType.Names => typeof(IDictionary<string, object>),
            _ => typeof(string),
        };

    private static string HintOf(InputDescription input) =>
        input switch
        {
            { Allowed: not null } => InputUIHints.DropDown,
            { Name: "decisions" } => InputUIHints.DynamicOutcomes,
            { Type: InputType.Flag } => InputUIHints.Checkbox,
            { Type: InputType.List } => InputUIHints.MultiText,
            { Type: InputType.Names } => InputUIHints.JsonEditor,
            _ => InputUIHints.SingleLine,
        };

    private sealed class NothingFixed : IFixedInputs
    {
        public IReadOnlyList<string> CaseLabels => [];

        public System.Text.Json.Nodes.JsonNode? Fixed(string name) => null;
    }
}
