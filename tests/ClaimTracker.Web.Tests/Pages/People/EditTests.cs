using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.People;

public sealed class EditTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Changes_the_roles_but_not_the_last_administrators(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        await desk.AddPersonAsync("ada", Roles.FactChecker);

        var ada = await root.SubmitAsync("/people/ada", new() { ["roles"] = Roles.Editor }, button: "Set the roles");
        var last = await root.SubmitAsync("/people/root", new() { ["roles"] = Roles.Editor }, button: "Set the roles");

        Assert.Contains("ada now holds: editor", ada.Text, StringComparison.Ordinal);
        Assert.Contains("root is the last administrator", last.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Resets_a_forgotten_password(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        await desk.AddPersonAsync("ada", Roles.FactChecker);

        var weak = await root.SubmitAsync("/people/ada", new() { ["password"] = "short" }, button: "Set the password");
        await root.SubmitAsync("/people/ada", new() { ["password"] = "a new one, long enough" }, button: "Set the password");
        using var ada = desk.Browser();
        var signedIn = await ada.SubmitAsync(
            "/signin",
            new() { ["Input.Name"] = "ada", ["Input.Password"] = "a new one, long enough" }
        );

        Assert.Contains("at least 12 characters", weak.Text, StringComparison.Ordinal);
        Assert.Equal("/desk", signedIn.Address.AbsolutePath);
    }
}
