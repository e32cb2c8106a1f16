using System.Net;
using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Security;

/// <summary>
/// Until somebody exists, whoever comes first takes the desk: so whoever comes from elsewhere is asked for what the server then
/// prints. Not whoever sits at the machine itself, where the output is before their eyes.
/// </summary>
public sealed class FirstRunCodes(DeskDb db, DeskSettings desk, FirstRunState state, ILogger<FirstRunCodes> log)
{
    private static readonly string[] Forwarding =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
    ];

    /// <summary>True until somebody exists.</summary>
    public Task<bool> IsFirstRunAsync(CancellationToken cancel) => state.IsFirstRunAsync(db, cancel);

    /// <summary>Prints a code into the server's output, once in the life of this server.</summary>
    public async Task PrintAsync(CancellationToken cancel)
    {
        if (state.HasPrinted || await MakeAsync(cancel) is not { } code)
            return;
        state.HasPrinted = true;
        log.LogWarning("Nobody can sign in yet. The page /setup asks for this code: {Code}", code);
    }

    /// <summary>Makes a code and hands it back, where nobody exists yet; else null.</summary>
    public async Task<string?> MakeAsync(CancellationToken cancel)
    {
        if (!await IsFirstRunAsync(cancel))
            return null;
        var code = Passwords.Generate();
        db.FirstRunCodes.Add(new FirstRunCode { Hash = HashOf(code) });
        await db.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>True where a server of this desk printed the code, however it is spaced or written in capitals.</summary>
    public async Task<bool> KnowsAsync(string? code, CancellationToken cancel)
    {
        var hash = HashOf(code ?? "");
        return await db.FirstRunCodes.AnyAsync(c => c.Hash == hash, cancel);
    }

    /// <summary>
    /// True where the request comes from this machine as far as can be told, on a desk that is said to be nowhere else: over its
    /// own address, for one of its own names, and past no proxy that says so. A page of somebody else's that has its name lead
    /// here comes for that name.
    /// </summary>
    public bool IsFromHere(HttpContext context) =>
        desk.Proxies.Count == 0
        && IsOurs(desk.PublicUrl.Host)
        && context.Connection.RemoteIpAddress is { } from
        && IPAddress.IsLoopback(from)
        && IsOurs(context.Request.Host.Host)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);

    private static bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string HashOf(string code)
    {
        var letters = string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
    }
}
