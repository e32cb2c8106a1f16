namespace ClaimTracker.Workflows.Steps;

/// <summary>Pins the name by which definitions call a step, whatever the class is called.</summary>
/// <param name="name">E.g. <c>ClaimTracker.Decide</c>; never changed once a definition was stored with it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StepTypeAttribute(string name) : Attribute
{
    /// <summary>The name in definitions.</summary>
    public string Name { get; } = name;
}
