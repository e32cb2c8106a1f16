using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class IntakeTests
{
    private const string Text =
        "At least 40 people were killed when a ferry sank on Monday, the coast guard said.\nIt carried 210 passengers, police said.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_sample_article_goes_to_triage_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var added = await ada.SubmitAsync("/desk/intake", [], button: "sample");
        Assert.Contains("270 drones", added.Text, StringComparison.Ordinal);
        var claims = await desk.QueryAsync(db => db.Claims.CountAsync());
        Assert.InRange(claims, 8, 14);

        var again = await ada.SubmitAsync("/desk/intake", [], button: "sample");
        Assert.Contains("here already", again.Text, StringComparison.Ordinal);
        Assert.Equal(
            claims,
            await desk.QueryAsync(db => db.Claims.CountAsync(c => c.Outlet == SampleArticle.Outlet && c.Stage == Stage.Triage))
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Every_claim_stands_at_its_exact_characters(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync("/desk/intake", Pasted(Text));
        var article = await desk.QueryAsync(db => db.Articles.Include(a => a.Appearances).SingleAsync());
        Assert.NotEmpty(article.Appearances);
        Assert.All(article.Appearances, a => Assert.Equal(article.Text[a.Start..a.End], a.Text));
    }

    [Fact]
    public async Task What_is_missing_is_named_at_its_field_and_what_was_typed_is_kept()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var refused = await ada.SubmitAsync("/desk/intake", new() { ["Input.Text"] = Text, ["Input.Title"] = "Ferry sinks" });
        Assert.Contains("Say who published it", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Give the day of publication", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Ferry sinks", refused.Html.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));
        Assert.Equal(Text, refused.Html.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await desk.QueryAsync(db => db.Articles.CountAsync()));
    }

    [Theory]
    [InlineData("   ", "There is no text")]
    [InlineData("\u0001\u0002\u0003\u0004 abc", "cannot be read")]
    public async Task Text_that_is_none_is_refused(string text, string message)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        Assert.Contains(message, (await ada.SubmitAsync("/desk/intake", Pasted(text))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_megabytes_of_text_are_refused_with_a_message()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var refused = await ada.SubmitAsync("/desk/intake", Pasted(new string('x', 5_000_000)));
        Assert.Contains("5,000,000 characters; 1,000,000 is the most", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_35_megabytes_is_refused_with_a_message()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var form = await ada.OpenAsync("/desk/intake");
        using var content = new MultipartFormDataContent
        {
            {
                new StringContent(form.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new StringContent("File"), "Input.How" },
            { new ByteArrayContent(new byte[35_000_000]), "Input.File", "big.txt" },
        };
        using var answer = await ada.Http.PostAsync(
            new Uri("/desk/intake", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains(
            "big.txt has 35,000,000 bytes; 5,000,000 is the most",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("javascript:alert(1)//.")]
    [InlineData("ftp://example.org/story")]
    [InlineData("https://ada:secret@example.org/story")]
    public async Task An_address_that_is_no_pages_is_refused(string address)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var refused = await ada.SubmitAsync(
            "/desk/intake",
            new()
            {
                ["Input.How"] = "Url",
                ["Input.Url"] = address,
                ["Input.Outlet"] = "X",
                ["Input.Title"] = "X",
            }
        );
        Assert.Contains("address", refused.Html.QuerySelector(".error:not(:empty)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await desk.QueryAsync(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task An_address_is_fetched_kept_and_known_the_next_time()
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        site.Write("/ferry", Text.Split('\n'));
        var fields = new Dictionary<string, string>
        {
            ["Input.How"] = "Url",
            ["Input.Url"] = site.Url("/ferry?utm_source=mail"),
            ["Input.Title"] = "Ferry",
            ["Input.Outlet"] = "Herald",
            ["Input.PublishedOn"] = "2025-03-04",
        };
        await ada.SubmitAsync("/desk/intake", fields);
        var article = await desk.QueryAsync(db => db.Articles.Include(a => a.Snapshot).SingleAsync());
        Assert.Equal((site.Url("/ferry"), true), (article.Url, article.Snapshot!.Content.Length > 0));

        site.Write("/ferry", "At least 52 people were killed when a ferry sank on Monday, the coast guard said.");
        var known = await ada.SubmitAsync("/desk/intake", fields);
        Assert.Contains("is here already", known.Text, StringComparison.Ordinal);
        fields["Input.NewVersion"] = "true";
        await ada.SubmitAsync(known, fields);
        Assert.Equal(2, await desk.QueryAsync(db => db.Articles.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_same_article_from_many_at_once_is_stored_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var source = new ArticleSource(Text)
        {
            Title = "Ferry",
            Outlet = "Herald",
            PublishedOn = new DateOnly(2025, 3, 4),
        };
        var receipts = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    desk.InScopeAsync(services =>
                        services
                            .GetRequiredService<ArticleIntake>()
                            .AddAsync(source, newVersion: false, "ada", CancellationToken.None)
                    )
                )
        );
        Assert.Single(receipts, r => r.Value!.Known is null);
        Assert.Single(receipts.Select(r => r.Value!.ArticleId).Distinct());
    }

    [Fact]
    public void A_claim_that_the_article_repeats_is_one_claim()
    {
        var text = ArticleText.Normalize($"{Text}\n\n{Text}");
        var read = ReadArticle.Of(
            new ArticleSource(text)
            {
                Title = "t",
                Outlet = "o",
                PublishedOn = new DateOnly(2025, 3, 4),
            },
            CheckWorthinessModel.Shipped
        );
        var claims = FoundClaims.Of(new Article("t", "o", text, DateTime.UnixEpoch, "ada"), read.Reading, DateTime.UnixEpoch);
        Assert.Equal(claims.Count, claims.Select(c => c.Wording).Distinct().Count());
        Assert.Contains(claims, c => c.Appearances.Count == 2);
    }

    [Theory]
    [InlineData("a.txt", "windows-1252", "Café owners paid €1,200.")]
    [InlineData("a.txt", "utf-16", "Café owners paid €1,200.")]
    [InlineData("a.html", "utf-8", "Café owners paid €1,200 in the whole of last year, the union of café owners said.")]
    public void Reads_files_in_the_encodings_that_people_have(string name, string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var content = name.EndsWith("html", StringComparison.Ordinal)
            ? $"<!doctype html><title>x</title><article><p>{text}</p></article>"
            : text;
        var chosen = Encoding.GetEncoding(encoding);
        Assert.Equal(text, SourceReader.FromFile(name, [.. chosen.GetPreamble(), .. chosen.GetBytes(content)]).Value!.Text);
    }

    private static Dictionary<string, string> Pasted(string text) =>
        new()
        {
            ["Input.Text"] = text,
            ["Input.Title"] = "Ferry sinks",
            ["Input.Outlet"] = "Herald",
            ["Input.PublishedOn"] = "2025-03-04",
        };
}
