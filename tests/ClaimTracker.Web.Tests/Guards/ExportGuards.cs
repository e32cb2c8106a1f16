using System.Reflection;
using ClaimTracker.Domain;
using ClaimTracker.Web.Transfer;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>
/// What an export holds, held to the model as <see cref="ModelGuards"/> holds other lists: a desk that is moved keeps what was
/// decided there.
/// </summary>
public sealed class ExportGuards
{
    private static readonly Dictionary<string, string> NotExported = new()
    {
        ["AspNetRoles"] = "people stay where they are",
        ["AspNetRoleClaims"] = "people stay where they are",
        ["AspNetUserClaims"] = "people stay where they are",
        ["AspNetUserLogins"] = "people stay where they are",
        ["AspNetUserRoles"] = "people stay where they are",
        ["AspNetUserTokens"] = "people stay where they are",
        ["AspNetUsers"] = "people stay where they are",
        ["appearances"] = "stand in their claim",
        ["audit_entries"] = "tell of this desk; a backup keeps them",
        ["audit_heads"] = "tell of this desk; a backup keeps them",
        ["data_protection_keys"] = "secrets of the machine",
        ["bulk_acts"] = "what was done stands in the audit",
        ["bulk_items"] = "what was done stands in the audit",
        ["first_run_codes"] = "of a desk that nobody is at yet",
        ["drafts"] = "nobody's decision yet",
        ["saved_filters"] = "addresses on this desk, under names",
        ["triage_openings"] = "a look, which decides nothing",
        ["look_hosts"] = "of the servers of this desk",
        ["notices"] = "tell people of this desk what to do",
        ["retrainings"] = "of this desk's own model",
        ["robots_files"] = "read anew each day",
        ["reviews"] = "what is under way stays behind",
        ["schema_scripts"] = "of the program, not of the desk",
        ["steps"] = "stay behind with their review",
        ["task_decisions"] = "stay behind with their review",
        ["task_tallies"] = "counts what stays behind",
        ["tasks"] = "stay behind with their review",
        ["timers"] = "stay behind with their review",
        ["verdict_evidence"] = "stands in its verdict",
        ["public_changes"] = "counted anew by the servers of each desk",
        ["workflow_versions"] = "files, which every desk has",
    };

    private static readonly Dictionary<Type, (Type Exported, Dictionary<string, string> Left)> Exports = new()
    {
        [typeof(Claim)] = (
            typeof(ExportedClaim),
            new()
            {
                ["Id"] = "Number",
                ["Revision"] = "begins anew",
                ["Listed"] = "follows from publication",
                ["LinkedToId"] = "LinkedToNumber",
                ["FoldedIntoId"] = "FoldedIntoNumber",
                ["UnderRecheck"] = "what is under way stays behind",
            }
        ),
        [typeof(Verdict)] = (
            typeof(ExportedVerdict),
            new()
            {
                ["Id"] = "Version",
                ["Revision"] = "begins anew",
                ["ClaimId"] = "stands in its claim",
                ["ReviewId"] = "reviews stay behind; Workflow names it",
                ["Imported"] = "set by the import",
            }
        ),
        [typeof(Approval)] = (
            typeof(ExportedApproval),
            new()
            {
                ["Id"] = "given anew",
                ["VerdictId"] = "stands in its verdict",
                ["Mark"] = "over rows of the desk that it comes from",
            }
        ),
        [typeof(VerdictAuthor)] = (
            typeof(ExportedAuthor),
            new() { ["Id"] = "given anew", ["VerdictId"] = "stands in its verdict" }
        ),
        [typeof(Evidence)] = (
            typeof(ExportedEvidence),
            new()
            {
                ["Id"] = "its place in the list",
                ["ClaimId"] = "stands in its claim",
                ["SnapshotId"] = "Snapshot",
                ["Host"] = "follows from the address",
                ["Origin"] = "follows from the address",
                ["ArchiveDueAt"] = "follows from the snapshot",
                ["ArchiveAttempts"] = "begins anew",
                ["ArchiveFailure"] = "begins anew",
                ["ArchiveErrors"] = "begins anew",
            }
        ),
        [typeof(Correction)] = (typeof(ExportedCorrection), new() { ["Id"] = "given anew", ["ClaimId"] = "stands in its claim" }),
        [typeof(Suspension)] = (typeof(ExportedSuspension), new() { ["Id"] = "given anew", ["ClaimId"] = "stands in its claim" }),
        [typeof(Recheck)] = (typeof(ExportedRecheck), new() { ["Id"] = "given anew", ["ClaimId"] = "stands in its claim" }),
        [typeof(Look)] = (
            typeof(ExportedLook),
            new()
            {
                ["Id"] = "given anew",
                ["ClaimId"] = "stands in its claim",
                ["EvidenceId"] = "At, its place in the list",
                ["Host"] = "follows from the evidence",
                ["DueAt"] = "what is under way stays behind",
                ["TriedAt"] = "what is under way stays behind",
                ["LeasedBy"] = "what is under way stays behind",
                ["LeasedAt"] = "what is under way stays behind",
                ["LeaseUntil"] = "what is under way stays behind",
            }
        ),
        [typeof(Finding)] = (
            typeof(ExportedFinding),
            new()
            {
                ["Id"] = "given anew",
                ["ClaimId"] = "stands in its claim",
                ["EvidenceId"] = "At, its place in the list",
                ["PageId"] = "kept anew by the next look that finds it",
            }
        ),
        [typeof(KeptPage)] = (
            typeof(ExportedKeptPage),
            new()
            {
                ["Id"] = "given anew",
                ["ClaimId"] = "stands in its claim",
                ["EvidenceId"] = "Source, its place in the list",
                ["FindingId"] = "After, its place in the list",
                ["FormerId"] = "Former",
            }
        ),
        [typeof(Article)] = (
            typeof(ExportedArticle),
            new()
            {
                ["Id"] = "TextHash tells which",
                ["TextHash"] = "follows from the text",
                ["SnapshotId"] = "Snapshot",
            }
        ),
        [typeof(Outlet)] = (typeof(ExportedOutlet), new() { ["Id"] = "given anew", ["Revision"] = "begins anew" }),
        [typeof(Snapshot)] = (typeof(ExportedSnapshot), new() { ["Id"] = "given anew", ["Hash"] = "follows from the content" }),
    };

    public static TheoryData<Type> Exported => [.. Exports.Keys];

    [Fact]
    public void Every_table_is_exported_or_excepted() =>
        ModelGuards.Hold(
            ModelGuards.Model.GetEntityTypes().Select(ModelGuards.Name),
            Exports.Keys.Select(type => ModelGuards.Name(ModelGuards.Model.FindEntityType(type)!)),
            NotExported,
            "The export"
        );

    [Theory, MemberData(nameof(Exported))]
    public void Every_column_is_exported_under_its_name_or_excepted(Type entity)
    {
        var (exported, left) = Exports[entity];
        var type = ModelGuards.Model.FindEntityType(entity)!;
        var columns = type.GetProperties().Where(property => !property.IsShadowProperty()).ToList();
        var filled = Filled(type);
        var of = exported.GetMethod("Of", BindingFlags.Public | BindingFlags.Static);
        var written = of?.Invoke(null, of.GetParameters().Length == 1 ? [filled] : [filled, new List<Evidence>()]);
        var names = columns.Where(IsWritten).Select(column => column.Name);
        ModelGuards.Hold(columns.Select(column => column.Name), names, left, $"{exported.Name} ({entity.Name})");

        bool IsWritten(IProperty column) =>
            exported.GetProperty(column.Name) is { } property
            && (written is null || !Equals(property.GetValue(written), Nothing(property.PropertyType)));
    }

    private static object Filled(IEntityType type)
    {
        var entity = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty()))
            property.PropertyInfo!.SetValue(entity, Sample(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
        return entity;
    }

    private static object Sample(Type type) =>
        type switch
        {
            _ when type == typeof(string) => "something",
            _ when type == typeof(DateTime) => new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 5, 1),
            _ when type == typeof(TimeSpan) => TimeSpan.FromHours(7),
            _ when type == typeof(bool) => true,
            _ when type == typeof(byte[]) => new byte[] { 7 },
            _ when type == typeof(ClaimDetails) => new ClaimDetails { Place = "Kharkiv" },
            _ when type == typeof(FoundPlaces) => new FoundPlaces { HasMore = true },
            _ when type == typeof(QuotedPlace) => new QuotedPlace { Text = "something" },
            { IsEnum: true } => Enum.GetValues(type).GetValue(1)!,
            _ => Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture),
        };

    private static object? Nothing(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
