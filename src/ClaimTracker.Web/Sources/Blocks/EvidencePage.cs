using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>
/// Reads the page of evidence while it is being added, so that whoever adds it hears at once whether and where the quote stands
/// there.
/// </summary>
public sealed class EvidencePage(SourceFetcher fetcher, TimeProvider time, ILogger<EvidencePage> log)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The places of the quote; refused with <c>timeout</c> where the page takes longer than 5 s, with <c>unreadable</c> where it
    /// cannot be read, and for every reason that fetching has.
    /// </summary>
    public async Task<Result<FoundPlaces>> FindAsync(string address, string quote, CancellationToken cancel)
    {
        var fetched = await FetchAsync(address, cancel);
        if (fetched is not { Value: { } page })
            return fetched.Refusal!;
        try
        {
            return QuotePlaces.On(page, quote, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception failure)
        {
            // Evidence is added whatever its page holds.
            log.LogError(failure, "Could not look for a quote on {Url}", address);
            return new Refusal("unreadable", "the page holds something that this program fails on; the log says what.");
        }
    }

    private async Task<Result<FetchedSource>> FetchAsync(string address, CancellationToken cancel)
    {
        var parsed = SourceAddress.Parse(address);
        if (parsed is not { Value: { } url })
            return parsed.Refusal!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Longest);
        try
        {
            return await fetcher.FetchAsync(url, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Refusal("timeout", $"{url.Host} did not deliver the page within {Longest.TotalSeconds:0} seconds.");
        }
    }
}
