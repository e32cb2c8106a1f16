using System.Reflection;

namespace ClaimTracker.Workflows.Steps;

/// <summary>All steps there are, by the name that definitions call them.</summary>
public static class StepCatalog
{
    private static readonly Dictionary<string, Step> Steps = typeof(Step)
        .Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<StepTypeAttribute>() is not null)
        .Select(type => (Step)Activator.CreateInstance(type)!)
        .ToDictionary(step => step.Type, StringComparer.Ordinal);

    /// <summary>All steps, by name.</summary>
    public static IEnumerable<Step> All => Steps.Values.OrderBy(step => step.Type, StringComparer.Ordinal);

    /// <summary>The step of that name, or null.</summary>
    public static Step? Find(string type) => Steps.GetValueOrDefault(type);
}
