using System.Reflection;
using System.Runtime.CompilerServices;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Sqlite;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Transfer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>
/// Lists that are kept by hand, held to the model: what is in neither is named, and so is an exception that is none any more. Whoever adds
/// a table or a column decides here what becomes of it.
/// </summary>
public sealed class ModelGuards
{
    private static readonly IModel Model = MakeModel();

    private static readonly Dictionary<string, string> NotAudited = new()
    {
        ["AspNetRoles"] = "the names of the roles, which the program brings",
        ["AspNetRoleClaims"] = "not used",
        ["AspNetUserClaims"] = "not used",
        ["AspNetUserLogins"] = "not used",
        ["AspNetUserTokens"] = "keys of second factors",
        ["audit_entries"] = "the audit itself",
        ["audit_heads"] = "kept by triggers",
        ["data_protection_keys"] = "secrets of the machine",
        ["drafts"] = "nobody's decision yet",
        ["notices"] = "tell of what is audited where it happened",
        ["retrainings"] = "each row is its own record",
        ["schema_scripts"] = "of the program, not of the desk",
        ["snapshots"] = "never changed; held by their hash",
        ["steps"] = "the engine's own record of a review",
        ["timers"] = "the engine's own clock; what it does is audited",
        ["verdict_evidence"] = "a row of keys alone, which entries do not tell yet",
    };

    private static readonly Dictionary<string, string> NotOnPublicPages = new()
    {
        ["AspNetRoles"] = "people",
        ["AspNetRoleClaims"] = "people",
        ["AspNetUserClaims"] = "people",
        ["AspNetUserLogins"] = "people",
        ["AspNetUserTokens"] = "people",
        ["AspNetUserRoles"] = "people",
        ["AspNetUsers"] = "people",
        ["approvals"] = "shown with a published verdict, whose row changes when it is published",
        ["articles"] = "never changed once added; an appearance brings it to a page",
        ["audit_entries"] = "not public",
        ["audit_heads"] = "not public",
        ["data_protection_keys"] = "not public",
        ["drafts"] = "not public",
        ["notices"] = "not public",
        ["outlets"] = "belongs to no one claim; a change of its licence empties the lists, where articles are",
        ["retrainings"] = "the methodology page is not kept",
        ["schema_scripts"] = "not public",
        ["snapshots"] = "never changed once added; evidence brings it to a page",
        ["reviews"] = "shown through the claim's stage and the re-check",
        ["steps"] = "not public",
        ["tasks"] = "not public",
        ["task_decisions"] = "not public",
        ["timers"] = "not public",
        ["workflow_versions"] = "not kept",
        ["verdict_evidence"] = "changed only with the verdict that stands on it",
        ["verdict_authors"] = "settled before the verdict is published, whose row changes then",
    };

    private static readonly Dictionary<string, string> NotLoadedForAMove = new()
    {
        ["Claim.LinkedTo"] = "a link is made to a claim that is loaded for it",
        ["Claim.Appearances"] = "added to, never read",
        ["Claim.Corrections"] = "added to, never read",
        ["Claim.Rechecks"] = "the one under way is loaded with its review",
        ["Claim.Reviews"] = "the one that moves is loaded",
        ["Evidence.Snapshot"] = "set, never read",
    };

    private static readonly Dictionary<Type, (Type Exported, Dictionary<string, string> Left)> Exports = new()
    {
        [typeof(Claim)] = (typeof(ExportedClaim), new()
        {
            ["Id"] = "Number",
            ["Revision"] = "begins anew",
            ["Listed"] = "follows from publication",
            ["LinkedToId"] = "LinkedToNumber",
            ["FoldedIntoId"] = "FoldedIntoNumber",
            ["UnderRecheck"] = "what is under way stays behind",
        }),
        [typeof(Verdict)] = (typeof(ExportedVerdict), new()
        {
            ["Id"] = "Version",
            ["Revision"] = "begins anew",
            ["ClaimId"] = "stands in its claim",
            ["ReviewId"] = "reviews stay behind; Workflow names it",
            ["Imported"] = "set by the import",
        }),
        [typeof(Approval)] = (typeof(ExportedApproval), new() { ["Id"] = "given anew", ["VerdictId"] = "stands in its verdict", ["Mark"] = "over rows of the desk that it comes from" }),
        [typeof(VerdictAuthor)] = (typeof(ExportedAuthor), new() { ["Id"] = "given anew", ["VerdictId"] = "stands in its verdict" }),
        [typeof(Evidence)] = (typeof(ExportedEvidence), new()
        {
            ["Id"] = "its place in the list",
            ["ClaimId"] = "stands in its claim",
            ["SnapshotId"] = "Snapshot",
            ["ArchiveDueAt"] = "follows from the snapshot",
            ["ArchiveAttempts"] = "begins anew",
            ["ArchiveFailure"] = "begins anew",
            ["ArchiveErrors"] = "begins anew",
        }),
        [typeof(Correction)] = (typeof(ExportedCorrection), new() { ["Id"] = "given anew", ["ClaimId"] = "stands in its claim" }),
        [typeof(Recheck)] = (typeof(ExportedRecheck), new() { ["Id"] = "given anew", ["ClaimId"] = "stands in its claim" }),
        [typeof(Finding)] = (typeof(ExportedFinding), new() { ["Id"] = "given anew", ["ClaimId"] = "stands in its claim", ["EvidenceId"] = "At, its place in the list" }),
        [typeof(Article)] = (typeof(ExportedArticle), new() { ["Id"] = "TextHash tells which", ["TextHash"] = "follows from the text", ["SnapshotId"] = "Snapshot" }),
        [typeof(Outlet)] = (typeof(ExportedOutlet), new() { ["Id"] = "given anew", ["Revision"] = "begins anew" }),
        [typeof(Snapshot)] = (typeof(ExportedSnapshot), new() { ["Id"] = "given anew", ["Hash"] = "follows from the content" }),
    };

    public static TheoryData<Type> Exported => [.. Exports.Keys];

    [Fact]
    public void Every_table_is_audited_or_excepted()
    {
        var audited = Model.GetEntityTypes().Where(type => AuditTrail.IsAudited(Blank(type))).ToList();
        Hold(Model.GetEntityTypes().Select(Name), audited.Select(Name), NotAudited, "AuditTrail.IsAudited");
    }

    [Fact]
    public void Every_audited_row_has_a_subject()
    {
        using var db = MakeDb();
        foreach (var type in Model.GetEntityTypes().Where(type => AuditTrail.IsAudited(Blank(type))))
        {
            // What needs a row beside it fails on that one's absence; what has no subject says so.
            var failure = Record.Exception(() => AuditTrail.SubjectOf(db, Blank(type)));
            Assert.DoesNotContain("no audit subject", failure?.Message ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_table_empties_the_public_cache_or_is_excepted() => Hold(
        Model.GetEntityTypes().Select(Name),
        Model.GetEntityTypes().Where(type => PublicCacheEviction.ClaimOf(Blank(type)) is not null).Select(Name),
        NotOnPublicPages,
        "PublicCacheEviction.ClaimOf");

    [Fact]
    public void All_that_a_claim_holds_is_loaded_for_a_move_or_excepted()
    {
        var loaded = ReviewLoading.ClaimRows("$1").Select(part => part.Type(Model)).ToHashSet();
        List<(string Name, IEntityType Target)> held = [];
        foreach (var type in loaded.Where(type => !type.HasSharedClrType))
        {
            held.AddRange(type.GetNavigations().Select(n => ($"{type.ClrType.Name}.{n.Name}", n.TargetEntityType)));
            held.AddRange(type.GetSkipNavigations().Select(n => ($"{type.ClrType.Name}.{n.Name}", n.JoinEntityType)));
        }

        Assert.Contains(held, one => one.Name == "Claim.Verdicts");
        Hold(held.Select(one => one.Name), held.Where(one => loaded.Contains(one.Target) && one.Name != "Claim.LinkedTo").Select(one => one.Name), NotLoadedForAMove, "ReviewLoading.ClaimRows");
    }

    [Theory, MemberData(nameof(Exported))]
    public void Every_column_is_exported_under_its_name_or_excepted(Type entity)
    {
        var (exported, left) = Exports[entity];
        var columns = Model.FindEntityType(entity)!.GetProperties().Where(property => !property.IsShadowProperty()).ToList();
        var filled = Filled(Model.FindEntityType(entity)!);
        var of = exported.GetMethod("Of", BindingFlags.Public | BindingFlags.Static);
        var written = of is null ? null : of.Invoke(null, of.GetParameters().Length == 1 ? [filled] : [filled, new List<Evidence>()]);
        bool IsWritten(IProperty column) => exported.GetProperty(column.Name) is { } property
            && (written is null || !Equals(property.GetValue(written), property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null));

        Hold(columns.Select(column => column.Name), columns.Where(IsWritten).Select(column => column.Name), left, $"{exported.Name} ({entity.Name})");
    }

    private static void Hold(IEnumerable<string> all, IEnumerable<string> answered, Dictionary<string, string> excepted, string list)
    {
        var (everything, done) = (all.ToHashSet(), answered.ToHashSet());
        Assert.True(everything.Count > 0);
        var missing = everything.Except(done).Except(excepted.Keys).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"{list} forgets {string.Join(", ", missing)}. Take it up there, or except it here with the reason.");
        var stale = excepted.Keys.Where(name => done.Contains(name) || !everything.Contains(name)).Order(StringComparer.Ordinal).ToList();
        Assert.True(stale.Count == 0, $"{list} excepts {string.Join(", ", stale)}, which it answers for or which is gone.");
    }

    private static string Name(IEntityType type) => type.GetTableName()!;

    private static object Blank(IEntityType type)
    {
        var blank = RuntimeHelpers.GetUninitializedObject(type.ClrType);

        // A row of a claim's is told by its number.
        type.FindProperty("ClaimId")?.PropertyInfo?.SetValue(blank, 1L);
        return blank;
    }

    private static object Filled(IEntityType type)
    {
        var entity = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty()))
            property.PropertyInfo!.SetValue(entity, Sample(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
        return entity;
    }

    private static object Sample(Type type) => type switch
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

    private static SqliteDeskDb MakeDb() => new(
        (DbContextOptions<SqliteDeskDb>)DatabaseSetup.UseSqlite(new DbContextOptionsBuilder<SqliteDeskDb>(), "Data Source=:memory:").Options,
        new Acting(TimeProvider.System), new WriteGate(oneAtATime: false));

    private static IModel MakeModel()
    {
        using var db = MakeDb();
        return db.Model;
    }
}
