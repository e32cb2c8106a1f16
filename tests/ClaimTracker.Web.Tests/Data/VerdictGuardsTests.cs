using System.Data.Common;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>
/// What the database refuses of itself, whoever writes to it: what the domain refuses for authorship or a minimum.
/// </summary>
public sealed class VerdictGuardsTests
{
    private const string Approve =
        """INSERT INTO approvals (id, verdict_id, "by", at) VALUES (900, {0}, '{1}', '2026-01-01 00:00:00')""";
    private const string Author =
        "INSERT INTO verdict_authors (id, verdict_id, name, did, since) VALUES (900, {0}, '{1}', 'wording', '2026-01-01 00:00:00')";
    private const string Publish =
        "UPDATE verdicts SET status = 'Published', minimum_groups = {1}, required_approvals = {2}, published_at = '2026-01-01 00:00:00' WHERE id = {0}";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_author_approves(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var verdict = await ProposeAsync(desk);
        await MustRefuseAsync(desk, "no author", Approve, verdict, "ada");
        await MustRefuseAsync(desk, "no author", Approve, verdict, "Ada");
        await RunAsync(desk, Author, verdict, "eve");
        await MustRefuseAsync(desk, "no author", Approve, verdict, "eve");
        await MustRefuseAsync(desk, "stays one", "UPDATE verdict_authors SET name = 'x' WHERE verdict_id = {0}", verdict);
        await MustRefuseAsync(desk, "stays one", "DELETE FROM verdict_authors WHERE verdict_id = {0}", verdict);
        await RunAsync(desk, Approve, verdict, "eli");
        await RunAsync(desk, Publish, verdict, 1, 1);
        await MustRefuseAsync(
            desk,
            "settled when it is decided",
            Author.Replace("900", "901", StringComparison.Ordinal),
            verdict,
            "fay"
        );
        await MustRefuseAsync(desk, "only a proposal", Approve.Replace("900", "901", StringComparison.Ordinal), verdict, "fay");
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Who_approves_is_an_editor_under_the_accounts_own_name(DatabaseKind kind)
    {
        const string NoEditor = "an editor of this desk";
        await using var desk = await DeskApp.StartAsync(kind);
        var verdict = await ProposeAsync(desk);
        await desk.HaveAccountAsync("rita", Roles.FactChecker, Roles.Reader, Roles.Administrator);
        string[] nobodys = ["ghost", "rita", "eve\t", " eve", "eve\u200b", "\u0435ve", "EVE", "", "system:import", "ada\t"];
        foreach (var name in nobodys)
            await MustRefuseAsync(desk, NoEditor, Approve, verdict, name);
        await RunAsync(desk, """UPDATE "AspNetUsers" SET deactivated_at = '2026-01-01 00:00:00' WHERE user_name = 'fay'""");
        await MustRefuseAsync(desk, NoEditor, Approve, verdict, "fay");
        await RunAsync(desk, Approve, verdict, "eve");
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_was_approved_changes_only_when_its_approvals_are_void(DatabaseKind kind)
    {
        const string Fixed = "only when its approvals are void";
        string[] changes =
        [
            "UPDATE verdicts SET rationale = 'Another text.' WHERE id = {0}",
            "UPDATE verdicts SET rating = 'false' WHERE id = {0}",
            "UPDATE verdicts SET change_reason = 'A later count.' WHERE id = {0}",
            "UPDATE claims SET wording = 'Another wording.' WHERE id = (SELECT claim_id FROM verdicts WHERE id = {0})",
            "UPDATE claims SET kind = 'event' WHERE id = (SELECT claim_id FROM verdicts WHERE id = {0})",
            "UPDATE evidence SET withdrawn_at = '2026-01-01 00:00:00', withdrawn_by = 'eli' WHERE claim_id = (SELECT claim_id FROM verdicts WHERE id = {0})",
            "INSERT INTO verdict_evidence (verdict_id, evidence_id) SELECT {0}, max(id) FROM evidence",
        ];
        await using var desk = await DeskApp.StartAsync(kind);
        var verdict = await ProposeAsync(desk);
        await RunAsync(desk, Approve, verdict, "eve");
        await desk.AddEvidenceAsync(
            (await desk.QueryAsync(db => db.Verdicts.SingleAsync(v => v.Id == verdict))).ClaimId,
            "court"
        );
        await RunAsync(
            desk,
            "UPDATE approvals SET voided_at = '2026-01-01 00:00:00' WHERE verdict_id = {0} AND voided_at IS NULL",
            verdict
        );
        await RunAsync(
            desk,
            "DELETE FROM verdict_evidence WHERE verdict_id = {0} AND evidence_id = (SELECT max(id) FROM evidence)",
            verdict
        );
        await RunAsync(desk, Approve.Replace("900", "901", StringComparison.Ordinal), verdict, "eli");
        foreach (var change in changes)
            await MustRefuseAsync(desk, Fixed, change, verdict);
        await RunAsync(desk, "UPDATE approvals SET voided_at = '2026-01-01 00:00:00' WHERE id = 901");
        foreach (var change in changes.Reverse())
            await RunAsync(desk, change, verdict);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Nothing_comes_in_as_decided_elsewhere_beside_what_was_decided_here(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "true");
        var columns = await desk.QueryAsync(db =>
            Task.FromResult(db.Model.FindEntityType(typeof(Verdict))!.GetProperties().Select(p => p.GetColumnName()).ToList())
        );
        var values = columns.Select(column =>
            column switch
            {
                "id" => "999",
                "version" => "2",
                "status" => "'Superseded'",
                "imported" => kind == DatabaseKind.Sqlite ? "1" : "true",
                var same => $"\"{same}\"",
            }
        );
        await MustRefuseAsync(
            desk,
            "none from elsewhere",
            $"INSERT INTO verdicts ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM verdicts WHERE claim_id = {{0}}",
            id
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Nothing_is_public_below_its_minimum_or_with_an_authors_approval(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var verdict = await ProposeAsync(desk);
        await MustRefuseAsync(desk, "as many approvals", Publish, verdict, 1, 1);
        await MustRefuseAsync(desk, "no less than the floor", Publish, verdict, 1, 0);
        await RunAsync(desk, Approve, verdict, "eve");
        await MustRefuseAsync(desk, "no less than the floor", Publish, verdict, 0, 1);
        await MustRefuseAsync(desk, "as many groups", Publish, verdict, 2, 1);
        await MustRefuseAsync(desk, "as many approvals", Publish, verdict, 1, 2);

        // Whoever approves first and changes it then.
        await RunAsync(desk, Author, verdict, "eve");
        await MustRefuseAsync(desk, "approval of an author", Publish, verdict, 1, 1);
        await RunAsync(desk, "UPDATE approvals SET voided_at = '2026-01-01 00:00:00' WHERE verdict_id = {0}", verdict);
        await MustRefuseAsync(desk, "as many approvals", Publish, verdict, 1, 1);
        await MustRefuseAsync(
            desk,
            "voided and nothing else",
            "UPDATE approvals SET voided_at = NULL WHERE verdict_id = {0}",
            verdict
        );
        await MustRefuseAsync(
            desk,
            "voided and nothing else",
            """UPDATE approvals SET "by" = 'eli' WHERE verdict_id = {0}""",
            verdict
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_version_is_held_to_what_the_last_public_one_was_and_starts_as_a_proposal(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "true");
        await desk.ChangeClaimAsync(
            id,
            claim =>
                claim.AddEvidence(
                    new Evidence("A court", null, "It says so.", Stance.Supports, "court", "ada", desk.Now),
                    desk.Now
                )
        );
        await desk.ChangeClaimAsync(
            id,
            claim => new Result(
                claim
                    .Propose(
                        new VerdictProposal(
                            "false",
                            "Another text.",
                            "ada",
                            "A later count.",
                            ChangeKind: CorrectionKind.Updated
                        ),
                        desk.Now
                    )
                    .Refusal
            )
        );
        await desk.ChangeClaimAsync(id, claim => claim.ApproveProposal("ed", claim.ProposalMark, desk.Now));
        await desk.ChangeClaimAsync(id, claim => claim.ApproveProposal("eve", claim.ProposalMark, desk.Now));
        await desk.ChangeClaimAsync(id, claim => claim.Publish(2, 2, new RecheckPolicy(), desk.Now));
        await desk.ChangeClaimAsync(
            id,
            claim => new Result(
                claim
                    .Propose(
                        new VerdictProposal("true", "A third text.", "ada", "Again.", ChangeKind: CorrectionKind.Updated),
                        desk.Now
                    )
                    .Refusal
            )
        );
        await desk.ChangeClaimAsync(id, claim => claim.ApproveProposal("ed", claim.ProposalMark, desk.Now));
        var verdicts = (await desk.ClaimAsync(id)).Verdicts.OrderBy(v => v.Version).ToList();

        await RunAsync(desk, "UPDATE verdicts SET status = 'Superseded' WHERE id = {0}", verdicts[1].Id);
        await MustRefuseAsync(desk, "the last that was public", Publish, verdicts[2].Id, 1, 1);
        await MustRefuseAsync(desk, "proposal", "UPDATE verdicts SET status = 'Published' WHERE id = {0}", verdicts[0].Id);
        await MustRefuseAsync(desk, "only superseded", "UPDATE verdicts SET minimum_groups = 0 WHERE id = {0}", verdicts[1].Id);
        await MustRefuseAsync(
            desk,
            "imported",
            $"UPDATE verdicts SET imported = {(kind == DatabaseKind.Sqlite ? "1" : "true")} WHERE id = {{0}}",
            verdicts[2].Id
        );
        await MustRefuseAsync(
            desk,
            "next version",
            "INSERT INTO verdict_evidence (verdict_id, evidence_id) SELECT {0}, max(id) FROM evidence",
            verdicts[0].Id
        );
        await MustRefuseAsync(desk, "stays with it", "DELETE FROM verdict_evidence WHERE verdict_id = {0}", verdicts[0].Id);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_author_takes_the_ground_from_a_public_verdict(DatabaseKind kind)
    {
        const string Withdraw =
            "UPDATE evidence SET withdrawn_at = '2026-01-01 00:00:00', withdrawn_by = '{1}' WHERE claim_id = {0}";
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "true");
        await MustRefuseAsync(desk, "no author of a public verdict", Withdraw, id, "ada");
        await MustRefuseAsync(
            desk,
            "no author of a public verdict",
            "UPDATE evidence SET withdrawn_at = '2026-01-01 00:00:00' WHERE claim_id = {0}",
            id
        );
        await desk.HaveAccountAsync("rita", Roles.FactChecker, Roles.Reader);
        foreach (var nobody in new[] { "rita", "ghost", "ed ", "ED" })
            await MustRefuseAsync(desk, "an editor of this desk", Withdraw, id, nobody);
        await RunAsync(desk, Withdraw, id, "ed");
        await MustRefuseAsync(desk, "stays withdrawn", "UPDATE evidence SET withdrawn_at = NULL WHERE claim_id = {0}", id);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_public_does_not_become_a_proposal_again_nor_loses_what_it_was_published_with(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "true");
        var verdict = (await desk.ClaimAsync(id)).PublishedVerdict!.Id;
        await MustRefuseAsync(desk, "published claim stays", "UPDATE claims SET wording = 'Another.' WHERE id = {0}", id);
        await MustRefuseAsync(desk, "nothing goes back", "UPDATE verdicts SET status = 'Proposed' WHERE id = {0}", verdict);
        await MustRefuseAsync(desk, "nothing goes back", "UPDATE verdicts SET status = 'Rejected' WHERE id = {0}", verdict);
        await MustRefuseAsync(
            desk,
            "published with",
            "UPDATE approvals SET voided_at = '2026-01-01 00:00:00' WHERE verdict_id = {0}",
            verdict
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task When_a_version_was_decided_and_what_its_evidence_was_kept_as_stay_as_they_were(DatabaseKind kind)
    {
        const string Place =
            """UPDATE evidence SET confirmed_place = '[0]', place_confirmed_by = '{1}', place_confirmed_at = '{2}' WHERE claim_id = {0}""";
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 800 metres long.", "false");
        var evidence = (await desk.ClaimAsync(id)).Evidence.Single().Id;
        await desk.QueryAsync(async db =>
        {
            db.Snapshots.AddRange(
                new Snapshot([1], "text/html", "https://registry.example/3", desk.Now),
                new Snapshot([2], "text/html", "https://registry.example/3", desk.Now)
            );
            await db.SaveChangesAsync();
            var (first, second) = (await db.Snapshots.MinAsync(s => s.Id), await db.Snapshots.MaxAsync(s => s.Id));
            await db.Database.ExecuteSqlAsync(
                $"UPDATE evidence SET snapshot_id = {first}, places = '{{}}' WHERE id = {evidence}"
            );
            return (first, second);
        });
        await desk.PublishAsync(id, "true", "The registry of June says so.", "We had misread it.");
        await desk.HaveAccountAsync("rita", Roles.FactChecker, Roles.Reader);
        await desk.HaveAccountAsync("ada", Roles.Editor);

        foreach (
            var (because, statement) in new[]
            {
                ("stays as it was", "UPDATE verdicts SET proposed_at = '2020-01-01 00:00:00' WHERE claim_id = {0}"),
                ("stays as it was", "UPDATE verdicts SET workflow = 'chamber v1' WHERE claim_id = {0}"),
                ("stays as it was", "UPDATE verdicts SET closed_at = '2020-01-01 00:00:00' WHERE claim_id = {0} AND version = 1"),
                ("stays as it was", "UPDATE verdicts SET closed_at = '2020-01-01 00:00:00' WHERE claim_id = {0} AND version = 2"),
                ("stays as it was", "UPDATE verdicts SET rejected_because = 'Nothing.' WHERE claim_id = {0}"),
                ("only superseded", "UPDATE verdicts SET published_at = '2020-01-01 00:00:00' WHERE claim_id = {0}"),
                ("stays as it was", "UPDATE claims SET verdict_issued_at = '2020-01-01 00:00:00' WHERE id = {0}"),
                ("stays as it was", "UPDATE claims SET published_at = '2020-01-01 00:00:00' WHERE id = {0}"),
                ("corrections are never", "UPDATE corrections SET at = '2020-01-01 00:00:00' WHERE claim_id = {0}"),
                ("corrections are never", "UPDATE corrections SET why = 'Nothing.' WHERE claim_id = {0}"),
                ("corrections are never", "DELETE FROM corrections WHERE claim_id = {0}"),
                ("stays as it was", "UPDATE evidence SET added_at = '2020-01-01 00:00:00' WHERE claim_id = {0}"),
                ("stays as it was", "UPDATE evidence SET added_by = 'ghost' WHERE claim_id = {0}"),
                ("kept page", "UPDATE evidence SET snapshot_id = (SELECT max(id) FROM snapshots) WHERE claim_id = {0}"),
                ("kept page", "UPDATE evidence SET snapshot_id = NULL WHERE claim_id = {0}"),
                ("found on its page", "UPDATE evidence SET places = NULL WHERE claim_id = {0} AND places IS NOT NULL"),
                ("found on its page", "UPDATE evidence SET places = '[1]' WHERE claim_id = {0} AND places IS NOT NULL"),
            }
        )
        {
            await MustRefuseAsync(desk, because, statement, id);
        }

        foreach (var nobody in new[] { "ada", "rita", "ghost", "eve " })
            await MustRefuseAsync(desk, "no author", Place, id, nobody, "2026-01-01 00:00:00");
        await RunAsync(desk, Place, id, "eve", "2026-01-01 00:00:00");
        await MustRefuseAsync(desk, "no author", "UPDATE evidence SET confirmed_place = '[1]' WHERE claim_id = {0}", id);
        await MustRefuseAsync(desk, "no author", "UPDATE evidence SET place_confirmed_by = 'ed' WHERE claim_id = {0}", id);
        await MustRefuseAsync(desk, "no author", "UPDATE evidence SET confirmed_place = NULL WHERE claim_id = {0}", id);
        if (kind == DatabaseKind.Sqlite)
            await MustRefuseAsync(desk, "never replaced", "INSERT OR REPLACE INTO corrections SELECT * FROM corrections");
        else
            await MustRefuseAsync(desk, "never changed", "TRUNCATE corrections");
    }

    [Fact]
    public async Task What_may_not_be_changed_is_not_replaced_either_by_its_number_or_by_what_may_stand_once()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var verdict = await ProposeAsync(desk);
        await RunAsync(desk, Approve, verdict, "eli");
        foreach (
            var (because, statement) in new[]
            {
                ("a claim is not replaced", "INSERT OR REPLACE INTO claims SELECT * FROM claims"),
                ("a claim is not replaced", "REPLACE INTO claims SELECT * FROM claims ORDER BY id DESC LIMIT 1"),
                ("an article is not replaced", "INSERT OR REPLACE INTO articles SELECT * FROM articles"),
                ("a verdict is not replaced", await CopyAsync("verdicts", "id", "version")),
                ("stays one", await CopyAsync("verdict_authors", "id")),
                ("an approval is not replaced", await CopyAsync("approvals", "id")),
            }
        )
        {
            await MustRefuseAsync(desk, because, statement);
        }

        async Task<string> CopyAsync(string table, params string[] anew)
        {
            var names = await desk.QueryAsync(db =>
                db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync()
            );
            var columns = names.ConvertAll(name => $"\"{name}\"");
            var values = columns.ConvertAll(column => anew.Contains(column.Trim('"')) ? $"{column} + 1000" : column);
            return $"INSERT OR REPLACE INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table}";
        }
    }

    [Fact]
    public async Task Each_table_with_a_guard_has_one_against_being_replaced()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var guards = await desk.QueryAsync(db =>
            db.Database.SqlQuery<string>(
                    $"SELECT tbl_name || ' ' || name AS Value FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
                )
                .ToListAsync()
        );
        var tables = guards.Select(guard => guard.Split(' ')[0]).Distinct().ToList();

        // The key of a source of a version is all of its row: replaced, it is what it was.
        Assert.Equal(["verdict_evidence"], tables.Where(table => !guards.Contains($"{table} {table}_no_replace")));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_author_stays_one_however_the_rows_are_written(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var verdict = await ProposeAsync(desk);
        await MustRefuseAsync(desk, "no author", Approve, verdict, "ada ");
        await MustRefuseAsync(desk, "who proposed", "UPDATE verdicts SET proposed_by = 'ghost' WHERE id = {0}", verdict);
        await RunAsync(desk, Author, verdict, "eve");
        if (kind == DatabaseKind.Sqlite)
        {
            await MustRefuseAsync(
                desk,
                "stays one",
                Author.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal),
                verdict,
                "ghost"
            );
            await RunAsync(desk, Approve, verdict, "eli");
            await MustRefuseAsync(
                desk,
                "not replaced",
                Approve.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal),
                verdict,
                "fay"
            );
            await MustRefuseAsync(
                desk,
                "not replaced",
                "INSERT OR REPLACE INTO verdicts SELECT * FROM verdicts WHERE id = {0}",
                verdict
            );
            await MustRefuseAsync(desk, "not replaced", "INSERT OR REPLACE INTO evidence SELECT * FROM evidence");
        }
        else
        {
            foreach (var table in new[] { "verdict_authors", "approvals", "verdict_evidence" })
            {
                await MustRefuseAsync(
                    desk,
                    table == "verdict_authors" ? "stays one"
                        : table == "approvals" ? "never deleted"
                        : "stays with it",
                    $"TRUNCATE {table}"
                );
            }
            await MustRefuseAsync(desk, "deleted", "TRUNCATE evidence CASCADE");
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_site_is_one_group_and_a_version_stands_on_its_own_claims_evidence(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The bridge is 800 metres long.");
        await desk.AddEvidenceAsync(id, "register", "https://h.example/a");
        await desk.AddEvidenceAsync(id, "court", "https://www.h.example/b");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        var verdict = (await desk.ClaimAsync(id)).ProposedVerdict!.Id;
        await desk.HaveAccountAsync("eli", Roles.Editor);
        await RunAsync(desk, Approve, verdict, "eli");
        await MustRefuseAsync(desk, "as many groups", Publish, verdict, 2, 1);
        var other = await desk.AddClaimAsync("The tunnel is 900 metres long.");
        await desk.AddEvidenceAsync(other, "ministry", "https://i.example/a");
        await MustRefuseAsync(
            desk,
            "own claim",
            "INSERT INTO verdict_evidence (verdict_id, evidence_id) SELECT {0}, max(id) FROM evidence",
            verdict
        );
    }

    private static async Task<long> ProposeAsync(DeskApp desk)
    {
        foreach (var editor in new[] { "eli", "eve", "fay" })
            await desk.HaveAccountAsync(editor, Roles.Editor);
        var id = await desk.AddClaimAsync("The bridge is 800 metres long.");
        await desk.AddEvidenceAsync(id, "register");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        return (await desk.ClaimAsync(id)).ProposedVerdict!.Id;
    }

    private static Task<int> RunAsync(DeskApp desk, string statement, params object[] values) =>
        desk.QueryAsync(db =>
            db.Database.ExecuteSqlRawAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, values))
        );

    private static async Task MustRefuseAsync(DeskApp desk, string because, string statement, params object[] values)
    {
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(desk, statement, values));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }
}
