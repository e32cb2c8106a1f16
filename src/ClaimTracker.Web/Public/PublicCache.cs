using System.Globalization;
using ClaimTracker.Web.Data.Postgres;
using ClaimTracker.Web.Data.Sqlite;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace ClaimTracker.Web.Public;

/// <summary>
/// Keeps public pages for readers who are not signed in, and lets go of them as soon as a commit touches what they show.
/// Freshness changes with time alone, and other machines commit too, so nothing is kept for longer than <see cref="Longest"/>.
/// Whether another machine has put something in doubt, withheld it or decided it anew is asked of the database before anything is
/// given out from memory (<see cref="PublicChangeCount"/>).
/// </summary>
public sealed class PublicCache(TimeProvider time, PublicChangeCount changes) : IOutputCachePolicy
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "public";

    /// <summary>Everything that shows more than one claim.</summary>
    public const string Lists = "lists";

    /// <summary>The cookie that carries a notice to the next page.</summary>
    public const string NoticeCookie = ".AspNetCore.Mvc.CookieTempDataProvider";

    /// <summary>How far behind a page may be.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly object TagsKey = new();
    private static readonly object GenerationKey = new();
    private static readonly StringValues Queries = new(["q", "kind", "verdict", "outlet", "freshness", "before", "limit"]);

    private long _generation;

    /// <summary>Says that the response shows this one claim and no list.</summary>
    public static void TagClaim(HttpContext context, long claimId) => context.Items[TagsKey] = TagOf(claimId);

    /// <summary>The tag of a claim's page.</summary>
    public static string TagOf(long claimId) => string.Create(CultureInfo.InvariantCulture, $"claim-{claimId}");

    /// <summary>What is read from now on is newer than what is being kept.</summary>
    public void Changed() => Interlocked.Increment(ref _generation);

    /// <inheritdoc/>
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var may =
            HttpMethods.IsGet(request.Method)
            && context.HttpContext.User.Identity?.IsAuthenticated != true
            && !request.Cookies.ContainsKey(NoticeCookie);
        var number = may ? await changes.NumberAsync(cancellation) : null;
        may &= number is not null;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = may;
        context.AllowCacheStorage = may;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = Queries;
        context.CacheVaryByRules.VaryByHost = true;

        // The desk's own clock decides what is old, not the machine's.
        context.CacheVaryByRules.VaryByValues["when"] = (time.GetUtcNow().Ticks / Longest.Ticks).ToString(
            CultureInfo.InvariantCulture
        );
        context.CacheVaryByRules.VaryByValues["changes"] = (number ?? 0).ToString(CultureInfo.InvariantCulture);
        context.ResponseExpirationTimeSpan = Longest;
        context.HttpContext.Items[GenerationKey] = Interlocked.Read(ref _generation);
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.Tags.Add(http.Items[TagsKey] as string ?? Lists);

        // A page read while something was committed may show what was before it.
        if (
            http.Response.StatusCode != StatusCodes.Status200OK
            || !StringValues.IsNullOrEmpty(http.Response.Headers.SetCookie)
            || http.Items[GenerationKey] is not long before
            || before != Interlocked.Read(ref _generation)
        )
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>Wires the cache up.</summary>
internal static class PublicCacheSetup
{
    public static IServiceCollection AddPublicCache(this IServiceCollection services)
    {
        services.AddSingleton<PublicChangeCount>().AddSingleton<PublicCache>().AddSingleton<PublicCacheEviction>();
        services.AddOutputCache(options =>
        {
            options.SizeLimit = 32 * 1024 * 1024;
            options.MaximumBodySize = 4 * 1024 * 1024;
        });
        services
            .AddOptions<OutputCacheOptions>()
            .Configure<PublicCache>((options, cache) => options.AddPolicy(PublicCache.Policy, cache));
        services.ConfigureDbContext<SqliteDeskDb>(Watch).ConfigureDbContext<PostgresDeskDb>(Watch);
        return services;
    }

    private static void Watch(IServiceProvider provider, DbContextOptionsBuilder options) =>
        options.AddInterceptors(provider.GetRequiredService<PublicCacheEviction>());
}
