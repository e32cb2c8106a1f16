using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Audit;

/// <summary>What happened to people's rights, passwords and sign-ins, told to administrators.</summary>
public sealed class IndexTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Tells_of_roles_passwords_failed_sign_ins_and_lockouts(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        await root.SubmitAsync(
            "/people",
            new()
            {
                ["Input.Name"] = "ada",
                ["Input.Password"] = DeskApp.Password,
                ["Input.Roles"] = Roles.Editor,
            }
        );
        await root.SubmitAsync("/people/ada", new() { ["roles"] = Roles.FactChecker }, button: "Set the roles");
        await root.SubmitAsync("/people/ada", new() { ["password"] = "a new one, long enough" }, button: "Set the password");
        using var ada = desk.Browser();
        await ada.SubmitAsync("/signin", new() { ["Input.Name"] = "ada", ["Input.Password"] = "a new one, long enough" });
        await ada.SubmitAsync(
            "/account",
            new() { ["Input.Current"] = "a new one, long enough", ["Input.New"] = "yet another, long enough" }
        );
        using var stranger = desk.Browser();
        for (var i = 0; i < 8; i++)
            await stranger.SubmitAsync("/signin", new() { ["Input.Name"] = "ada", ["Input.Password"] = "guessed wrong again" });
        await stranger.SubmitAsync("/signin", new() { ["Input.Name"] = "nobody", ["Input.Password"] = "guessed wrong again" });

        var page = await root.OpenAsync("/audit");

        foreach (
            var told in new[]
            {
                "add person by root",
                "set roles of ada: fact-checker by root",
                "reset password of ada by root",
                "change password by ada",
                "wrong password",
            }
        )
        {
            Assert.Contains(told, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("a role, role: editor (removed)", page.Text, StringComparison.Ordinal);
        Assert.Contains("a role, role: fact-checker", page.Text, StringComparison.Ordinal);
        // The reset and her own change, and nothing else that was done to her.
        Assert.Equal(2, page.Text.Split("password: changed").Length - 1);
        Assert.DoesNotContain("AQAAAA", page.Html.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", page.Html.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
        Assert.False(await desk.QueryAsync(db => db.AuditEntries.AnyAsync(e => e.Subject == "person/nobody")));
    }

    [Fact]
    public async Task Shows_only_people_page_by_page_and_only_to_administrators()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddListedClaimAsync("There were 12 ships.");
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var stranger = desk.Browser();
        for (var i = 0; i < Web.Pages.Audit.AuditModel.PageSize / 7 + 1; i++)
        {
            for (var guess = 0; guess < 7; guess++)
            {
                await stranger.SubmitAsync(
                    "/signin",
                    new() { ["Input.Name"] = "eve", ["Input.Password"] = "guessed wrong again" }
                );
                desk.Clock.Advance(TimeSpan.FromMinutes(1));
            }

            await stranger.SubmitAsync("/signin", new() { ["Input.Name"] = "eve", ["Input.Password"] = DeskApp.Password });
            await stranger.SubmitAsync("/", [], button: "Sign out");
        }

        var latest = await root.OpenAsync("/audit");
        var older = await root.OpenAsync(latest.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.DoesNotContain("There were 12 ships", latest.Text + older.Text, StringComparison.Ordinal);
        Assert.Contains("root: add person", older.Text, StringComparison.Ordinal);
        Assert.Contains("Not for your role", (await eve.OpenAsync("/audit")).Text, StringComparison.Ordinal);
    }
}
