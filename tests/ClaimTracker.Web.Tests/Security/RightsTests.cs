using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Security;

/// <summary>
/// A role taken away or an account deactivated acts no more, however long its cookie lasts, and what was typed is still there.
/// </summary>
public sealed class RightsTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rejects_the_approval_of_an_editor_whose_role_was_taken_a_moment_ago(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "register");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        var page = await eve.SubmitAsync("/desk", [], button: "Next task");
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetRolesAsync("eve", [Roles.Reader], CancellationToken.None)
        );

        var refused = await eve.SubmitAsync(
            page,
            new() { ["fields[decision]"] = "Approve", ["fields[Approve:reason]"] = "Both counts agree." },
            button: "Decide"
        );

        Assert.Contains("does not hold", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Both counts agree.", refused.Html.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rejects_what_a_deactivated_person_sends_and_shows_it_again(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetActiveAsync("ada", false, CancellationToken.None)
        );

        var refused = await ada.SubmitAsync(
            page,
            new()
            {
                ["Evidence.Source"] = "The harbour office",
                ["Evidence.Quote"] = "Twelve ships came in.",
                ["Evidence.Group"] = "harbour",
                ["Evidence.Stance"] = "Supports",
            },
            button: "Add evidence"
        );
        var reworded = await ada.SubmitAsync(page, new() { ["wording"] = "There were 13 ships." }, button: "Fix it");

        Assert.Contains("was deactivated", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Twelve ships came in.", refused.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim());
        Assert.Contains(
            "There were 13 ships.",
            reworded.Html.QuerySelector("textarea[name='wording']")!.TextContent,
            StringComparison.Ordinal
        );
        var claim = await desk.ClaimAsync(id);
        Assert.Empty(claim.Evidence);
        Assert.Equal("There were 12 ships.", claim.Wording);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Shows_what_was_typed_to_whom_the_role_was_taken_long_ago_and_sends_it_once_it_is_given_back(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        await SetRoleAsync(Roles.Reader);

        var signedOut = await ada.SubmitAsync(
            page,
            new()
            {
                ["Evidence.Source"] = "The harbour office",
                ["Evidence.Quote"] = "Twelve ships came in.",
                ["Evidence.Group"] = "harbour",
                ["Evidence.Stance"] = "Supports",
            },
            button: "Add evidence"
        );
        var refused = await SendAsync(signedOut);

        Assert.Equal(403, refused.Status);
        Assert.Contains("None of it is sent.", refused.Text, StringComparison.Ordinal);
        Assert.Contains(refused.Html.QuerySelectorAll("dd"), text => text.TextContent == "Twelve ships came in.");
        Assert.Empty((await desk.ClaimAsync(id)).Evidence);

        await SetRoleAsync(Roles.FactChecker);
        var sent = await SendAsync(await ada.SubmitAsync(refused, [], form: "main form", button: "Send it again"));
        Assert.Contains("Evidence added.", sent.Text, StringComparison.Ordinal);
        Assert.Equal("Twelve ships came in.", (await desk.ClaimAsync(id)).Evidence.Single().Quote);

        // Whoever is given other roles has to sign in again within minutes.
        async Task SetRoleAsync(string role)
        {
            await desk.InScopeAsync(services =>
                services.GetRequiredService<PersonRegister>().SetRolesAsync("ada", [role], CancellationToken.None)
            );
            desk.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        async Task<DeskPage> SendAsync(DeskPage asked)
        {
            var offered = await ada.SubmitAsync(
                asked,
                new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password },
                button: "Sign in"
            );
            return await ada.SubmitAsync(offered, [], form: "main form", button: "Send it now");
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_administrator_who_is_one_no_more_adds_nobody(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("chief", Roles.Administrator);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        var page = await root.OpenAsync("/people");
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetRolesAsync("root", [Roles.Reader], CancellationToken.None)
        );

        var refused = await root.SubmitAsync(page, new() { ["Input.Name"] = "mallory", ["Input.Password"] = DeskApp.Password });

        Assert.Contains("does not hold any more", refused.Text, StringComparison.Ordinal);
        Assert.False(await desk.QueryAsync(db => db.Users.AnyAsync(p => p.UserName == "mallory")));
    }
}
