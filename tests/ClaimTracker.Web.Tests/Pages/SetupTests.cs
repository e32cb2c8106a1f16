using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages;

public sealed class SetupTests
{
    private static readonly Uri Page = new("/setup", UriKind.Relative);

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

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_does_not_sit_at_the_machine_is_asked_for_what_the_server_has_printed(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        var code = await other.InScopeAsync(services =>
            services.GetRequiredService<FirstRunCodes>().MakeAsync(CancellationToken.None)
        );
        foreach (
            var (header, value) in new[]
            {
                ("Host", "checks.example.org"),
                ("Host", "localhost.evil.example"),
                ("X-Forwarded-For", "203.0.113.7"),
                ("Forwarded", "for=203.0.113.7"),
                ("Via", "1.1 proxy"),
            }
        )
        {
            using var client = new HttpClient { BaseAddress = desk.Address };
            client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
            var asked = await client.GetStringAsync(Page, TestContext.Current.CancellationToken);
            Assert.Contains("Input.Code", asked, StringComparison.Ordinal);
            foreach (var wrong in new[] { "", "abcde-abcde-abcde-abcde" })
            {
                Assert.Contains("not a code that a server", await PostAsync(client, asked, wrong), StringComparison.Ordinal);
                Assert.False(await desk.QueryAsync(db => db.Users.AnyAsync()));
            }
        }

        Assert.Equal(2, await desk.QueryAsync(db => db.FirstRunCodes.CountAsync()));
        using var far = new HttpClient { BaseAddress = desk.Address };
        far.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        var form = await far.GetStringAsync(Page, TestContext.Current.CancellationToken);
        await PostAsync(far, form, code!.ToUpperInvariant().Replace('-', ' '));

        Assert.Equal("ada", await desk.QueryAsync(db => db.Users.Select(p => p.UserName).SingleAsync()));
        Assert.False(await desk.QueryAsync(db => db.FirstRunCodes.AnyAsync()));
        Assert.Null(await other.InScopeAsync(s => s.GetRequiredService<FirstRunCodes>().MakeAsync(CancellationToken.None)));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Whoever_sits_at_the_machine_is_not(string host)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var client = new HttpClient { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Host = $"{host}:{desk.Address.Port}";
        Assert.DoesNotContain(
            "Input.Code",
            await client.GetStringAsync(Page, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_comes_past_a_proxy_that_says_nothing_is_asked_where_the_desk_is_said_to_be_elsewhere()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:PublicUrl", "https://checks.example.org");
        using var client = new HttpClient { BaseAddress = desk.Address };
        client.DefaultRequestHeaders.Host = $"localhost:{desk.Address.Port}";
        var asked = await client.GetStringAsync(Page, TestContext.Current.CancellationToken);
        Assert.Contains("Input.Code", asked, StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(HttpClient client, string page, string code)
    {
        var token = System
            .Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken[^>]*value=\"([^\"]+)\"")
            .Groups[1]
            .Value;
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Input.Name"] = "ada",
                ["Input.Password"] = DeskApp.Password,
                ["Input.Code"] = code,
                ["__RequestVerificationToken"] = token,
            }
        );
        using var answer = await client.PostAsync(Page, content);
        return await answer.Content.ReadAsStringAsync();
    }
}
