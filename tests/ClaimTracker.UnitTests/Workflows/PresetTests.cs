using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.UnitTests.Workflows;

public sealed class PresetTests
{
    [Fact]
    public void Each_definition_that_is_shipped_passes_the_linter()
    {
        var (_, faults) = DefinitionCatalog.Load(Presets.Files, new Dictionary<string, string>());
        Assert.Empty(faults);
    }

    [Fact]
    public void Each_file_is_named_after_its_definition()
    {
        foreach (var (file, text) in Presets.Files)
            Assert.Equal(Path.GetFileNameWithoutExtension(file), WorkflowDefinition.Parse(file, text).Definition!.DefinitionId);
    }
}
