using ClaimTracker.Workflows.Definitions;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Mappers;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>Hands Elsa the desk's definitions, each version under its own id.</summary>
internal sealed class DeskDefinitions(
    IElsaDesk desk,
    IActivitySerializer serializer,
    WorkflowDefinitionMapper mapper,
    IServiceProvider services
) : IWorkflowsProvider
{
    /// <inheritdoc />
    public string Name => "ClaimTracker";

    /// <inheritdoc />
    public ValueTask<IEnumerable<MaterializedWorkflow>> GetWorkflowsAsync(CancellationToken cancellationToken = default) =>
        new(desk.Catalog.Versions.Select(Materialize));

    /// <summary>Adds a version that came into force while the server runs.</summary>
    public async Task EnsureAsync(CompiledDefinition version, CancellationToken cancel)
    {
        var known = await services
            .GetRequiredService<IWorkflowDefinitionService>()
            .FindWorkflowDefinitionAsync(WorkflowDefinitionHandle.ByDefinitionVersionId(version.VersionId), cancel);
        if (known is null)
            await services.GetRequiredService<IWorkflowDefinitionStorePopulator>().AddAsync(Materialize(version), cancel);
    }

    private MaterializedWorkflow Materialize(CompiledDefinition version)
    {
        var json = version.Source.ToJson();
        var workflow = mapper.Map(serializer.Deserialize<WorkflowDefinitionModel>(json));
        return new MaterializedWorkflow(workflow, Name, JsonWorkflowMaterializer.MaterializerName, OriginalSource: json);
    }
}
