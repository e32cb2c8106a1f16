using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages;

public sealed class SetupTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Makes_the_first_administrator_and_is_gone_afterwards(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var browser = desk.Browser();

        var first = await browser.OpenAsync("/");
        Assert.Equal("/setup", first.Address.AbsolutePath);

        var refused = await browser.SubmitAsync("/setup", new() { ["Input.Name"] = "ada", ["Input.Password"] = "short" });
        Assert.Contains("at least 12 characters", refused.Text, StringComparison.Ordinal);
        Assert.Equal("ada", refused.Html.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));

        var people = await browser.SubmitAsync("/setup", new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password });
        Assert.Equal("/people", people.Address.AbsolutePath);
        Assert.Equal(404, (await browser.OpenAsync("/setup")).Status);
    }
}
