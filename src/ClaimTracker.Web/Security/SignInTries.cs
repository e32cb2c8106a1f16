using System.Net;
using System.Threading.RateLimiting;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Security;

/// <summary>
/// How often one address may try a password on this server: as often as two hundred people of one office do in a morning, and
/// then once a second. Names have pauses of their own, wherever they are tried from (<see cref="DeskUsers"/>).
/// </summary>
public sealed class SignInTries : IDisposable
{
    /// <summary>What whoever has tried too often is told, where it is said at all.</summary>
    public const string TooMany = "Too many tries: wait a minute, then try again.";

    /// <summary>How many tries an address has at once.</summary>
    public const int AtOnce = 200;

    private readonly PartitionedRateLimiter<IPAddress> _tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetTokenBucketLimiter(
            address,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }
        )
    );

    // Some names share a turn, which costs them a wait and nothing else.
    private readonly ConcurrencyLimiter[] _turns =
    [
        .. Enumerable
            .Range(0, 64)
            .Select(_ => new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = int.MaxValue })),
    ];

    /// <summary>Counts a try; false where the address has to wait.</summary>
    public bool Take(HttpContext context)
    {
        using var lease = _tries.AttemptAcquire(Place(context.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    /// <summary>Waits until nobody else is tried under the name on this server; the turn ends as it is disposed of.</summary>
    public async Task<IDisposable> EnterAsync(string name, CancellationToken cancel)
    {
        var turn = _turns[(uint)PersonName.Normalized(name).GetHashCode(StringComparison.Ordinal) % _turns.Length];
        return await turn.AcquireAsync(1, cancel);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tries.Dispose();
        Array.ForEach(_turns, turn => turn.Dispose());
    }

    // Whoever has one address of version 6 has at least the 64 bits behind the network's.
    private static IPAddress Place(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16)
            Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
