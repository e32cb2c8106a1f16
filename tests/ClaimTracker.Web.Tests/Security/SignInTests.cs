using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Web.Tests.Security;

/// <summary>Who guesses learns nothing and gains nothing, and keeps nobody out for long.</summary>
public sealed class SignInTests
{
    private const string Sentence = "User name and password do not match, or there were too many tries";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Unknown_wrong_paused_and_deactivated_are_told_one_sentence_and_cost_one_hash(DatabaseKind kind)
    {
        var hasher = new CountedHashes();
        await using var database = await Database.CreateAsync(kind);
        await using var desk = await StartAsync(database, hasher);
        await desk.AddPersonAsync("root", Roles.Administrator);
        foreach (var name in new[] { "ben", "eve", "fay" })
            await desk.AddPersonAsync(name, Roles.FactChecker);
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetActiveAsync("eve", active: false, CancellationToken.None)
        );
        using var browser = desk.Browser();
        await FailAsync(desk, browser, "fay");

        // The first name that nobody has makes what later ones are compared with.
        await TryAsync(browser, "nobody", "guessed, and wrong");
        List<string> said = [];
        foreach (
            var (name, password) in new[]
            {
                ("nobody", DeskApp.Password),
                ("ben", "guessed, and wrong"),
                ("fay", DeskApp.Password),
                ("eve", DeskApp.Password),
                ("eve", "guessed, and wrong"),
            }
        )
        {
            hasher.Made = 0;
            var page = await TryAsync(browser, name, password);
            Assert.Equal((name, 1, 200), (name, hasher.Made, page.Status));
            said.Add(page.Html.QuerySelector(".errors")!.TextContent.Trim());
        }

        Assert.StartsWith(Sentence, Assert.Single(said.Distinct()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(int.MaxValue, 60)]
    public void A_pause_doubles_to_a_minute_and_no_more(int failures, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            DeskUsers.PauseAfter(failures, new LockoutOptions { DefaultLockoutTimeSpan = TimeSpan.FromMinutes(1) })
        );

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_tried_in_a_pause_is_not_looked_at_and_makes_nothing_longer(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        using var browser = desk.Browser();
        await FailAsync(desk, browser, "ben");
        desk.Clock.Advance(TimeSpan.FromSeconds(30));
        await TryAsync(browser, "ben", "guessed, and wrong");
        Assert.Contains(Sentence, (await TryAsync(browser, "ben", DeskApp.Password)).Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("/desk", (await TryAsync(browser, "ben", DeskApp.Password)).Address.AbsolutePath);
        Assert.Equal(
            0,
            await desk.QueryAsync(db => db.Users.Where(p => p.UserName == "ben").Select(p => p.AccessFailedCount).SingleAsync())
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_tried_at_once_is_compared_one_at_a_time_and_only_the_first(DatabaseKind kind)
    {
        var hasher = new CountedHashes();
        await using var database = await Database.CreateAsync(kind);
        await using var desk = await StartAsync(database, hasher);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        List<DeskBrowser> browsers = [.. Enumerable.Range(0, 20).Select(_ => desk.Browser())];
        List<DeskPage> forms = [];
        foreach (var browser in browsers)
            forms.Add(await browser.OpenAsync("/signin"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(
            browsers.Select(
                (browser, i) =>
                    browser.SubmitAsync(
                        forms[i],
                        new() { ["Input.Name"] = "ben", ["Input.Password"] = $"guessed, and wrong {i}" }
                    )
            )
        );

        // A pause lasts a second at first; more are looked at only if that went by.
        Assert.InRange(hasher.Compared, 1, 1 + (int)watch.Elapsed.TotalSeconds);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_wrong_password_on_ones_account_is_followed_by_the_same_pause()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        for (var i = 0; i < 7; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await ChangeAsync(ada, "guessed, and wrong");
        }

        var paused = await ChangeAsync(ada, DeskApp.Password);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var changed = await ChangeAsync(ada, DeskApp.Password);

        Assert.Contains(SignInTries.TooMany, paused.Text, StringComparison.Ordinal);
        Assert.Contains("The password is changed.", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_thousand_tries_from_one_address_are_looked_at_two_hundred_times_and_once_a_second()
    {
        var hasher = new CountedHashes { Never = true };
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await using var desk = await StartAsync(database, hasher);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        using var browser = desk.Browser();
        var form = await browser.OpenAsync("/signin");
        hasher.Made = 0;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var answers = new List<int>();
        for (var i = 0; i < 2_000; i++)
        {
            var page = await browser.SubmitAsync(
                form,
                new() { ["Input.Name"] = $"name{i}", ["Input.Password"] = "guessed, wrong" }
            );
            Assert.Contains(Sentence, page.Text, StringComparison.Ordinal);
            answers.Add(page.Status);
        }

        Assert.InRange(hasher.Made, SignInTries.AtOnce, SignInTries.AtOnce + watch.Elapsed.TotalSeconds + 1);
        Assert.Equal(2_000 - hasher.Made, answers.Count(status => status == 429));
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("claimtracker2026")]
    [InlineData("benben.benben")]
    [InlineData("qwertyuiopasdf")]
    public async Task What_is_guessed_first_is_no_password(string password)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var added = await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().AddAsync("ben", password, [Roles.FactChecker], CancellationToken.None)
        );
        Assert.Equal("password", added.Refusal?.Code);
        Assert.Contains("guessed first", added.Refusal!.Message, StringComparison.Ordinal);
    }

    private static Task<DeskApp> StartAsync(Database database, CountedHashes hasher) =>
        DeskApp.StartAsync(
            database,
            builder => builder.Services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<Person>>(_ => hasher))
        );

    // So often that the pause is as long as any.
    private static async Task FailAsync(DeskApp desk, DeskBrowser browser, string name)
    {
        for (var i = 0; i < 7; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await TryAsync(browser, name, "guessed, and wrong");
        }
    }

    private static Task<DeskPage> TryAsync(DeskBrowser browser, string name, string password) =>
        browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = password });

    private static Task<DeskPage> ChangeAsync(DeskBrowser browser, string current) =>
        browser.SubmitAsync("/account", new() { ["Input.Current"] = current, ["Input.New"] = "a new one, long enough" });

    /// <summary>
    /// Identity's hashes, counted as they are compared; with <see cref="Never"/> no password is right, at no cost.
    /// </summary>
    private sealed class CountedHashes : IPasswordHasher<Person>
    {
        private readonly PasswordHasher<Person> _hasher = new();

        public int Made { get; set; }

        /// <summary>How many were compared with a person's own.</summary>
        public int Compared { get; private set; }

        public bool Never { get; init; }

        public string HashPassword(Person user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Made++;
            Compared += user.UserName is null ? 0 : 1;
            return Never
                ? PasswordVerificationResult.Failed
                : _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
