using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// The definitions in force: the files of the folder, and every version that a review is still bound to. A version is stored when
/// it first comes into force, so that a review keeps what it began with whatever happens to the file.
/// </summary>
public sealed class WorkflowLibrary(
    IServiceScopeFactory scopes,
    WorkflowSettings settings,
    TimeProvider time,
    IEnumerable<IEngineLimits> limits
)
{
    private volatile DefinitionCatalog? _catalog;

    /// <summary>The definition that reviews claims of a kind.</summary>
    public string For(string kind) => settings.For(kind);

    /// <summary>The definitions, compiled.</summary>
    /// <exception cref="InvalidOperationException">Before <see cref="LoadAsync"/>.</exception>
    public DefinitionCatalog Catalog =>
        _catalog ?? throw new InvalidOperationException("The workflow definitions are not loaded yet.");

    /// <summary>Reads folder and database. A fault, or a setting that names no definition, is refused as a whole.</summary>
    /// <exception cref="WorkflowsRefusedException">Names each file, activity and field.</exception>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var stored = await db.WorkflowVersions.AsNoTracking().ToListAsync(cancel);
        var files = ReadFolder();
        var bound = stored.ToDictionary(version => version.Id, version => version.Hash);

        // A stored version comes first: where its file is still there with the same content, the two are one.
        var (loaded, faults) = Load(
            stored.Select(version => ($"{version.DefinitionId} v{version.Version} (stored)", version.Json)).Concat(files),
            bound
        );
        if (loaded is null)
            throw new WorkflowsRefusedException(faults);
        CheckSettings(loaded);

        if (loaded.Versions.Any(version => !bound.ContainsKey(version.VersionId)))
            await db.CommitAsync("add WorkflowVersion", Domain.Right.Jobs, _ => AddAsync(db, loaded, cancel), cancel);
        _catalog = loaded;
    }

    // Several nodes may start at once, with the same files.
    private async Task<Domain.Result> AddAsync(DeskDb db, DefinitionCatalog loaded, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var stored = await db.WorkflowVersions.Select(version => version.Id).ToListAsync(cancel);
        db.WorkflowVersions.AddRange(
            loaded
                .Versions.Where(version => !stored.Contains(version.VersionId))
                .Select(version => new WorkflowVersion
                {
                    Id = version.VersionId,
                    DefinitionId = version.DefinitionId,
                    Version = version.Source.Version,
                    Hash = version.Source.ContentHash,
                    Json = version.Source.ToJson(),
                    AddedAt = now,
                    AddedBy = "system:start",
                })
        );
        return Domain.Result.Ok;
    }

    /// <summary>
    /// Takes in what was added on any node since the last look. It asks for no more than a count where nothing was.
    /// </summary>
    public async Task RefreshAsync(DeskDb db, CancellationToken cancel)
    {
        var stored = db.WorkflowVersions.AsNoTracking();
        var known = Catalog;
        if (await stored.CountAsync(cancel) == known.Versions.Count())
            return;
        var versions = await stored.ToListAsync(cancel);
        var (loaded, faults) = Load(
            known,
            versions.Select(version => ($"{version.DefinitionId} v{version.Version} (stored)", version.Json)),
            versions
        );
        _catalog = loaded ?? throw new WorkflowsRefusedException(faults);
    }

    /// <summary>The version, also where another node has added it just now; null where there is none.</summary>
    public async Task<CompiledDefinition?> FindAsync(DeskDb db, string versionId, CancellationToken cancel)
    {
        if (Catalog.ByVersionId(versionId) is null)
            await RefreshAsync(db, cancel);
        return Catalog.ByVersionId(versionId);
    }

    /// <summary>The version that a review is bound to.</summary>
    /// <exception cref="InvalidOperationException">It is not stored; that is a bug, since the database keeps every version that
    /// is bound.</exception>
    public async Task<CompiledDefinition> GetAsync(DeskDb db, string versionId, CancellationToken cancel) =>
        await FindAsync(db, versionId, cancel)
        ?? throw new InvalidOperationException($"A review is bound to workflow version {versionId}, which is not stored.");

    /// <summary>The catalog as it would be with <paramref name="text"/> in it, or what is wrong with that.</summary>
    public (DefinitionCatalog? Catalog, IReadOnlyList<Fault> Faults) Try(string file, string text) =>
        Load(Catalog, [(file, text)], []);

    private (DefinitionCatalog? Catalog, IReadOnlyList<Fault> Faults) Load(
        DefinitionCatalog known,
        IEnumerable<(string File, string Text)> more,
        IEnumerable<WorkflowVersion> stored
    ) =>
        Load(
            known.Versions.Select(version => (version.Source.File, version.Source.ToJson())).Concat(more),
            known
                .Versions.Select(version => (Id: version.VersionId, Hash: version.Source.ContentHash))
                .Concat(stored.Select(version => (version.Id, version.Hash)))
                .DistinctBy(version => version.Id)
                .ToDictionary(version => version.Id, version => version.Hash)
        );

    private (DefinitionCatalog? Catalog, IReadOnlyList<Fault> Faults) Load(
        IEnumerable<(string File, string Text)> texts,
        IReadOnlyDictionary<string, string> bound
    )
    {
        var (loaded, faults) = DefinitionCatalog.Load(texts, bound);
        List<Fault> beyond =
        [
            .. (loaded?.Versions ?? []).SelectMany(version => limits.SelectMany(limit => limit.Check(version))),
        ];
        return beyond.Count > 0 ? (null, beyond) : (loaded, faults);
    }

    private List<(string File, string Text)> ReadFolder()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, settings.Folder);
        if (!Directory.Exists(folder))
        {
            throw new WorkflowsRefusedException([
                new Fault(folder, "", "", "This folder is not there. Set Workflows:Folder to the folder with the definitions."),
            ]);
        }

        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        ];
    }

    private void CheckSettings(DefinitionCatalog loaded)
    {
        var named = settings
            .ByKind.Select(kind => ($"Workflows:ByKind:{kind.Key}", kind.Value))
            .Append(("Workflows:Default", settings.Default))
            .Append(("Workflows:Recheck", settings.Recheck));
        var missing = named
            .Where(name => loaded.Latest(name.Item2) is null)
            .Select(name => new Fault(
                "appsettings.json",
                "",
                name.Item1,
                $"No published definition “{name.Item2}” is in {settings.Folder}/."
            ))
            .ToList();
        if (missing.Count > 0)
            throw new WorkflowsRefusedException(missing);
    }
}

/// <summary>Definitions that would not run as drawn stop the start.</summary>
public sealed class WorkflowsRefusedException(IReadOnlyList<Fault> faults)
    : Exception("The workflow definitions cannot work:\n  " + string.Join("\n  ", faults))
{
    /// <summary>What is wrong, where, and how to mend it.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
