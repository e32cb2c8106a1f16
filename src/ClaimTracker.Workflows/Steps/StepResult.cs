namespace ClaimTracker.Workflows.Steps;

/// <summary>How a step was left.</summary>
/// <param name="Outcomes">The outcomes; null where the step waits.</param>
public readonly record struct StepResult(IReadOnlyList<string>? Outcomes)
{
    /// <summary>The step waits for what it asked for.</summary>
    public static readonly StepResult Waits;

    /// <summary>Left by <see cref="Step.Done"/>.</summary>
    public static readonly StepResult Done = new([Step.Done]);

    /// <summary>Left by one outcome or, at a fork, several.</summary>
    public static StepResult Left(params IReadOnlyList<string> outcomes) => new(outcomes);

    /// <summary>Left by a decision, and by <see cref="Step.Done"/> for definitions that go on whatever was decided.</summary>
    public static StepResult Decided(string decision) => new([decision, Step.Done]);
}
