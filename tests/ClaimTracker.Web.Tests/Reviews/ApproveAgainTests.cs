using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>An approval that a change voided is asked for again, so that no review is left without a way on.</summary>
public sealed class ApproveAgainTests
{
    private const string Wording = "The flood killed 212 people.";
    private static readonly Actor Ella = new("ella", new HashSet<string> { Roles.Editor });

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_second_editor_waits_in_words_and_publishes_once_the_first_has_approved_again(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");

        var again = await AgainAsync(desk, id);
        Assert.Equal(
            (null, TaskPurpose.ApproveAgain, Roles.Editor, "eve"),
            (again.ReviewId, again.Purpose, again.Role, again.KeptForAt(desk.Now))
        );
        Assert.Contains(
            "You are asked to approve it again",
            Assert.Single(await NoticesAsync(desk, "user:eve")),
            StringComparison.Ordinal
        );
        var second = await StepAsync(desk, id);
        var early = await DecideAsync(desk, id, second.Id, Eli);
        Assert.Equal("approvals", early.Refusal?.Code);
        Assert.Contains("eve was asked to approve it again", early.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains(
            "it has 0, 1 with the one that is given now, and 1 that counts no more",
            early.Refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("kept", (await DecideAsync(desk, id, again.Id, Ella)).Refusal?.Code);
        Assert.Equal("wrong-role", (await DecideAsync(desk, id, again.Id, Ada)).Refusal?.Code);

        Assert.True((await DecideAsync(desk, id, again.Id, Eve)).IsOk);
        Assert.Equal(
            (second.Id, Publication.Unpublished),
            ((await StepAsync(desk, id)).Id, (await desk.ClaimAsync(id)).Publication)
        );
        Assert.True((await DecideAsync(desk, id, second.Id, Eli)).IsOk);
        var published = (await desk.ClaimAsync(id)).PublishedVerdict!;
        Assert.Equal(["eli", "eve"], published.ValidApprovers.Order());
        Assert.Empty(await OpenAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task It_approves_what_was_read_and_once_however_often_it_is_sent(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
        var again = await AgainAsync(desk, id);
        var seen = (await desk.ClaimAsync(id)).ProposalMark;
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A fourth register");

        Assert.Equal("changed-meanwhile", (await DecideAsync(desk, id, again.Id, Eve, seen: seen)).Refusal?.Code);
        Assert.Equal("changed-meanwhile", (await DecideAsync(desk, id, again.Id, Eve, seen: "")).Refusal?.Code);
        Assert.Equal(again.Id, (await AgainAsync(desk, id)).Id);
        Assert.False((await DecideAsync(desk, id, again.Id, Eve, key: "once")).Value!.Repeated);
        Assert.True((await DecideAsync(desk, id, again.Id, Eve, key: "once")).Value!.Repeated);
        Assert.Equal("task-decided", (await DecideAsync(desk, id, again.Id, Eve)).Refusal?.Code);
        Assert.Equal(["eve"], (await desk.ClaimAsync(id)).ProposedVerdict!.ValidApprovers);

        // Voided once more, it is asked for once more.
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A fifth register");
        var third = await AgainAsync(desk, id);
        Assert.NotEqual(again.Id, third.Id);
        Assert.True((await DecideAsync(desk, id, third.Id, Eve)).IsOk);
        Assert.True((await DecideAsync(desk, id, (await StepAsync(desk, id)).Id, Eli)).IsOk);
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Where_the_approver_became_an_author_another_of_the_role_approves(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Eve, "A third register");

        var again = await AgainAsync(desk, id);
        Assert.Null(again.KeptForAt(desk.Now));
        Assert.Equal(["ada", "eve"], again.Barred.Order());
        Assert.Contains(
            "Somebody else is asked",
            Assert.Single(await NoticesAsync(desk, Roles.Editor)),
            StringComparison.Ordinal
        );
        Assert.Equal("barred", (await DecideAsync(desk, id, again.Id, Eve)).Refusal?.Code);
        Assert.True((await DecideAsync(desk, id, again.Id, Ella)).IsOk);
        Assert.Equal("barred", (await DecideAsync(desk, id, (await StepAsync(desk, id)).Id, Ella)).Refusal?.Code);
        Assert.True((await DecideAsync(desk, id, (await StepAsync(desk, id)).Id, Eli)).IsOk);
        Assert.Equal(["eli", "ella"], (await desk.ClaimAsync(id)).PublishedVerdict!.ValidApprovers.Order());
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task After_a_day_or_once_the_approver_is_deactivated_it_is_for_all_of_the_role(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
        var again = await AgainAsync(desk, id);
        Assert.Equal(again.Id, (await NextAsync(desk, Eve))?.TaskId);
        await desk.InScopeAsync(services => services.GetRequiredService<TaskLeases>().ReleaseAsync(again.Id, Eli, default));

        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await AgainAsync(desk, id)).KeptForAt(desk.Now));
        Assert.True((await DecideAsync(desk, id, again.Id, Ella)).IsOk);

        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A fourth register");
        Assert.Equal("ella", (await AgainAsync(desk, id)).HeldFor);
        await desk.InScopeAsync(services => services.GetRequiredService<PersonRegister>().SetActiveAsync("ella", false, default));
        var free = await AgainAsync(desk, id);
        Assert.Null(free.HeldFor);
        Assert.True((await DecideAsync(desk, id, free.Id, Eve)).IsOk);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Sending_back_or_cancelling_closes_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
        var again = await AgainAsync(desk, id);
        var back = await desk.DecideTaskAsync((await StepAsync(desk, id)).Id, Eli, "RequestChanges", Reason("Count anew."));
        Assert.True(back.IsOk, back.Refusal?.Message);

        Assert.Equal("research", Assert.Single(await OpenAsync(desk, id)).ActivityId);
        Assert.Equal("task-closed", (await DecideAsync(desk, id, again.Id, Eve)).Refusal?.Code);

        var other = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(other, Ada, "A third register");
        await AgainAsync(desk, other);
        var review = await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == other).Select(r => r.Id).SingleAsync());
        await desk.WithEngineAsync(engine => engine.CancelAsync(review, "A mistake.", Eve, default));
        Assert.Empty(await OpenAsync(desk, other));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_review_past_its_approvals_that_waits_for_time_goes_on_by_itself(DatabaseKind kind)
    {
        using var folder = Embargoed();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        var id = await ApprovedUnderEmbargoAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "Hospitals");
        var again = await AgainAsync(desk, id);

        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.DoDueAsync<DeadlineJob>();
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
        Assert.True((await DecideAsync(desk, id, again.Id, Eve)).IsOk);
        await desk.DoDueAsync<DeadlineJob>();

        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
        Assert.Empty(await OpenAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Approvals_that_were_voided_without_a_task_are_named_and_asked_for_once_the_review_is_to_go_on(
        DatabaseKind kind
    )
    {
        using var folder = Embargoed();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        var id = await ApprovedUnderEmbargoAsync(desk);
        Assert.Empty(await FindingsAsync(desk));
        await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE approvals SET voided_at = '2026-01-01 00:00:00'"));
        Assert.Contains($"claim {id}: approvals of", Assert.Single(await FindingsAsync(desk)), StringComparison.Ordinal);

        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.DoDueAsync<DeadlineJob>();
        await desk.DoDueAsync<DeadlineJob>();
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.DoDueAsync<DeadlineJob>();
        var again = Assert.Single(await OpenAsync(desk, id));
        Assert.Equal((null, TaskPurpose.ApproveAgain, Roles.Editor), (again.ReviewId, again.Purpose, again.Role));
        Assert.Equal(["ada"], again.Barred);
        Assert.Single(
            await NoticesAsync(desk, Roles.Editor),
            words => words.Contains("waits for an approval", StringComparison.Ordinal)
        );
        Assert.Empty(await FindingsAsync(desk));
        Assert.True((await DecideAsync(desk, id, again.Id, Eve)).IsOk);
        await desk.DoDueAsync<DeadlineJob>();

        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
        Assert.Empty(await OpenAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_version_held_to_more_approvals_than_its_process_asks_for_gets_them_through_the_forms(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.MustDecideAsync(id, Eli, "Approve");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "A later count."));
        using var eve = await SignInAsync(desk, "eve");
        using var eli = await SignInAsync(desk, "eli");

        await eve.SubmitAsync("/desk", [], button: "Next task");
        var refused = await eve.SubmitAsync($"/desk/claims/{id}", Approving, button: "Decide");
        var twice = await eve.SubmitAsync(refused, Approving, button: "Decide");
        var again = await AgainAsync(desk, id);
        Assert.Equal(["ada"], again.Barred);
        Assert.Contains("Publishing needs 2 approvals", refused.Text, StringComparison.Ordinal);
        Assert.Contains("somebody with the role editor was asked to approve it again", twice.Text, StringComparison.Ordinal);
        Assert.Contains("waits for an approval", (await eli.OpenAsync("/desk")).Text, StringComparison.Ordinal);

        await eli.SubmitAsync("/desk", [], button: "Next task");
        var approved = await eli.SubmitAsync($"/desk/claims/{id}", Approving, button: "Decide");
        Assert.Contains("Decided: Approve.", approved.Text, StringComparison.Ordinal);
        Assert.Contains("need not wait for that any more", (await eve.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        await eve.SubmitAsync($"/desk/claims/{id}", Approving, button: "Decide");

        var published = (await desk.ClaimAsync(id)).PublishedVerdict!;
        Assert.Equal((2, "false"), (published.Version, published.Rating));
        Assert.Equal(["eli", "eve"], published.ValidApprovers.Order());
        Assert.Equal(2, published.RequiredApprovals);
        Assert.Empty(await OpenAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_asked_for_beyond_the_process_ends_with_the_proposal_and_bars_whoever_becomes_an_author(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.MustDecideAsync(id, Eli, "Approve");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "A later count."));
        Assert.Equal("approvals", (await DecideAsync(desk, id, (await StepAsync(desk, id)).Id, Eve)).Refusal?.Code);
        var again = await AgainAsync(desk, id);

        await desk.AddEvidenceByUseCaseAsync(id, Ella, "A third register");
        Assert.Equal(["ada", "ella"], (await AgainAsync(desk, id)).Barred.Order());
        await desk.DecideTaskAsync((await StepAsync(desk, id)).Id, Eve, "RequestChanges", Reason("Count anew."));

        Assert.Equal("research", Assert.Single(await OpenAsync(desk, id)).ActivityId);
        Assert.Equal("task-closed", (await DecideAsync(desk, id, again.Id, Eli)).Refusal?.Code);
    }

    private static readonly Dictionary<string, string> Approving = new() { ["fields[decision]"] = "Approve" };

    private static Task<List<string>> FindingsAsync(DeskApp desk) =>
        desk.QueryAsync(async db =>
        {
            List<string> findings = [];
            await foreach (var finding in ReviewCheck.RunAsync(db))
                findings.Add(finding);
            return findings;
        });

    // Approved, it waits for a day before it is public.
    private static WorkflowFolder Embargoed() =>
        new(
            (id, definition) =>
            {
                if (id != "standard-review")
                    return;
                var root = definition["root"]!;
                root["activities"]!
                    .AsArray()
                    .Add(
                        JsonNode.Parse(
                            """
                            {"id":"embargo","type":"Elsa.Delay","version":1,
                             "timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"1.00:00:00"}}}
                            """
                        )
                    );
                var approved = root["connections"]!.AsArray().Single(c => (string?)c!["source"]!["port"] == "Approve")!;
                approved["target"]!["activity"] = "embargo";
                root["connections"]!
                    .AsArray()
                    .Add(
                        JsonNode.Parse(
                            """{"source":{"activity":"embargo","port":"Done"},"target":{"activity":"publish","port":"In"}}"""
                        )
                    );
            }
        );

    private static async Task<long> ApprovedUnderEmbargoAsync(DeskApp desk)
    {
        await AddPeopleAsync(desk);
        var id = await desk.AddClaimAsync(Wording);
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        Assert.Empty(await OpenAsync(desk, id));
        return id;
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_vote_that_begins_anew_asks_for_nothing_besides(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await AddPeopleAsync(desk);
        var id = await desk.AddClaimAsync(Wording);
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.StartReviewAsync(id, "chamber");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "For");
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "Hospitals");

        Assert.Equal("vote#2", Assert.Single(await OpenAsync(desk, id)).Key);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_pages_list_it_say_what_waits_and_take_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ApprovedOnceAsync(desk);
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
        using var eve = await SignInAsync(desk, "eve");
        Assert.Contains("Approve again", (await eve.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        using var eli = await SignInAsync(desk, "eli");
        Assert.Contains(
            "Publishing waits for eve to approve it again",
            (await eli.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        await eve.SubmitAsync("/desk", [], button: "Next task");
        var page = await eve.OpenAsync($"/desk/claims/{id}");
        var decided = await eve.SubmitAsync(page, new() { ["fields[decision]"] = "Approve" }, button: "Decide");

        Assert.Contains("Decided: Approve.", decided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Publishing waits for", (await eli.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(["eve"], (await desk.ClaimAsync(id)).ProposedVerdict!.ValidApprovers);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_withdrawal_is_confirmed_by_a_task_while_a_review_runs_and_neither_waits_for_the_other(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await AddPeopleAsync(desk);
        var id = await desk.AddClaimAsync(Wording);
        await desk.AddEvidenceAsync(id, "hospitals");
        await desk.PublishAsync(id);
        await desk.StartReviewAsync(id, "recheck");
        var evidence = (await desk.ClaimAsync(id)).Evidence[0].Id;
        Assert.Equal(Withdrawal.AskedFor, (await AskWithdrawalAsync(desk, id, evidence)).Value);

        var asked = (await OpenAsync(desk, id)).Single(t => t.ReviewId is null);
        Assert.Equal(
            (TaskPurpose.ConfirmWithdrawal, evidence, Roles.Editor),
            (asked.Purpose, asked.SubjectId!.Value, asked.Role)
        );
        Assert.Equal(["ada"], asked.Barred);
        Assert.Equal("wrong-role", (await DecideAsync(desk, id, asked.Id, Ben, "Withdraw")).Refusal?.Code);
        Assert.True((await DecideAsync(desk, id, asked.Id, Eli, "KeepEvidence")).IsOk);
        Assert.Null((await desk.ClaimAsync(id)).Evidence.Single(e => e.Id == evidence).WithdrawnAt);
        Assert.Contains(await NoticesAsync(desk, "user:ben"), words => words.StartsWith("eli keeps", StringComparison.Ordinal));

        Assert.Equal(Withdrawal.AskedFor, (await AskWithdrawalAsync(desk, id, evidence)).Value);
        var second = (await OpenAsync(desk, id)).Single(t => t.ReviewId is null);
        Assert.True((await DecideAsync(desk, id, second.Id, Eli, "Withdraw")).IsOk);
        Assert.Equal("eli", (await desk.ClaimAsync(id)).Evidence.Single(e => e.Id == evidence).WithdrawnBy);
        Assert.Equal("look", Assert.Single(await OpenAsync(desk, id)).ActivityId);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_approved_is_shown_what_to_approve_again_though_the_next_round_would_be_rated_blind(
        DatabaseKind kind
    )
    {
        using var folder = new WorkflowFolder(Twice);
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        var id = await CrossCheckedAsync(desk);
        await desk.MustDecideAsync(id, Eve, "Approve");
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
        using var eve = await SignInAsync(desk, "eve");

        await eve.SubmitAsync("/desk", [], button: "Next task");
        var page = await eve.OpenAsync($"/desk/claims/{id}");
        Assert.Contains("Two counts that do not draw on each other agree.", page.Text, StringComparison.Ordinal);
        var decided = await eve.SubmitAsync(page, Approving, button: "Decide");

        Assert.Contains("Decided: Approve.", decided.Text, StringComparison.Ordinal);
        Assert.Equal(["eve"], (await desk.ClaimAsync(id)).ProposedVerdict!.ValidApprovers);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_may_still_rate_this_proposal_blind_is_not_offered_its_approval_and_reads_whom_it_waits_for(
        DatabaseKind kind
    )
    {
        using var folder = new WorkflowFolder(BlindLast);
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        await AddPeopleAsync(desk);
        var id = await desk.AddClaimAsync(Wording);
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.StartReviewAsync(id, "cross-check");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
        var again = await AgainAsync(desk, id);
        Assert.Equal("eve", again.KeptForAt(desk.Now));
        desk.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        using var ella = await SignInAsync(desk, "ella");
        var page = await ella.OpenAsync($"/desk/claims/{id}");
        var task = page.Html.QuerySelector($"#task-{again.Id}")!.TextContent;
        Assert.Contains("It waits for somebody else with the role editor", task, StringComparison.Ordinal);
        Assert.DoesNotContain("Take this task", task, StringComparison.Ordinal);
        Assert.Contains(
            "Not for you while you could still be asked to rate this claim",
            (await ella.OpenAsync("/desk")).Text,
            StringComparison.Ordinal
        );
        var taken = await desk.InScopeAsync(services =>
            services.GetRequiredService<TaskLeases>().TakeAsync(again.Id, Ella, default)
        );
        Assert.Equal("blind", taken.Refusal?.Code);
        using var eli = await SignInAsync(desk, "eli");
        var choices = (await eli.OpenAsync($"/desk/claims/{id}")).Html.QuerySelectorAll($"[name='to[{again.Id}]'] option");
        Assert.DoesNotContain("ella", choices.Select(option => option.TextContent.Trim()));
        var handed = await desk.InScopeAsync(services =>
            services.GetRequiredService<TaskLeases>().HandOverAsync(again.Id, "ella", Eve, default)
        );
        Assert.Equal("blind", handed.Refusal?.Code);
        Assert.Contains("cannot be handed to ella", handed.Refusal!.Message, StringComparison.Ordinal);
        Assert.NotEqual(again.Id, (await NextAsync(desk, Ella))?.TaskId);
        Assert.Equal("blind", (await DecideAsync(desk, id, again.Id, Ella)).Refusal?.Code);
    }

    [Fact]
    public async Task The_next_task_costs_no_more_reads_for_whom_many_approvals_are_hidden_from()
    {
        using var folder = new WorkflowFolder(BlindLast);
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Workflows:Folder", folder.Path);
        await AddPeopleAsync(desk);
        List<int> reads = [];
        for (var more = 0; more < 2; more++)
        {
            for (var number = 0; number < 10; number++)
            {
                var id = await desk.AddClaimAsync($"The flood killed {200 + 10 * more + number} people.");
                await desk.AddEvidenceAsync(id, "ministry");
                await desk.StartReviewAsync(id, "cross-check");
                await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
                await desk.MustDecideAsync(id, Eve, "Approve");
                await desk.AddEvidenceByUseCaseAsync(id, Ada, "A third register");
            }

            desk.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
            await desk.QueryAsync(db =>
                db.Tasks.Where(t => t.ReviewId != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, ReviewTaskStatus.Closed))
            );
            using var statements = new Statements(desk.ConnectionString);
            Assert.Null(await NextAsync(desk, Ella));
            reads.Add(statements.Heard.Count);
        }

        Assert.Equal(reads[0], reads[1]);
    }

    // Another editor approves after the first, and the second may send it back.
    private static void Twice(string name, JsonNode definition)
    {
        if (name != "cross-check")
            return;
        var root = definition["root"]!;
        var review = root["activities"]!.AsArray().Single(a => (string?)a!["id"] == "review")!;
        var second = review.DeepClone();
        second["id"] = "second-review";
        second["barred"] = JsonNode.Parse(
            """{"typeName":"Object","expression":{"type":"Object","value":"[\"proposer\", \"approver\"]"}}"""
        );
        root["activities"]!.AsArray().Add(second);
        var connections = root["connections"]!.AsArray();
        foreach (var port in connections.Where(c => (string?)c!["source"]!["activity"] == "review").ToList())
        {
            var copy = port!.DeepClone();
            copy["source"]!["activity"] = "second-review";
            connections.Add(copy);
            if ((string?)port["source"]!["port"] == "Approve")
                port["target"]!["activity"] = "second-review";
        }
    }

    // The blind rating comes after the approval, by whoever did not propose.
    private static void BlindLast(string name, JsonNode definition)
    {
        if (name != "cross-check")
            return;
        var root = definition["root"]!;
        var second = root["activities"]!.AsArray().Single(a => (string?)a!["id"] == "second")!;
        second["role"]!["expression"]!["value"] = Roles.Editor;
        second["barred"]!["expression"]!["value"] = """["proposer", "decided:review"]""";
        Lead(root, "peer-stage", "Done", "editor-stage");
        Lead(root, "review", "Approve", "second");
        Lead(root, "same", "True", "publish");
    }

    private static void Lead(JsonNode root, string from, string port, string to)
    {
        var found = root["connections"]!
            .AsArray()
            .Single(c => (string?)c!["source"]!["activity"] == from && (string?)c["source"]!["port"] == port);
        found!["target"]!["activity"] = to;
    }

    private static async Task<long> CrossCheckedAsync(DeskApp desk)
    {
        await AddPeopleAsync(desk);
        var id = await desk.AddClaimAsync(Wording);
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.AddEvidenceAsync(id, "hospitals");
        await desk.StartReviewAsync(id, "cross-check");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Ben, "Proposed", Verdict());
        return id;
    }

    private static async Task AddPeopleAsync(DeskApp desk)
    {
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        foreach (var editor in new[] { "eve", "eli", "ella" })
            await desk.AddPersonAsync(editor, Roles.Editor);
    }

    // Two approvals are needed, and eve has given the first.
    private static async Task<long> ApprovedOnceAsync(DeskApp desk)
    {
        if (!await desk.QueryAsync(db => db.Users.AnyAsync()))
            await AddPeopleAsync(desk);
        var id = await desk.AddClaimAsync(Wording, "casualty-figure");
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.AddEvidenceAsync(id, "hospitals");
        await desk.StartReviewAsync(id, "casualty-figure");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        return id;
    }

    private static Task<List<ReviewTask>> OpenAsync(DeskApp desk, long id) =>
        desk.QueryAsync(db =>
            db.Tasks.AsNoTracking()
                .Where(t => t.ClaimId == id && t.Status == ReviewTaskStatus.Open)
                .OrderBy(t => t.Id)
                .ToListAsync()
        );

    private static async Task<ReviewTask> AgainAsync(DeskApp desk, long id) =>
        (await OpenAsync(desk, id)).Single(t => t.ReviewId is null);

    private static async Task<ReviewTask> StepAsync(DeskApp desk, long id) =>
        (await OpenAsync(desk, id)).Single(t => t.ReviewId is not null);

    private static async Task<Result<DecisionReceipt>> DecideAsync(
        DeskApp desk,
        long claim,
        long task,
        Actor who,
        string decision = "Approve",
        string? key = null,
        string? seen = null
    )
    {
        seen ??= (await desk.ClaimAsync(claim)).ProposalMark;
        return await desk.InScopeAsync(services =>
            services
                .GetRequiredService<TaskDecider>()
                .DecideAsync(
                    claim,
                    task,
                    key ?? Guid.NewGuid().ToString(),
                    new ShownTo(seen, null),
                    new TaskFields(new Dictionary<string, string?> { ["decision"] = decision }),
                    who,
                    default
                )
        );
    }

    private static Task<Result<Withdrawal>> AskWithdrawalAsync(DeskApp desk, long claim, long evidence) =>
        desk.InScopeAsync(services =>
            services.GetRequiredService<ClaimEdits>().WithdrawEvidenceAsync(claim, evidence, "It was forged.", Ben, default)
        );

    private static Task<List<string>> NoticesAsync(DeskApp desk, string to) =>
        desk.QueryAsync(db => db.Notices.Where(n => n.Role == to).OrderBy(n => n.Id).Select(n => n.Message).ToListAsync());

    private static async Task<GivenTask?> NextAsync(DeskApp desk, Actor who) =>
        (await desk.InScopeAsync(services => services.GetRequiredService<NextTask>().TakeAsync(who, null, default))).Value;

    private static async Task<DeskBrowser> SignInAsync(DeskApp desk, string name)
    {
        var browser = desk.Browser();
        await browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = DeskApp.Password });
        return browser;
    }
}
