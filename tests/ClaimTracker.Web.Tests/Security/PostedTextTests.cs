using AngleSharp.Html.Dom;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Security;

public sealed class PostedTextTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_character_0_in_any_field_of_any_form_is_no_error_of_ours(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor, Roles.Administrator);
        var triaged = await desk.AddClaimAsync("Forty bridges were closed.");
        var reviewed = await desk.AddClaimAsync("Fifty bridges were closed.");
        await ada.SubmitAsync($"/desk/triage?claim={reviewed}", [], button: "Accept");
        string[] pages =
        [
            "/",
            "/signin",
            "/desk",
            "/desk/intake",
            "/desk/triage",
            "/desk/rechecks",
            "/desk/rechecks/calendar",
            "/desk/rechecks/sites",
            "/people",
            "/outlets",
            "/workflows",
            "/account/password",
            $"/desk/claims/{triaged}",
            $"/desk/claims/{reviewed}",
        ];
        var sent = 0;
        foreach (var address in pages)
        {
            var forms = (await ada.OpenAsync(address)).Html.QuerySelectorAll("main form").OfType<IHtmlFormElement>().ToList();
            for (var number = 0; number < forms.Count; number++)
            {
                var typed = forms[number]
                    .QuerySelectorAll(
                        "input[name]:not([type]), input[type=text][name], input[type=search][name], input[type=url][name], textarea[name]"
                    )
                    .Select(field => field.GetAttribute("name")!)
                    .Distinct()
                    .ToDictionary(name => name, _ => "a\0b");
                if (typed.Count == 0)
                    continue;
                var fields = forms[number]
                    .Elements.Select(e => e.GetAttribute("name"))
                    .OfType<string>()
                    .Where(name => !typed.ContainsKey(name))
                    .Distinct();
                using var content = new FormUrlEncodedContent(typed.Concat(Hidden(forms[number], fields)));
                var page = new Uri(
                    ada.Http.BaseAddress!,
                    forms[number].GetAttribute("action") is { Length: > 0 } action ? action : address
                );
                var pressed = forms[number]
                    .QuerySelectorAll("button")
                    .Select(button => button.GetAttribute("formaction") is { } own ? new Uri(page, own) : page);
                foreach (var target in pressed.Append(page).Distinct())
                {
                    using var answer =
                        forms[number].Method == "post"
                            ? await ada.Http.PostAsync(target, content, TestContext.Current.CancellationToken)
                            : await ada.Http.GetAsync(
                                new UriBuilder(target)
                                {
                                    Query = await content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                                }.Uri,
                                TestContext.Current.CancellationToken
                            );
                    Assert.True(
                        (int)answer.StatusCode < 500,
                        $"{forms[number].Method} {target} with {string.Join(", ", typed.Keys)}: {answer.StatusCode}"
                    );
                    sent++;
                }
            }
        }

        Assert.InRange(sent, 8, int.MaxValue);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_stands_around_it_is_kept(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var claim = await desk.AddClaimAsync("Forty bridges were closed.");
        await ada.SubmitAsync(
            $"/desk/claims/{claim}",
            new()
            {
                ["Evidence.Source"] = "A sou\0rce",
                ["Evidence.Quote"] = "Forty\0 bridges",
                ["Evidence.Group"] = "one",
                ["Evidence.Stance"] = "Supports",
            },
            button: "Add evidence"
        );
        var evidence = await desk.QueryAsync(db => db.Set<Evidence>().SingleAsync());
        Assert.Equal(("A source", "Forty bridges"), (evidence.Source, evidence.Quote));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Addresses_bear_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var reader = desk.Browser();
        foreach (
            var address in new[]
            {
                "/?q=a%00b",
                "/?outlet=%00",
                "/?q=%00",
                "/api/claims?q=a%00",
                "/api/claims?outlet=%00x",
                "/?kind=%00",
                "/api/claims?kind=%00",
                "/feed?q=%00",
            }
        )
        {
            Assert.InRange((await reader.OpenAsync(address)).Status, 200, 499);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(IHtmlFormElement form, IEnumerable<string> names) =>
        names.Select(name =>
            KeyValuePair.Create(
                name,
                form.QuerySelector($"input[name='{name}'], select[name='{name}']") switch
                {
                    IHtmlInputElement input => input.Value,
                    IHtmlSelectElement select => select.Value ?? "",
                    _ => "",
                }
            )
        );
}
