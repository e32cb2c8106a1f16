using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>Taking a verdict off at once, and deciding what becomes of it.</summary>
public sealed class SuspensionTests
{
    private const string Wording = "The port handles 90 ships a week.";
    private const string Why = "A lawyer called.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_editor_suspends_and_another_is_asked_within_a_day(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync(Wording, "true");
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        Assert.DoesNotContain("Suspend it", (await ben.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);

        var unsaid = await eve.SubmitAsync($"/desk/claims/{id}", new() { ["suspendWhy"] = "" }, button: "Suspend it now");
        Assert.Contains("Say why it is suspended", unsaid.Text, StringComparison.Ordinal);
        var own = await SuspendAsync(eve, id);

        Assert.Contains("Suspended by eve", own.Text, StringComparison.Ordinal);
        Assert.Contains(Why, own.Text, StringComparison.Ordinal);
        Assert.Contains("you suspended it: another editor decides what becomes of it", own.Text, StringComparison.Ordinal);
        var task = await desk.QueryAsync(db =>
            db.Tasks.AsNoTracking().SingleAsync(t => t.Purpose == TaskPurpose.DecideSuspension)
        );
        Assert.Equal((null, Roles.Editor), (task.ReviewId, task.Role));
        Assert.Equal(task.OpenedAt.AddDays(1), task.DueAt);
        Assert.Contains("eve suspended the verdict of", (await eli.OpenAsync("/desk")).Text, StringComparison.Ordinal);

        await eli.SubmitAsync("/desk", [], button: "Next task");
        var restored = await eli.SubmitAsync($"/desk/claims/{id}", [], button: "Give it back to readers");

        Assert.Contains("nothing was verified by that", restored.Text, StringComparison.Ordinal);
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
        Assert.Contains(
            "eli has given back to readers the verdict",
            (await eve.OpenAsync("/desk")).Text,
            StringComparison.Ordinal
        );
        var history = await eli.OpenAsync($"/desk/claims/{id}/history");
        Assert.Contains("a suspension", history.Text, StringComparison.Ordinal);
        Assert.Contains("its texts can be read again", history.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Verdict suspended: what it says was withheld at once, until",
            (await eli.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_is_no_editor_any_more_suspends_nothing_from_a_page_opened_before(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync(Wording, "true");
        using var eve = await desk.SignInAsync("eve", Roles.Editor, Roles.FactChecker);
        var page = await eve.OpenAsync($"/desk/claims/{id}");
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetRolesAsync("eve", [Roles.FactChecker], CancellationToken.None)
        );

        var refused = await eve.SubmitAsync(page, new() { ["suspendWhy"] = Why }, button: "Suspend it now");

        Assert.Contains("This is for the role editor", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_recheck_under_way_goes_on_and_says_so_and_its_end_lifts_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync(Wording, "true");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "90 became 70.", stands: true);

        var suspended = await SuspendAsync(eve, id);
        Assert.Contains("The re-check under way goes on", suspended.Text, StringComparison.Ordinal);
        Assert.Contains(
            "The claim is being checked again meanwhile.",
            (await desk.Browser().OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        var findings = (await desk.ClaimAsync(id)).OpenFindings.Select(f => f.Id);
        var read = new System.Text.Json.Nodes.JsonObject { ["findings"] = string.Join(',', findings) };
        await desk.MustDecideAsync(id, Deciding.Ben, "StillHolds", read);
        await desk.MustDecideAsync(id, Deciding.Eli, "Confirm", read);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Publication.Suspended, false), (claim.Publication, claim.UnderRecheck));
        Assert.Equal("eli", claim.LastVerifiedBy);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_new_version_by_others_ends_it_and_closes_the_task_and_the_old_text_stays_withheld(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync(Wording, "true");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var reader = desk.Browser();
        await SuspendAsync(eve, id);

        await desk.StartReviewAsync(id);
        await desk.AddEvidenceAsync(id, "registry");
        var proposal = new System.Text.Json.Nodes.JsonObject
        {
            ["rating"] = "false",
            ["rationale"] = "The registry counts 70.",
            ["changeKind"] = "Corrected",
            ["changeReason"] = "We had misread it.",
        };
        await desk.MustDecideAsync(id, Deciding.Ada, "Proposed", proposal);
        await desk.MustDecideAsync(id, Deciding.Eli, "Approve");

        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
        Assert.False(await desk.QueryAsync(db => db.Tasks.AnyAsync(t => t.Status == ReviewTaskStatus.Open)));
        var page = await reader.OpenAsync($"/claims/{id}");
        Assert.Contains("The registry counts 70.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read version 1 as it was", page.Text, StringComparison.Ordinal);
        Assert.Contains("What it says is withheld.", page.Text, StringComparison.Ordinal);
        Assert.Contains("a new version took its place", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_linked_a_claim_to_it_is_told_of_both(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync(Wording, "true");
        var repeats = await desk.AddClaimAsync("It handles 90 ships each week.");
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        await desk.ChangeClaimAsync(repeats, claim => claim.Accept(desk.Now));
        await ben.SubmitAsync($"/desk/claims/{repeats}", new() { ["otherId"] = $"{id}" }, button: "Link");

        await SuspendAsync(eve, id);
        Assert.Contains(
            "was suspended, and one claim is linked to it",
            (await ben.OpenAsync("/desk")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The verdict of that claim is suspended.",
            (await ben.OpenAsync($"/desk/claims/{repeats}")).Text,
            StringComparison.Ordinal
        );
        var late = await desk.AddListedClaimAsync("Ninety ships are handled weekly.");
        var refused = await ben.SubmitAsync($"/desk/claims/{late}", new() { ["otherId"] = $"{id}" }, button: "Link");
        Assert.Contains($"that of “{Wording}” is suspended", refused.Text, StringComparison.Ordinal);
        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
        await eli.SubmitAsync($"/desk/claims/{id}", [], button: "Give it back to readers");
        Assert.Contains(
            "is public again, and one claim is linked to it",
            (await ben.OpenAsync("/desk")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_brings_it_suspended_and_another_desk_is_asked_to_decide(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync(Wording, "true");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await SuspendAsync(eve, id);
        var export = (await desk.Database.RunAsync("export")).Out;

        await using var other = await DeskApp.StartAsync(kind);
        var imported = await other.Database.FeedAsync(export, "import", "--ndjson");

        Assert.Equal(0, imported.Code);
        var claim = await other.QueryAsync(db => db.Claims.Include(c => c.Suspensions).AsNoTracking().SingleAsync());
        Assert.Equal((Publication.Suspended, 1, "eve"), (claim.Publication, claim.WithheldThrough, claim.WithheldBy));
        Assert.Equal((Why, null), (claim.OpenSuspension!.Why, claim.OpenSuspension.EndedAt));
        var asked = await other.QueryAsync(db => db.Tasks.AsNoTracking().SingleAsync());
        Assert.Equal((TaskPurpose.DecideSuspension, ReviewTaskStatus.Open), (asked.Purpose, asked.Status));
        Assert.Contains($"\"why\":\"{Why}\"", (await other.Database.RunAsync("export")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await other.Database.RunAsync("verify")).Code);
    }

    private static Task<DeskPage> SuspendAsync(DeskBrowser editor, long id) =>
        editor.SubmitAsync($"/desk/claims/{id}", new() { ["suspendWhy"] = Why }, button: "Suspend it now");
}
