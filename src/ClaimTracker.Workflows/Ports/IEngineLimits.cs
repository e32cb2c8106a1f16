using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Ports;

/// <summary>
/// What an engine cannot run as drawn. Found when a definition is loaded, as the linter's faults are, and not by a review.
/// </summary>
public interface IEngineLimits
{
    /// <summary>What is beyond the engine in a definition.</summary>
    IEnumerable<Fault> Check(CompiledDefinition definition);
}
