using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>What an uploaded text is: a version that could be taken in, with what it changes, or faults.</summary>
/// <param name="Version">The version; null where there are faults.</param>
/// <param name="Faults">What is wrong, where, and how to mend it.</param>
/// <param name="Changes">Against the latest version, a sentence a change.</param>
public sealed record VersionCheck(CompiledDefinition? Version, IReadOnlyList<Fault> Faults, IReadOnlyList<string> Changes);

/// <summary>Takes a new version of a definition into force, on every node and without a restart.</summary>
public sealed class VersionUpload(DeskDb db, WorkflowLibrary library)
{
    private const string File = "upload";

    /// <summary>Reads and checks a text as the next version of <paramref name="definitionId"/>; nothing is stored.</summary>
    public VersionCheck Check(string definitionId, string text)
    {
        var (read, unreadable) = WorkflowDefinition.Parse(File, text);
        if (read is null)
            return Refused(unreadable!);
        if (read.DefinitionId != definitionId)
        {
            return Refused(
                new Fault(
                    File,
                    "",
                    "definitionId",
                    $"is “{read.DefinitionId}”, and this page is about “{definitionId}”; upload it there, or give it this id"
                )
            );
        }

        var latest = library.Catalog.Latest(definitionId);
        if (library.Catalog.ByVersionId(read.VersionId) is { } same && same.Source.ContentHash == read.ContentHash)
            return Refused(new Fault(File, "", "id", $"“{read.VersionId}” is in force as it stands here; nothing would change"));
        if (latest is not null && read.Version <= latest.Source.Version)
        {
            return Refused(
                new Fault(
                    File,
                    "",
                    "version",
                    $"is {read.Version}, and version {latest.Source.Version} is in force; give it a higher number and an id of its own"
                )
            );
        }

        if (!read.IsPublished)
        {
            return Refused(
                new Fault(
                    File,
                    "",
                    "isPublished",
                    "is not true, so that no review would start by it; publish it in Elsa Studio and export it again"
                )
            );
        }

        var (catalog, faults) = library.Try(File, text);
        if (catalog is null)
            return new VersionCheck(null, faults, []);
        var version = catalog.ByVersionId(read.VersionId)!;
        return new VersionCheck(version, [], latest is null ? [] : DefinitionDifference.Of(latest, version));
    }

    /// <summary>Stores a checked version. Reviews that start from now on take it; those under way keep theirs.</summary>
    public async Task<Result> AddAsync(CompiledDefinition version, string who, CancellationToken cancel)
    {
        var added = await db.CommitAsync(
            $"add {version.DefinitionId} v{version.Source.Version}",
            Right.Administer,
            async _ =>
            {
                if (
                    await db.WorkflowVersions.AnyAsync(
                        v =>
                            v.Id == version.VersionId
                            || (v.DefinitionId == version.DefinitionId && v.Version >= version.Source.Version),
                        cancel
                    )
                )
                {
                    return Result.Refused(
                        "changed-meanwhile",
                        "Somebody has added this version or a later one meanwhile. Look at what is in force now, then check yours against it."
                    );
                }

                db.WorkflowVersions.Add(
                    new WorkflowVersion
                    {
                        Id = version.VersionId,
                        DefinitionId = version.DefinitionId,
                        Version = version.Source.Version,
                        Hash = version.Source.ContentHash,
                        Json = version.Source.ToJson(),
                        AddedAt = db.Now,
                        AddedBy = who,
                    }
                );
                return Result.Ok;
            },
            cancel
        );
        await library.RefreshAsync(db, cancel);
        return added;
    }

    private static VersionCheck Refused(Fault fault) => new(null, [fault], []);
}
