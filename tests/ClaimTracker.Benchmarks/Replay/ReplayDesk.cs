using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Benchmarks.Load;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>A desk on an empty database, with a clock that is turned from day to day, and four people.</summary>
internal sealed class ReplayDesk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly ReplayClock _clock;
    private readonly Dictionary<string, DeskBrowser> _browsers = [];

    private ReplayDesk(WebApplication app, string folder, ReplayClock clock)
    {
        (_app, _folder, _clock) = (app, folder, clock);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public Uri Address { get; }

    public DateTime Now => _clock.GetUtcNow().UtcDateTime;

    public static async Task<ReplayDesk> StartAsync(DateTime begin)
    {
        var folder = Directory.CreateTempSubdirectory("claimtracker_replay_").FullName;
        var clock = new ReplayClock();
        clock.Turn(begin);
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:ClaimTracker=Data Source={Path.Combine(folder, "desk.db")}",
            "--Jobs:Enabled=false",
            "--Looks:Pause=00:00:00",
            "--Intake:AllowPrivateAddresses=true",
            "--Logging:LogLevel:Default=Error",
            "--Logging:LogLevel:Microsoft=Error",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error",
        ];
        var app = await WebServer.BuildAsync(
            settings,
            builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
        );
        await app.StartAsync();
        var desk = new ReplayDesk(app, folder, clock);
        await desk.AddAsync("root", Roles.Administrator);
        await desk.AddAsync("ada", Roles.FactChecker);
        await desk.AddAsync("eve", Roles.Editor);
        await desk.AddAsync("eli", Roles.Editor);
        return desk;
    }

    public void Turn(DateTime to) => _clock.Turn(to);

    /// <summary>Does what is due, as the clock of a server asks for it.</summary>
    public async Task WorkAsync()
    {
        await InScopeAsync(services => services.GetRequiredService<LookSweep>().RunAsync(CancellationToken.None));
        await RunAsync<ArchiveJob>();
        await RunAsync<DeadlineJob>();
    }

    /// <summary>Runs a job as Hangfire does.</summary>
    public Task RunAsync<TJob>()
        where TJob : IJob =>
        InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<JobRun<TJob>>(services).RunAsync(CancellationToken.None);
            return true;
        });

    public Task<T> QueryAsync<T>(Func<DeskDb, Task<T>> query) =>
        InScopeAsync(services => query(services.GetRequiredService<DeskDb>()));

    /// <summary>A page as somebody sees it who is signed in; a sign-in that has run out is made anew.</summary>
    public async Task<DeskPage> OpenAsync(string who, string path)
    {
        if (!_browsers.TryGetValue(who, out var browser))
            _browsers[who] = browser = new DeskBrowser(Address);
        var page = await browser.OpenAsync(path);
        if (page.Address.AbsolutePath != "/signin")
            return page;
        await browser.SubmitAsync(page, new() { ["Input.Name"] = who, ["Input.Password"] = BenchDesk.Password });
        return await browser.OpenAsync(path);
    }

    /// <summary>Sends a form of a page.</summary>
    public Task<DeskPage> SendAsync(string who, DeskPage page, string button, Dictionary<string, string>? fields = null) =>
        _browsers[who].SubmitAsync(page, fields ?? [], button: button);

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Name = "system:replay";
        return await work(scope.ServiceProvider);
    }

    private async Task AddAsync(string name, string role)
    {
        var added = await InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().AddAsync(name, BenchDesk.Password, [role], CancellationToken.None)
        );
        if (added.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Message);
    }
}
