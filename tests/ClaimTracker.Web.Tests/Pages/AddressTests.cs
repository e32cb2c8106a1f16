using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages;

/// <summary>Addresses that were stored before they were refused are shown to nobody as links.</summary>
public sealed class AddressTests
{
    private const string Wording = "The dam holds two billion litres.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_no_page_is_no_link_on_any_page(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var (claim, article) = await AddAsync(desk, "javascript:alert(1)");
        await desk.ChangeClaimAsync(
            claim,
            found =>
            {
                found.Evidence.Add(
                    new Evidence(
                        "A leak",
                        "https://ada:secret@leaks.example/",
                        "Entry: two billion",
                        Stance.Supports,
                        "leak",
                        "ada",
                        desk.Now
                    )
                );
                return Result.Ok;
            }
        );
        await desk.PublishAsync(claim, "true", "The registry says so.");
        using var reader = desk.Browser();

        foreach (
            var page in new[]
            {
                await reader.OpenAsync($"/claims/{claim}"),
                await reader.OpenAsync($"/articles/{article}"),
                await ada.OpenAsync($"/desk/claims/{claim}"),
            }
        )
        {
            Assert.Equal((page.Address, 200), (page.Address, page.Status));
            var links = page.Html.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")!).ToList();
            Assert.DoesNotContain(
                links,
                link => link.Contains("javascript", StringComparison.Ordinal) || link.Contains("secret", StringComparison.Ordinal)
            );
        }

        foreach (var data in new[] { $"/api/claims/{claim}", $"/claims/{claim}" })
        {
            var text = await reader.Http.GetStringAsync(new Uri(data, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.DoesNotContain("javascript:", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ada:secret", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_claim_review_is_marked_with_its_type_as_it_is_written()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var claim = await desk.AddPublishedClaimAsync(Wording, "true");
        using var reader = desk.Browser();
        var html = await reader.Http.GetStringAsync(
            new Uri($"/claims/{claim}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("<script type=\"application/ld+json\">", html, StringComparison.Ordinal);
    }

    private static Task<(long Claim, long Article)> AddAsync(DeskApp desk, string address) =>
        desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var article = new Article("A test article", "The Test Courier", $"{Wording} It was reported.", desk.Now, "test")
            {
                Url = address,
                PublishedOn = DateOnly.FromDateTime(desk.Now),
            };
            var claim = new Claim(
                Wording,
                "count",
                0.9,
                new ClaimDetails(),
                new Appearance(article, 0, Wording.Length),
                desk.Now
            );
            Assert.True(claim.Accept(desk.Now).IsOk);
            db.Claims.Add(claim);
            await db.SaveChangesAsync();
            return (claim.Id, article.Id);
        });
}
