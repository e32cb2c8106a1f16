using System.Data.Common;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Elsa;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Runner;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.UnitTests.Workflows.Elsa;

/// <summary>The real Elsa with our steps, storing in memory.</summary>
internal sealed class ElsaHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly AsyncServiceScope scope;

    private ElsaHost(IHost host)
    {
        this.host = host;
        scope = host.Services.CreateAsyncScope();
    }

    public IServiceProvider Services => scope.ServiceProvider;

    public IReviewRunner Runner => Services.GetRequiredService<IReviewRunner>();

    public static async Task<ElsaHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Elsa", LogLevel.None);
        builder.Services.AddSingleton<IElsaDesk, NoDesk>().AddElsaReviews(null);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new ElsaHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await host.StopAsync();
        host.Dispose();
    }

    private sealed class NoDesk : IElsaDesk
    {
        public DefinitionCatalog Catalog { get; } = DefinitionCatalog.Load([], new Dictionary<string, string>()).Catalog!;

        public DbTransaction? Transaction => null;

        public Task LockAsync(long claimId, CancellationToken cancel) => Task.CompletedTask;
    }
}
