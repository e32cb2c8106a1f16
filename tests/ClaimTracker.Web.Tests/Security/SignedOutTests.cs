using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Security;

public sealed class SignedOutTests
{
    [Fact]
    public async Task A_request_that_wants_JSON_is_told_and_not_led_to_the_sign_in_page()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var browser = desk.Browser();

        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"/desk/claims/{id}?handler=Draft", UriKind.Relative)
        );
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new FormUrlEncodedContent([new("taskId", "1"), new("fields[decision]", "Proposed")]);
        using var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(
            "signed-out",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal("/signin", (await browser.OpenAsync($"/desk/claims/{id}")).Address.AbsolutePath);
    }
}
