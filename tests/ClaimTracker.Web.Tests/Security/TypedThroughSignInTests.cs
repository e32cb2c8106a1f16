using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Startup;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Security;

/// <summary>
/// Without a script: what is sent when nobody is signed in any more is carried through the sign-in, and offered to its writer.
/// </summary>
public sealed class TypedThroughSignInTests
{
    private const string Passage = "Twelve ships\nlay at <anchor> & more.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task It_is_offered_to_the_same_person_and_sent_by_a_press_alone(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        SignOut(desk, ada);

        var asked = await ada.SubmitAsync(page, Fields, button: "Add evidence");
        Assert.Contains("You were signed out before this was sent", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lay at", asked.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(0, await StoredAsync(desk));
        var mistyped = await ada.SubmitAsync(
            asked,
            new() { ["Input.Name"] = "ada", ["Input.Password"] = "wrong horse" },
            button: "Sign in"
        );
        Assert.Contains("do not match", mistyped.Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        var offered = await ada.SubmitAsync(
            mistyped,
            new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password },
            button: "Sign in"
        );

        Assert.Contains("none of it is sent or saved yet", offered.Text, StringComparison.Ordinal);
        Assert.Contains(offered.Html.QuerySelectorAll("dd"), text => text.TextContent == Passage);
        Assert.DoesNotContain("offered(", offered.Html.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("There were 12 ships.", offered.Html.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await StoredAsync(desk));

        var sent = await ada.SubmitAsync(offered, [], form: "main form", button: "Send it now");
        Assert.Contains("Evidence added.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(Passage, (await desk.ClaimAsync(id)).Evidence.Single().Quote.ReplaceLineEndings("\n"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Another_person_is_not_shown_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        await desk.AddPersonAsync("eve", Roles.Editor);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        SignOut(desk, ada);

        var asked = await ada.SubmitAsync(page, Fields, button: "Add evidence");
        var other = await ada.SubmitAsync(
            asked,
            new() { ["Input.Name"] = "eve", ["Input.Password"] = DeskApp.Password },
            button: "Sign in"
        );

        Assert.Contains("typed by somebody else", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lay at", other.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty((await desk.ClaimAsync(id)).Evidence);

        // A sign-in by mistake costs the writer nothing.
        var offered = await ada.SubmitAsync(
            other,
            new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password },
            button: "Sign in"
        );
        Assert.Contains(offered.Html.QuerySelectorAll("dd"), text => text.TextContent == Passage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_has_signed_in_in_another_tab_meanwhile_loses_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        SignOut(desk, ada);
        var asked = await ada.SubmitAsync(page, Fields, button: "Add evidence");
        await ada.SubmitAsync("/signin", SignIn, button: "Sign in");

        var late = await ada.SubmitAsync(asked, SignIn, button: "Sign in");
        Assert.Contains("This page was out of date", late.Text, StringComparison.Ordinal);
        var offered = await ada.SubmitAsync(late, SignIn, button: "Sign in");

        Assert.Contains(offered.Html.QuerySelectorAll("dd"), text => text.TextContent == Passage);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Roles.Editor)]
    [InlineData(DatabaseKind.Sqlite, Roles.Reader)]
    [InlineData(DatabaseKind.Postgres, Roles.Editor)]
    public async Task Where_another_person_has_signed_in_meanwhile_the_writer_gets_it_back_and_nobody_else(
        DatabaseKind kind,
        string role
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        await desk.AddPersonAsync("eve", role);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        SignOut(desk, ada);
        await ada.SubmitAsync(
            "/signin",
            new() { ["Input.Name"] = "eve", ["Input.Password"] = DeskApp.Password },
            button: "Sign in"
        );

        var asked = await ada.SubmitAsync(page, Fields, button: "Add evidence");
        Assert.Contains(
            "You are signed in as eve, and this was typed by somebody who was signed in before",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("lay at", asked.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty((await desk.ClaimAsync(id)).Evidence);
        var offered = await ada.SubmitAsync(asked, SignIn, button: "Sign in");

        Assert.Contains(offered.Html.QuerySelectorAll("dd"), text => text.TextContent == Passage);
    }

    [Fact]
    public async Task A_page_of_another_site_signs_nobody_in()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var browser = desk.Browser();
        using var forged = new FormUrlEncodedContent([new("Input.Name", "ada"), new("Input.Password", DeskApp.Password)]);
        using var answer = await browser.Http.PostAsync(
            new Uri("/signin", UriKind.Relative),
            forged,
            TestContext.Current.CancellationToken
        );

        Assert.Contains("This page was out of date", (await DeskBrowser.ReadAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Contains("/signin", (await browser.OpenAsync("/desk")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin", "application/json", "{}")]
    [InlineData("/signin/typed?to=/desk", "application/json", "{}")]
    public async Task What_is_no_form_is_the_senders_mistake(string address, string type, string body)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var browser = desk.Browser();
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var answer = await browser.Http.PostAsync(
            new Uri(address, UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_long_text_in_another_script_comes_through()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync("/desk/intake");
        SignOut(desk, ada);
        var text = new string('ж', 400_000);

        var asked = await ada.SubmitAsync(page, new() { ["Input.Text"] = text });
        var offered = await ada.SubmitAsync(asked, SignIn, button: "Sign in");

        Assert.Contains(offered.Html.QuerySelectorAll("dd"), one => one.TextContent == text);
        Assert.Contains(offered.Html.QuerySelectorAll("form"), form => form.GetAttribute("enctype") == "multipart/form-data");
        Assert.Contains(asked.Html.QuerySelectorAll("form"), form => form.GetAttribute("enctype") == "multipart/form-data");
    }

    [Fact]
    public async Task A_form_that_was_given_to_nobody_here_is_not_offered()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var browser = desk.Browser();

        // As a page of another site sends it: without a token of ours.
        using var forged = new FormUrlEncodedContent([new("Evidence.Quote", "Forged."), new("wording", "Forged.")]);
        using var answer = await browser.Http.PostAsync(
            new Uri($"/desk/claims/{id}?handler=Evidence", UriKind.Relative),
            forged,
            TestContext.Current.CancellationToken
        );
        var asked = await DeskBrowser.ReadAsync(answer);
        var signedIn = await browser.SubmitAsync(
            asked,
            new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password },
            button: "Sign in"
        );

        Assert.Contains("or nobody can tell any more by whom", signedIn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Forged.", signedIn.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_to_carry_is_said_and_nothing_leads_off_the_site()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        SignOut(desk, ada);

        var tooLong = await ada.SubmitAsync(
            page,
            new() { ["Evidence.Quote"] = new string('a', CarriesTypedAttribute.MostBytes) },
            button: "Save draft"
        );
        Assert.Contains("too long to be carried through the sign-in", tooLong.Text, StringComparison.Ordinal);

        using var elsewhere = new FormUrlEncodedContent([new("wording", "x")]);
        using var answer = await ada.Http.PostAsync(
            new Uri("/signin/typed?to=https%3A%2F%2Felsewhere.example%2F", UriKind.Relative),
            elsewhere,
            TestContext.Current.CancellationToken
        );
        Assert.Equal("/signin", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_file_is_not_carried_and_that_is_said()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync("/desk/intake");
        SignOut(desk, ada);
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(page.Html.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new StringContent("A headline"), "Input.Title" },
            { new StringContent("The bytes of the file."), "Input.File", "article.txt" },
        };
        using var answer = await ada.Http.PostAsync(
            new Uri("/desk/intake", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        var asked = await DeskBrowser.ReadAsync(answer);

        var offered = await ada.SubmitAsync(
            asked,
            new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password },
            button: "Sign in"
        );

        Assert.Contains("A headline", offered.Text, StringComparison.Ordinal);
        Assert.Contains("A file was sent with it", offered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The bytes of the file.",
            asked.Html.DocumentElement.OuterHtml + offered.Html.DocumentElement.OuterHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void No_page_with_a_password_carries_what_is_typed()
    {
        var carrying = typeof(WebServer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PageModel)) && type.IsDefined(typeof(CarriesTypedAttribute), false))
            .ToList();

        Assert.True(carrying.Count >= 3);
        Assert.True(
            TakesPassword(typeof(Web.Pages.Account.AccountModel)),
            "The guard does not see the page that changes a password."
        );
        Assert.DoesNotContain(carrying, TakesPassword);

        static bool TakesPassword(Type model) =>
            model
                .GetProperties()
                .Select(property => property.PropertyType)
                .Concat(
                    model
                        .GetMethods()
                        .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
                        .SelectMany(method => method.GetParameters())
                        .Select(parameter => parameter.ParameterType)
                )
                .SelectMany(type => type.GetProperties())
                .Any(field => field.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Password);
    }

    private static Dictionary<string, string> SignIn => new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password };

    private static Dictionary<string, string> Fields =>
        new()
        {
            ["Evidence.Source"] = "Harbour office",
            ["Evidence.Quote"] = Passage,
            ["Evidence.Stance"] = "Supports",
            ["Evidence.Group"] = "harbour",
        };

    // As when the sign-in has run out: its cookie is gone, the others are not.
    private static void SignOut(DeskApp desk, DeskBrowser browser)
    {
        foreach (Cookie cookie in browser.Cookies.GetCookies(desk.Address))
            cookie.Expired = cookie.Expired || cookie.Name == "claimtracker";
    }

    private static Task<int> StoredAsync(DeskApp desk) =>
        desk.QueryAsync(async db => await db.Drafts.CountAsync() + await db.Evidence.CountAsync());
}
