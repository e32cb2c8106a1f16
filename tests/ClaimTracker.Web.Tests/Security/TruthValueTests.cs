using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Security;

public sealed class TruthValueTests
{
    [Fact]
    public async Task A_value_that_is_neither_true_nor_false_is_the_senders_mistake_on_every_form()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor);
        var claim = await desk.AddClaimAsync("Forty bridges were closed.");

        var evidence = await ada.SubmitAsync(
            $"/desk/claims/{claim}",
            new() { ["Evidence.Source"] = "A source", ["Evidence.QuotesUs"] = "perhaps" },
            button: "Add evidence"
        );
        Assert.Equal(400, evidence.Status);
        Assert.Contains("That form cannot be read", evidence.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.QueryAsync(db => db.Set<Evidence>().CountAsync()));

        using var reader = desk.Browser();
        Assert.Equal(
            400,
            (
                await reader.SubmitAsync(
                    "/signin",
                    new()
                    {
                        ["Input.Name"] = "ada",
                        ["Input.Password"] = "x",
                        ["Input.Remember"] = "2",
                    }
                )
            ).Status
        );
        Assert.Equal(400, (await ada.OpenAsync("/desk/rechecks?Persons=2")).Status);
    }

    [Fact]
    public async Task Boxes_are_read_as_browsers_send_them()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var claim = await desk.AddClaimAsync("Forty bridges were closed.");
        var fields = new Dictionary<string, string>
        {
            ["Evidence.Source"] = "A source",
            ["Evidence.Quote"] = "Forty bridges",
            ["Evidence.Group"] = "one",
            ["Evidence.Stance"] = "Supports",
            ["Evidence.QuotesUs"] = "true",
        };
        await ada.SubmitAsync($"/desk/claims/{claim}", fields, button: "Add evidence");
        Assert.True((await desk.QueryAsync(db => db.Set<Evidence>().SingleAsync())).QuotesUs);
    }
}
