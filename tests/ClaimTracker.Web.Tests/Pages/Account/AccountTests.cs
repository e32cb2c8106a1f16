using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Account;

public sealed class AccountTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Changes_ones_own_password_for_whoever_knows_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var wrong = await ada.SubmitAsync(
            "/account",
            new() { ["Input.Current"] = "guessed", ["Input.New"] = "a new one, long enough" }
        );
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        var changed = await ada.SubmitAsync(
            "/account",
            new() { ["Input.Current"] = DeskApp.Password, ["Input.New"] = "a new one, long enough" }
        );

        Assert.Contains("That is not your password.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("The password is changed.", changed.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await ada.OpenAsync("/desk")).Status);
    }
}
