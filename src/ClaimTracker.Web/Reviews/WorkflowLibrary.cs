using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// The definitions in force: the files of the folder, and every version that a review is still bound to. A version is stored when it
/// first comes into force, so that a review keeps what it began with whatever happens to the file.
/// </summary>
public sealed class WorkflowLibrary(IServiceScopeFactory scopes, WorkflowSettings settings, TimeProvider time)
{
    private volatile DefinitionCatalog? catalog;

    /// <summary>The definitions, compiled.</summary>
    /// <exception cref="InvalidOperationException">Before <see cref="LoadAsync"/>.</exception>
    public DefinitionCatalog Catalog => catalog ?? throw new InvalidOperationException("The workflow definitions are not loaded yet.");

    /// <summary>Reads folder and database. A finding, or a setting that names no definition, is refused as a whole.</summary>
    /// <exception cref="WorkflowsRefusedException">Names each file, activity and field.</exception>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeskDb>();
        var stored = await db.WorkflowVersions.AsNoTracking().ToListAsync(cancel);
        var files = ReadFolder();
        var bound = stored.ToDictionary(version => version.Id, version => version.Hash);

        // A stored version comes first: where its file is still there with the same content, the two are one.
        var (loaded, findings) = DefinitionCatalog.Load(
            stored.Select(version => ($"{version.DefinitionId} v{version.Version} (stored)", version.Json)).Concat(files), bound);
        if (loaded is null)
            throw new WorkflowsRefusedException(findings);
        CheckSettings(loaded);

        var now = time.GetUtcNow().UtcDateTime;
        db.WorkflowVersions.AddRange(loaded.Versions.Where(version => !bound.ContainsKey(version.VersionId)).Select(version => new WorkflowVersion
        {
            Id = version.VersionId,
            DefinitionId = version.DefinitionId,
            Version = version.Source.Version,
            Hash = version.Source.ContentHash,
            Json = version.Source.ToJson(),
            AddedAt = now,
            AddedBy = "system:start",
        }));
        await db.SaveChangesAsync(cancel);
        catalog = loaded;
    }

    private List<(string File, string Text)> ReadFolder()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, settings.Folder);
        if (!Directory.Exists(folder))
            throw new WorkflowsRefusedException([new Finding(folder, "", "", "This folder is not there. Set Workflows:Folder to the folder with the definitions.")]);
        return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];
    }

    private void CheckSettings(DefinitionCatalog loaded)
    {
        var named = settings.ByKind.Select(kind => ($"Workflows:ByKind:{kind.Key}", kind.Value))
            .Append(("Workflows:Default", settings.Default)).Append(("Workflows:Recheck", settings.Recheck));
        var missing = named.Where(name => loaded.Latest(name.Item2) is null)
            .Select(name => new Finding("appsettings.json", "", name.Item1, $"No published definition “{name.Item2}” is in {settings.Folder}/.")).ToList();
        if (missing.Count > 0)
            throw new WorkflowsRefusedException(missing);
    }
}

/// <summary>Definitions that would not run as drawn stop the start.</summary>
public sealed class WorkflowsRefusedException(IReadOnlyList<Finding> findings)
    : Exception("The workflow definitions cannot work:\n  " + string.Join("\n  ", findings))
{
    /// <summary>What is wrong, where, and how to mend it.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
