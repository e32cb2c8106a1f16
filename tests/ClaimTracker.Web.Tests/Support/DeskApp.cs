using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>The real server on a real database, listening on loopback, with a clock that the test moves.</summary>
public sealed class DeskApp : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly Database _database;
    private readonly bool _ownsDatabase;
    private readonly WebApplication _app;

    private DeskApp(Database database, bool ownsDatabase, WebApplication app, DeskClock clock)
    {
        _database = database;
        _ownsDatabase = ownsDatabase;
        _app = app;
        Clock = clock;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public DeskClock Clock { get; }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>The database beneath, for verbs.</summary>
    public Database Database => _database;

    /// <summary>A server of the test's own. Sweeps run when the test runs them.</summary>
    public static async Task<DeskApp> StartAsync(DatabaseKind kind, params string[] settings) =>
        await StartAsync(await Database.WithSchemaAsync(kind), ownsDatabase: true, new DeskClock(), null, settings);

    /// <summary>A server on a database that the test owns, with services of the test's own.</summary>
    public static Task<DeskApp> StartAsync(
        Database database,
        Action<WebApplicationBuilder>? configure = null,
        params string[] settings
    ) => StartAsync(database, ownsDatabase: false, new DeskClock(), configure, settings);

    /// <summary>A second server on the same database, as another machine or process beside the first.</summary>
    public Task<DeskApp> StartAnotherAsync(params string[] settings) =>
        StartAsync(_database, ownsDatabase: false, Clock, null, settings);

    private static async Task<DeskApp> StartAsync(
        Database database,
        bool ownsDatabase,
        DeskClock clock,
        Action<WebApplicationBuilder>? configure,
        string[] settings
    )
    {
        string[] args =
        [
            "--urls",
            "http://127.0.0.1:0",
            "--ConnectionStrings:ClaimTracker",
            database.ConnectionString,
            "--Jobs:Enabled",
            "false",
            "--Looks:Pause",
            "00:00:00",
            "--Intake:AllowPrivateAddresses",
            "true",
            "--Logging:LogLevel:Default",
            "Warning",
            .. settings,
        ];
        var app = await WebServer.BuildAsync(
            args,
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));

                // Nearly every test signs somebody in; what a hash costs is shown by a test of its own.
                builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1);
                configure?.Invoke(builder);
            }
        );
        await app.StartAsync();
        return new DeskApp(database, ownsDatabase, app, clock);
    }

    /// <summary>Runs <paramref name="work"/> with services of a scope of its own, as a request has them.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Name = "system:test";
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs a query on the database.</summary>
    public Task<T> QueryAsync<T>(Func<DeskDb, Task<T>> query) =>
        InScopeAsync(services => query(services.GetRequiredService<DeskDb>()));

    /// <summary>Adds a person with those roles, or lets somebody sign in who has only decided so far.</summary>
    public async Task AddPersonAsync(string name, params string[] roles)
    {
        var added = await InScopeAsync(async services =>
        {
            var register = services.GetRequiredService<PersonRegister>();
            var db = services.GetRequiredService<DeskDb>();
            if (!await db.Users.AnyAsync(p => p.UserName == name && p.PasswordHash == null))
                return new Result((await register.AddAsync(name, Password, roles, CancellationToken.None)).Refusal);
            var held = await register.SetRolesAsync(name, roles, CancellationToken.None);
            return held.IsOk ? await register.ResetPasswordAsync(name, Password, CancellationToken.None) : held;
        });
        Assert.True(added.IsOk, added.Refusal?.Message);
    }

    /// <summary>Sees to it that whoever decides here without signing in has an account.</summary>
    public Task HaveAccountAsync(string name, params IEnumerable<string> roles) =>
        HaveAccountsAsync(new Actor(name, roles.ToHashSet(StringComparer.Ordinal)));

    /// <summary>The same for several.</summary>
    public async Task HaveAccountsAsync(params IEnumerable<Actor> people)
    {
        var had = await QueryAsync(db =>
            db.CommitAsync(
                "accounts",
                Right.Jobs,
                async _ =>
                {
                    await Accounts.AddAsync(db, people, CancellationToken.None);
                    return Result.Ok;
                },
                CancellationToken.None
            )
        );
        Assert.True(had.IsOk, had.Refusal?.Message);
    }

    /// <summary>A browser nobody is signed in with.</summary>
    public DeskBrowser Browser() => new(Address);

    /// <summary>A browser in which that person, added where new, is signed in.</summary>
    public async Task<DeskBrowser> SignInAsync(string name, params string[] roles)
    {
        await AddPersonAsync(name, roles);
        var browser = Browser();
        var page = await browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = Password });
        Assert.DoesNotContain("do not match", page.Text, StringComparison.Ordinal);
        return browser;
    }

    /// <summary>A claim in triage, out of an article of its own.</summary>
    public Task<long> AddClaimAsync(string wording, string kind = "count", string outlet = "The Test Courier") =>
        InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var text = $"{wording} It was reported on {Guid.NewGuid():N}.";
            var article = new Article("A test article", outlet, text, Now, "test") { PublishedOn = DateOnly.FromDateTime(Now) };
            var claim = new Claim(wording, kind, 0.9, new ClaimDetails(), new Appearance(article, 0, wording.Length), Now);
            db.Claims.Add(claim);
            await db.AddOutletsAsync([outlet], CancellationToken.None);
            await db.SaveChangesAsync();
            return claim.Id;
        });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_ownsDatabase)
            await _database.DisposeAsync();
    }
}
