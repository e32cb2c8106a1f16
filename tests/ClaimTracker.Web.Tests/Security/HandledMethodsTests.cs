using System.Net;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Security;

public sealed class HandledMethodsTests
{
    [Theory]
    [InlineData("TRACE", "/claims/{0}")]
    [InlineData("TRACE", "/desk/claims/{0}")]
    [InlineData("POST", "/claims/{0}")]
    [InlineData("POST", "/desk/claims/{0}?handler=Nothing")]
    public async Task A_request_that_a_page_has_no_handler_for_is_the_senders_mistake(string method, string path)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.PublishAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var token = (await ada.OpenAsync("/desk/intake"))
            .Html.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var address = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id), UriKind.Relative);

        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await ada.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
