using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>Authors judge nothing that they made, whichever way they come: by the engine, by the pages, by triage.</summary>
public sealed class AuthorsTests
{
    private const string Wording = "There were 12 ships.";
    private static readonly Actor Both = new("bo", new HashSet<string> { Roles.FactChecker, Roles.Editor });

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rejects_the_approval_of_ones_own_text_after_somebody_else_saved_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        await EditAsync(desk, id, Eve, "All of it is rewritten by the editor.");
        await EditAsync(desk, id, Eli, "All of it is rewritten by the editor. ");
        var refused = await desk.DecideAsync(id, Eve, "Approve");

        Assert.Equal("barred", refused.Refusal?.Code);
        Assert.Equal(["ada", "eve"], (await desk.ClaimAsync(id)).ProposedVerdict!.AuthorNames);
        Assert.Equal(["ada", "eve"], (await desk.OpenTaskAsync(id)).Barred);
        await desk.MustDecideAsync(id, Eli, "Approve");
        Assert.Equal(["eli"], (await desk.ClaimAsync(id)).PublishedVerdict!.ValidApprovers);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rejects_publication_where_the_claim_was_reworded_between_two_approvals(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk, "casualty-figure", "court");
        await desk.MustDecideAsync(id, Eve, "Approve");
        await RewordAsync(desk, id, Eve, "There were 14 ships.");
        var second = await desk.DecideAsync(id, Eli, "Approve");

        Assert.Equal("approvals", second.Refusal?.Code);
        Assert.Contains(
            "somebody with the role editor was asked to approve it again",
            second.Refusal!.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rejects_the_approval_of_a_wording_that_was_not_read(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        var task = await desk.OpenTaskAsync(id);
        var seen = (await desk.ClaimAsync(id)).ProposalMark;
        await RewordAsync(desk, id, Ben, "There were 14 ships.");

        Assert.Equal("changed-meanwhile", (await desk.DecideTaskAsync(task.Id, Eve, "Approve", seen: seen)).Refusal?.Code);
        Assert.Equal("changed-meanwhile", (await desk.DecideTaskAsync(task.Id, Eve, "Approve", seen: "")).Refusal?.Code);
        await desk.MustDecideAsync(id, Eve, "Approve");
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_changed_text_ends_the_vote_and_its_votes_stay_as_void(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk, "chamber");
        var first = await desk.OpenTaskAsync(id);
        await desk.MustDecideAsync(id, Eve, "For");
        await desk.AddEvidenceByUseCaseAsync(id, Both, "A paper");

        var next = await desk.OpenTaskAsync(id);
        var ended = await desk.QueryAsync(db =>
            db.Tasks.AsNoTracking().Include(t => t.Decided).SingleAsync(t => t.Id == first.Id)
        );
        Assert.Equal(("vote#1", "vote#2", ReviewTaskStatus.Closed), (ended.Key, next.Key, ended.Status));
        Assert.NotNull(Assert.Single(ended.Decided).VoidedAt);
        Assert.Equal("task-closed", (await desk.DecideTaskAsync(first.Id, Eli, "For")).Refusal?.Code);
        Assert.Equal("barred", (await desk.DecideAsync(id, Both, "For")).Refusal?.Code);
        await desk.MustDecideAsync(id, Eli, "For");
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
        await desk.MustDecideAsync(id, Eve, "For");
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rewording_at_triage_voids_what_was_approved_before_the_claim_came_back(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk, "casualty-figure", "court");
        await desk.MustDecideAsync(id, Eve, "Approve");
        var review = await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == id).Select(r => r.Id).SingleAsync());
        await desk.WithEngineAsync(engine => engine.CancelAsync(review, "a mistake", Eve, CancellationToken.None));
        await desk.ChangeClaimAsync(id, claim => claim.Decline("Not now.", desk.Now));
        await desk.ChangeClaimAsync(id, claim => claim.Reconsider(desk.Now));
        var revision = (await desk.ClaimAsync(id)).Revision;
        var accepted = await desk.InScopeAsync(services =>
            services
                .GetRequiredService<TriageDesk>()
                .AcceptAsync(id, "There were 14 ships.", "count", revision, false, Eve, CancellationToken.None)
        );

        Assert.True(accepted.IsOk, accepted.Refusal?.Message);
        var proposed = (await desk.ClaimAsync(id)).ProposedVerdict!;
        Assert.Empty(proposed.ValidApprovers);
        Assert.True(proposed.IsAuthor("eve"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_old_import_brings_its_versions_marked_and_counts_no_authors_approval(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        await desk.MustDecideAsync(id, Eve, "Approve");
        var export = (await desk.Database.RunAsync("export")).Out;
        var authors = System.Text.RegularExpressions.Regex.Replace(export, "\"authors\":\\[[^\\]]*\\],", "\"editedBy\":\"eve\",");
        var old = System.Text.RegularExpressions.Regex.Replace(authors, "\"minimumGroups\":1,\"requiredApprovals\":1,", "");
        Assert.NotEqual(authors, old);
        await using var elsewhere = await Database.CreateAsync(kind);
        var imported = await elsewhere.FeedAsync(old, "import", "--ndjson");

        Assert.Equal((0, ""), (imported.Code, imported.Error));
        var back = (await elsewhere.RunAsync("export")).Out;
        Assert.Contains("\"authors\":[{\"name\":\"ada\"", back, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"eve\"", back, StringComparison.Ordinal);
    }

    private static async Task<long> ProposedAsync(DeskApp desk, string definition = "standard-review", params string[] more)
    {
        var id = await desk.AddClaimAsync(Wording);
        foreach (var group in more.Append("register"))
            await desk.AddEvidenceAsync(id, group);
        await desk.StartReviewAsync(id, definition);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        return id;
    }

    private static async Task EditAsync(DeskApp desk, long id, Actor who, string rationale)
    {
        var proposed = (await desk.ClaimAsync(id)).ProposedVerdict!;
        var edited = await desk.InScopeAsync(services =>
            services
                .GetRequiredService<ClaimEdits>()
                .EditVerdictAsync(
                    id,
                    new VerdictEdit
                    {
                        VerdictId = proposed.Id,
                        VerdictRevision = proposed.Revision,
                        Rating = proposed.Rating,
                        Rationale = rationale,
                    },
                    who,
                    CancellationToken.None
                )
        );
        Assert.True(edited.IsOk, edited.Refusal?.Message);
    }

    private static async Task RewordAsync(DeskApp desk, long id, Actor who, string wording)
    {
        var revision = (await desk.ClaimAsync(id)).Revision;
        var reworded = await desk.InScopeAsync(services =>
            services.GetRequiredService<ClaimEdits>().RewordAsync(id, wording, revision, who, CancellationToken.None)
        );
        Assert.True(reworded.IsOk, reworded.Refusal?.Message);
    }
}
