namespace ClaimTracker.Workflows.Definitions;

/// <summary>
/// The definitions of a desk, compiled. Made once from the texts of all files and stored versions; immutable, so that
/// uploading a version makes another catalog and readers never see half of one.
/// </summary>
public sealed class DefinitionCatalog
{
    private readonly Dictionary<string, CompiledDefinition> _versions;
    private readonly Dictionary<string, CompiledDefinition> _latest;

    private DefinitionCatalog(IReadOnlyCollection<CompiledDefinition> compiled)
    {
        _versions = compiled.ToDictionary(v => v.VersionId, StringComparer.Ordinal);
        _latest = compiled
            .Where(v => v.Source.IsPublished)
            .GroupBy(v => v.DefinitionId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MaxBy(v => v.Source.Version)!, StringComparer.Ordinal);
    }

    /// <summary>Every version, by definition and number.</summary>
    public IEnumerable<CompiledDefinition> Versions =>
        _versions.Values.OrderBy(v => v.DefinitionId, StringComparer.Ordinal).ThenBy(v => v.Source.Version);

    /// <summary>The version of each definition that reviews start by from now on.</summary>
    public IEnumerable<CompiledDefinition> LatestOfEach => _latest.Values.OrderBy(v => v.DefinitionId, StringComparer.Ordinal);

    /// <summary>The version with this id, or null.</summary>
    public CompiledDefinition? ByVersionId(string versionId) => _versions.GetValueOrDefault(versionId);

    /// <summary>The latest published version of a definition, or null.</summary>
    public CompiledDefinition? Latest(string definitionId) => _latest.GetValueOrDefault(definitionId);

    /// <summary>
    /// Reads, checks and compiles. A catalog comes back only where there is no fault, so that a bad file stops the
    /// start instead of a review.
    /// </summary>
    /// <param name="files">File name and text of each definition; the same version twice with the same content is one.</param>
    /// <param name="bound">Content hash by version id of the versions that reviews are bound to.</param>
    public static (DefinitionCatalog? Catalog, IReadOnlyList<Fault> Faults) Load(
        IEnumerable<(string File, string Text)> files,
        IReadOnlyDictionary<string, string> bound
    )
    {
        var faults = new List<Fault>();
        var read = new List<WorkflowDefinition>();
        foreach (var (file, text) in files)
        {
            var (definition, fault) = WorkflowDefinition.Parse(file, text);
            if (definition is not null)
                read.Add(definition);
            else
                faults.Add(fault!);
        }

        faults.AddRange(Linting.VersionRules.Check(read, bound));
        var compiled = new List<CompiledDefinition>();
        foreach (var definition in read.DistinctBy(d => d.VersionId))
        {
            var (version, problems) = DefinitionCompiler.Compile(definition);
            faults.AddRange(problems);
            if (version is null)
                continue;
            compiled.Add(version);
            faults.AddRange(
                Linting.DefinitionLint.Check(
                    version,
                    stored: bound.TryGetValue(version.VersionId, out var hash) && hash == version.Source.ContentHash
                )
            );
        }

        faults.AddRange(Linting.DispatchRules.Check(compiled));
        return faults.Count > 0 ? (null, faults) : (new DefinitionCatalog(compiled), []);
    }
}
