using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ClaimTracker.Extraction;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>The folders of a project lean on each other one way.</summary>
public sealed class FolderGuards
{
    private static readonly Architecture Ours = new ArchLoader()
        .LoadAssemblies(typeof(WebServer).Assembly, typeof(ReviewRunner).Assembly, typeof(ArticleReader).Assembly)
        .Build();

    [Theory]
    [InlineData("ClaimTracker.Extraction")]
    [InlineData("ClaimTracker.Workflows")]
    [InlineData("ClaimTracker.Web")]
    public void No_ring_between_folders(string project)
    {
        var uses = Ours
            .Types.SelectMany(
                type => type.Dependencies,
                (type, one) => new Use(type.FullName, one.Target.FullName, FolderOf(type, project), FolderOf(one.Target, project))
            )
            .Where(use => use is { From: not null, To: not null } && use.From != use.To)
            .Distinct()
            .ToList();
        var next = uses.ToLookup(use => use.From!, use => use.To!);

        Assert.True(next.Count > 4, $"The guard sees no folders in {project}.");
        Assert.Empty(
            uses.Where(use => Leads(use.To!, use.From!, next))
                .Select(use => $"{use.From} → {use.To}: {use.Type} uses {use.Other}")
                .Order()
        );
    }

    // The first folder below the project, or the project's top; null for what stands elsewhere, as generated code does.
    private static string? FolderOf(IType type, string project) =>
        type.Namespace?.FullName is not { } space ? null
        : space == project ? "(top)"
        : space.StartsWith(project + ".", StringComparison.Ordinal) ? space[(project.Length + 1)..].Split('.')[0]
        : null;

    private static bool Leads(string from, string to, ILookup<string, string> next)
    {
        HashSet<string> seen = [from];
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var folder))
        {
            if (folder == to)
                return true;
            foreach (var one in next[folder].Where(seen.Add))
                open.Enqueue(one);
        }

        return false;
    }

    private sealed record Use(string Type, string Other, string? From, string? To);
}
