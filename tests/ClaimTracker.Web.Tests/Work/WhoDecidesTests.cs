using System.Data.Common;
using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Work;

/// <summary>
/// Whatever four people try in whatever order: no public version carries the approval of an author, nothing is public below its
/// minimum, no claim is fresh in doubt; and what the domain refuses for that, the database refuses to bare SQL.
/// </summary>
public sealed class WhoDecidesTests
{
    private const int Sequences = 15;

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whatever_four_people_try_the_rules_hold(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var published = await CheckAsync(desk, Sequences);
        Assert.True(published > 0, "No sequence came as far as publication: this proves nothing.");
    }

    // The property is seen to fail where a rule is broken on purpose, and to name that rule: nothing else that goes wrong counts
    // as found.
    [Theory]
    [InlineData(
        Rule.NoAuthorApproves,
        "DROP TRIGGER verdict_authors_no_delete",
        "DELETE FROM verdict_authors WHERE did <> 'proposed'"
    )]
    [InlineData(
        Rule.NothingBelowItsMinimum,
        "DROP TRIGGER verdicts_published_fixed",
        "UPDATE verdicts SET minimum_groups = 1, required_approvals = 1 WHERE status <> 'Proposed'"
    )]
    [InlineData(Rule.NotFreshInDoubt, "SELECT 1", "UPDATE claims SET in_doubt_since = NULL")]
    [InlineData(Rule.TheDatabaseBarsAuthors, "DROP TRIGGER approvals_not_by_author", "SELECT 1")]
    [InlineData(Rule.TheDatabaseHoldsTheMinimum, "DROP TRIGGER verdicts_within_minimum", "SELECT 1")]
    public async Task A_rule_that_is_broken_on_purpose_is_found(Rule rule, string once, string afterEach)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await RunSqlAsync(desk, once);
        List<Rule> broken = [];
        var failed = await Record.ExceptionAsync(() => CheckAsync(desk, 10 * Sequences, afterEach, broken));
        Assert.True(failed is not null, $"{rule}: nothing was found in {10 * Sequences} sequences.");
        Assert.True(broken.FirstOrDefault((Rule)(-1)) == rule, $"{rule} was broken on purpose, and this was found: {failed}");
    }

    private static async Task<int> CheckAsync(DeskApp desk, int sequences, string? sabotage = null, List<Rule>? broken = null)
    {
        var acting = new ActingDesk(desk);
        await acting.SetUpAsync();
        var published = 0;
        var property = Prop.ForAll(
            Act.Sequences,
            acts =>
            {
                try
                {
                    published += Task.Run(() => PlayAsync(desk, acting, acts, sabotage)).GetAwaiter().GetResult();
                    return true;
                }
                catch (RuleBrokenException seen)
                {
                    broken?.Add(seen.Rule);
                    throw;
                }
            }
        );
        await Task.Run(() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(sequences).WithStartSize(1), property));
        return published;
    }

    private static async Task<int> PlayAsync(DeskApp desk, ActingDesk acting, Act[] acts, string? sabotage)
    {
        var id = await desk.AddClaimAsync("The bridge is 800 metres long.");
        var oracle = new Oracle();
        var before = await desk.ClaimAsync(id);
        foreach (var act in acts)
        {
            var done = await acting.TryAsync(id, act);
            if (sabotage is not null)
                await RunSqlAsync(desk, sabotage);
            var after = await desk.ClaimAsync(id);
            oracle.Follow(before, after, act, ActingDesk.People[act.Person], done);
            before = after;
            await CheckSqlAsync(desk, await desk.ClaimAsync(id));
        }

        return before.Verdicts.Count(v => v.PublishedAt is not null);
    }

    private static async Task CheckSqlAsync(DeskApp desk, Claim claim)
    {
        if (claim.ProposedVerdict is not { } proposed)
            return;
        foreach (var person in ActingDesk.People.Where(proposed.IsAuthor))
        {
            await MustRefuseAsync(
                desk,
                $"""INSERT INTO approvals (id, verdict_id, "by", at) VALUES (9000000, {Number(proposed.Id)}, '{person}', '2026-01-01 00:00:00')""",
                Rule.TheDatabaseBarsAuthors,
                $"{person} is an author"
            );
        }

        // The domain is asked on a copy that is never stored.
        var held = claim.MinimumOf(Minimum.Floor);
        if (claim.Publish(1, 1, new RecheckPolicy(), desk.Now).Refusal is { Code: "evidence-minimum" or "approvals" } refusal)
        {
            var publish =
                $"UPDATE verdicts SET status = 'Published', published_at = '2026-01-01 00:00:00', minimum_groups = {{0}}, required_approvals = {{1}} WHERE id = {Number(proposed.Id)}";
            await MustRefuseAsync(
                desk,
                string.Format(CultureInfo.InvariantCulture, publish, held.Groups, held.Approvals),
                Rule.TheDatabaseHoldsTheMinimum,
                refusal.Message
            );
            await MustRefuseAsync(
                desk,
                string.Format(CultureInfo.InvariantCulture, publish, 0, 0),
                Rule.TheDatabaseHoldsTheMinimum,
                "it is below the floor"
            );
        }
    }

    private static async Task MustRefuseAsync(DeskApp desk, string statement, Rule rule, string because) =>
        await desk.QueryAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var refused = await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(statement));
            await transaction.RollbackAsync();
            RuleBrokenException.Hold(rule, refused is DbException, $"The database took “{statement}”, though {because}");
            return true;
        });

    private static Task<int> RunSqlAsync(DeskApp desk, string statement) =>
        desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
