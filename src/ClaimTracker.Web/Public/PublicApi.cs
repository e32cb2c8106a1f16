using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>
/// What programs may read, without signing in: <c>/api/claims</c>, <c>/api/claims/{id}</c>, <c>/api/claimreview</c> and the feed.
/// Lists come in keyset pages: <c>next</c> is the address of the next one. Errors are ProblemDetails.
/// </summary>
internal static class PublicApi
{
    private const int DefaultSize = 50;
    private const int MostAtOnce = 200;
    private const int Appearances = 50;

    public static void MapPublicApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").AllowAnonymous().AddEndpointFilter<ApiFailures>();
        api.MapGet("/claims", ListAsync).CacheOutput(PublicCache.Policy);
        api.MapGet("/claims/{id:long}", FindAsync).CacheOutput(PublicCache.Policy);
        api.MapGet("/claimreview", ReviewsAsync).CacheOutput(PublicCache.Policy);
        api.MapFallback("{**rest}", () => NotFound("There is no such address in this API."));
        app.MapGet("/feed", AtomFeed.WriteAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static async Task<IResult> ListAsync(
        string? q,
        string? kind,
        string? verdict,
        string? outlet,
        string? freshness,
        string? before,
        string? limit,
        ClaimBoard board,
        DeskSettings desk,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var errors = Numbers(before, limit, out var from, out var size);
        var filter = ClaimFilter.From(q, kind, verdict, outlet, freshness, from);
        foreach (var (name, messages) in filter.Errors())
            errors[name] = messages;
        if (errors.Count > 0)
            return Results.ValidationProblem(errors);
        var page = await board.ReadAsync(filter, size, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        return Results.Json(
            new
            {
                Claims = page.Claims.Select(claim => ClaimJson.Of(claim, desk, now)),
                Next = page.Next is { } next
                    ? filter.Address(next, "/api/claims") + (limit is null ? "" : $"&limit={size}")
                    : null,
                CannotBeShown = page.Odd,
            },
            ClaimJson.Options
        );
    }

    private static async Task<IResult> FindAsync(long id, DeskDb db, DeskSettings desk, TimeProvider time, HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (await ClaimFile.FindAsync(db, id, desk.ShowClaimsUnderReview, cancel) is not { } found)
            return NotFound($"There is no public claim {id}.");
        if (found is not { Value: { } file })
            return Results.Problem(found.Refusal!.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        PublicCache.TagClaim(context, id);
        var appearances = await AppearanceInContext.OfAsync(db, id, null, Appearances, cancel);
        return Results.Json(ClaimFileJson.Of(file, appearances, desk, time.GetUtcNow().UtcDateTime), ClaimJson.Options);
    }

    private static async Task<IResult> ReviewsAsync(
        string? before,
        string? limit,
        DeskDb db,
        DeskSettings desk,
        CancellationToken cancel
    )
    {
        var errors = Numbers(before, limit, out var from, out var size);
        if (errors.Count > 0)
            return Results.ValidationProblem(errors);

        // Public verdicts have an index of their own, one a claim.
        var last = from ?? long.MaxValue;
        var verdicts = await db
            .Verdicts.AsNoTracking()
            .Where(v => v.Status == VerdictStatus.Published && v.ClaimId < last)
            .OrderByDescending(v => v.ClaimId)
            .Take(size + 1)
            .Select(v => new { v.Id, v.ClaimId })
            .ToListAsync(cancel);
        var read = verdicts.Take(size).Select(v => v.Id).ToList();
        var ids = verdicts.Select(v => v.ClaimId).ToList();
        var claims = (
            await db
                .Claims.AsNoTracking()
                .Where(c => ids.Contains(c.Id) && c.Publication == Publication.Published)
                .ReadSoundAsync(c => c.Id, Oddity.Of, cancel)
        ).Rows.ToDictionary(c => c.Id);
        var sound = await db
            .Verdicts.AsNoTracking()
            .Where(v => read.Contains(v.Id))
            .OrderByDescending(v => v.ClaimId)
            .ReadSoundAsync(v => v.Id, Oddity.Of, cancel);
        var feed = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "DataFeed",
            ["name"] = desk.Name,
            ["dataFeedElement"] = new JsonArray([
                .. sound
                    .Rows.Where(v => claims.ContainsKey(v.ClaimId))
                    .Select(v => (JsonNode)ClaimReviewJson.Bare(claims[v.ClaimId], v, desk)),
            ]),
        };
        if (verdicts.Count > size)
        {
            feed["next"] = string.Create(
                CultureInfo.InvariantCulture,
                $"/api/claimreview?before={verdicts[size - 1].ClaimId}&limit={size}"
            );
        }

        return Results.Json(feed, contentType: "application/ld+json");
    }

    private static Dictionary<string, string[]> Numbers(string? before, string? limit, out long? from, out int size)
    {
        var errors = new Dictionary<string, string[]>();
        from = null;
        size = DefaultSize;
        if (!string.IsNullOrEmpty(before))
        {
            if (long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                from = id;
            else
                errors["before"] = [$"“{before}” is not a claim's id. Take the address in next as it is."];
        }

        if (
            !string.IsNullOrEmpty(limit)
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > MostAtOnce)
        )
        {
            errors["limit"] = [$"Give 1 to {MostAtOnce}."];
        }

        return errors;
    }

    private static IResult NotFound(string message) => Results.Problem(message, statusCode: StatusCodes.Status404NotFound);

    /// <summary>A bug answers programs as ProblemDetails, with the trace id under which it is in the log.</summary>
    private sealed class ApiFailures(ILogger<ApiFailures> log) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            try
            {
                return await next(context);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "{Path} failed", context.HttpContext.Request.Path);
                return Results.Problem(
                    "The fault is ours, and it is in the log under the trace id.",
                    statusCode: StatusCodes.Status500InternalServerError
                );
            }
        }
    }
}
