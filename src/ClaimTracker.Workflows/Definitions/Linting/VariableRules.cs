using ClaimTracker.Workflows.Definitions.Reading;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>A variable must outlast a wait in Elsa too.</summary>
internal static class VariableRules
{
    public static void Check(CompiledDefinition definition, Faults faults)
    {
        foreach (
            var owner in definition
                .Activities.Where(a => a.Container is not null && a.Parent is not null)
                .Select(a => (a.Id, a.Json))
                .Prepend(("", definition.Source.Json))
        )
        {
            foreach (var variable in owner.Item2.Objects("variables"))
            {
                var driver = variable.Text("storageDriverTypeName");
                if (string.IsNullOrEmpty(driver) || driver.Contains("Memory", StringComparison.Ordinal))
                {
                    faults.Add(
                        owner.Item1,
                        $"variables.{variable.Text("name")}.storageDriverTypeName",
                        "is missing or keeps the value in memory, so that Elsa resets the variable at each wait; choose the storage “Workflow Instance” in Studio"
                    );
                }
            }
        }
    }
}
