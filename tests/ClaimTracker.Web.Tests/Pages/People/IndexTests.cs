using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.People;

public sealed class IndexTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_administrator_adds_people_who_can_then_sign_in(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);

        var refused = await admin.SubmitAsync(
            "/people",
            new()
            {
                ["Input.Name"] = "ada",
                ["Input.Password"] = "short",
                ["Input.Roles"] = Roles.Editor,
            }
        );
        Assert.Contains("at least 12 characters", refused.Text, StringComparison.Ordinal);
        Assert.Equal("ada", refused.Html.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        var added = await admin.SubmitAsync(
            "/people",
            new()
            {
                ["Input.Name"] = "ada",
                ["Input.Password"] = DeskApp.Password,
                ["Input.Roles"] = Roles.Editor,
            }
        );
        Assert.Contains("ada can sign in now.", added.Text, StringComparison.Ordinal);

        using var ada = desk.Browser();
        await ada.SubmitAsync("/signin", new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password });
        Assert.Contains("Not for your role", (await ada.OpenAsync("/people")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_last_administrator_stays(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);

        var kept = await admin.SubmitAsync("/people/root", [], form: "form[action*='handler=Active']", button: "Deactivate");

        Assert.Contains("root is the last administrator", kept.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("юля", "letters from a to z")]
    [InlineData("machine", "where no person acted")]
    [InlineData("system", "where no person acted")]
    [InlineData("Anonym0us", "where no person acted")]
    [InlineData("system.import", "where no person acted")]
    [InlineData("ada lovelace", "letters from a to z")]
    public async Task A_name_that_would_mislead_in_a_trail_is_refused(string name, string because)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var root = await desk.SignInAsync("root", Roles.Administrator);

        var refused = await root.SubmitAsync("/people", new() { ["Input.Name"] = name, ["Input.Password"] = DeskApp.Password });

        Assert.Contains(because, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivated_person_cannot_sign_in()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        await desk.AddPersonAsync("bob", Roles.FactChecker);
        await admin.SubmitAsync("/people/bob", [], form: "form[action*='handler=Active']", button: "Deactivate");

        using var bob = desk.Browser();
        var refused = await bob.SubmitAsync("/signin", new() { ["Input.Name"] = "bob", ["Input.Password"] = DeskApp.Password });

        Assert.Contains(
            "User name and password do not match, or there were too many tries",
            refused.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_workflows_page_lists_definitions_and_what_they_are_for()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);

        var page = await admin.OpenAsync("/workflows");

        Assert.Contains("every other kind", page.Text, StringComparison.Ordinal);
        Assert.Contains("casualty-figure", page.Text, StringComparison.Ordinal);
    }
}
