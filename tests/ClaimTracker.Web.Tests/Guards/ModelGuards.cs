using System.Runtime.CompilerServices;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Sqlite;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Tests.Guards;

/// <summary>
/// Lists that are kept by hand, held to the model: what is in neither is named, and so is an exception that is none any more.
/// Whoever adds a table or a column decides here what becomes of it.
/// </summary>
public sealed class ModelGuards
{
    internal static readonly IModel Model = MakeModel();

    private static readonly Dictionary<string, string> NotAudited = new()
    {
        ["AspNetRoles"] = "the names of the roles, which the program brings",
        ["AspNetRoleClaims"] = "not used",
        ["AspNetUserClaims"] = "not used",
        ["AspNetUserLogins"] = "not used",
        ["AspNetUserTokens"] = "keys of second factors",
        ["audit_entries"] = "the audit itself",
        ["audit_heads"] = "kept by triggers",
        ["bulk_acts"] = "what it does is audited where it is done",
        ["bulk_items"] = "what it does is audited where it is done",
        ["data_protection_keys"] = "secrets of the machine",
        ["drafts"] = "nobody's decision yet",
        ["looks"] = "each row is its own record; what it does to its claim is audited there",
        ["notices"] = "tell of what is audited where it happened",
        ["retrainings"] = "each row is its own record",
        ["robots_files"] = "what a site says, read anew each day",
        ["first_run_codes"] = "the hash of what a server printed; gone with the first person",
        ["task_tallies"] = "kept by triggers",
        ["saved_filters"] = "an address under a name; it changes nothing that is looked at by it",
        ["schema_scripts"] = "of the program, not of the desk",
        ["snapshots"] = "never changed; held by their hash",
        ["steps"] = "the engine's own record of a review",
        ["timers"] = "the engine's own clock; what it does is audited",
        ["triage_openings"] = "a look, which decides nothing",
        ["public_changes"] = "kept by triggers",
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
        ["bulk_acts"] = "not public",
        ["bulk_items"] = "not public",
        ["data_protection_keys"] = "not public",
        ["drafts"] = "not public",
        ["look_hosts"] = "not public",
        ["looks"] = "a round that ends changes its claim",
        ["kept_pages"] = "not public",
        ["notices"] = "not public",
        ["outlets"] = "belongs to no one claim; a change of its licence empties the lists, where articles are",
        ["retrainings"] = "the methodology page is not kept",
        ["robots_files"] = "not public",
        ["first_run_codes"] = "not public",
        ["saved_filters"] = "not public",
        ["schema_scripts"] = "not public",
        ["snapshots"] = "never changed once added; evidence brings it to a page",
        ["reviews"] = "shown through the claim's stage and the re-check",
        ["steps"] = "not public",
        ["task_tallies"] = "not public",
        ["tasks"] = "not public",
        ["task_decisions"] = "not public",
        ["timers"] = "not public",
        ["triage_openings"] = "not public",
        ["workflow_versions"] = "not kept",
        ["public_changes"] = "asked by the cache itself",
        ["verdict_evidence"] = "changed only with the verdict that stands on it",
        ["verdict_authors"] = "settled before the verdict is published, whose row changes then",
    };

    private static readonly Dictionary<string, string> NotLoadedForAMove = new()
    {
        ["Claim.LinkedTo"] = "a link is made to a claim that is loaded for it",
        ["Claim.Appearances"] = "added to, never read",
        ["Claim.Corrections"] = "added to, never read",
        ["Claim.KeptPages"] = "added to, never read",
        ["Claim.Looks"] = "the round is loaded by whoever ends it or asks for it",
        ["Claim.Rechecks"] = "the one under way is loaded with its review",
        ["Claim.Reviews"] = "the one that moves is loaded",
        ["Evidence.Snapshot"] = "set, never read",
        ["Finding.Page"] = "known by its number",
    };

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
    public void Every_audited_field_has_words_for_people()
    {
        var wordless = Model
            .GetEntityTypes()
            .Where(type => AuditTrail.IsAudited(Blank(type)))
            .SelectMany(type =>
                type.GetProperties()
                    .Where(f => AuditTrail.IsAudited(f) || AuditTrail.IsLink(f))
                    .Select(field => (type.ClrType.Name, field.Name))
            )
            .Append(("Person", "Password"))
            .Append((AuditTrail.Ground, "EvidenceId"))
            .Append(("Role", "Role"))
            .Where(field => FieldWords.Row(field.Item1) == field.Item1 || FieldWords.Field(field.Item2) == field.Item2)
            .ToList();
        Assert.True(wordless.Count == 0, $"FieldWords has no words for: {string.Join(", ", wordless)}");
    }

    [Fact]
    public void Every_table_empties_the_public_cache_or_is_excepted() =>
        Hold(
            Model.GetEntityTypes().Select(Name),
            Model.GetEntityTypes().Where(type => PublicCacheEviction.ClaimOf(Blank(type)) is not null).Select(Name),
            NotOnPublicPages,
            "PublicCacheEviction.ClaimOf"
        );

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
        Hold(
            held.Select(one => one.Name),
            held.Where(one => loaded.Contains(one.Target) && one.Name != "Claim.LinkedTo").Select(one => one.Name),
            NotLoadedForAMove,
            "ReviewLoading.ClaimRows"
        );
    }

    internal static void Hold(
        IEnumerable<string> all,
        IEnumerable<string> answered,
        Dictionary<string, string> excepted,
        string list
    )
    {
        var (everything, done) = (all.ToHashSet(), answered.ToHashSet());
        Assert.True(everything.Count > 0);
        var missing = everything.Except(done).Except(excepted.Keys).Order(StringComparer.Ordinal).ToList();
        Assert.True(
            missing.Count == 0,
            $"{list} forgets {string.Join(", ", missing)}. Take it up there, or except it here with the reason."
        );
        var stale = excepted
            .Keys.Where(name => done.Contains(name) || !everything.Contains(name))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(stale.Count == 0, $"{list} excepts {string.Join(", ", stale)}, which it answers for or which is gone.");
    }

    internal static string Name(IEntityType type) => type.GetTableName()!;

    private static object Blank(IEntityType type)
    {
        var blank = RuntimeHelpers.GetUninitializedObject(type.ClrType);

        // A row of a claim's is told by its number.
        type.FindProperty("ClaimId")?.PropertyInfo?.SetValue(blank, 1L);
        return blank;
    }

    internal static SqliteDeskDb MakeDb() =>
        new(
            (DbContextOptions<SqliteDeskDb>)
                DatabaseSetup.UseSqlite(new DbContextOptionsBuilder<SqliteDeskDb>(), "Data Source=:memory:").Options,
            new Acting(TimeProvider.System),
            new WriteGate(oneAtATime: false)
        );

    private static IModel MakeModel()
    {
        using var db = MakeDb();
        return db.Model;
    }
}
