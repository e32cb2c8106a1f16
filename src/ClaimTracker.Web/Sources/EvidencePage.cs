using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>Reads the page of evidence while it is being added, so that whoever adds it hears at once whether the quote stands there.</summary>
public sealed class EvidencePage(SourceFetcher fetcher)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The page; refused with <c>timeout</c> where it takes longer than 5 s, and for every reason that fetching has.</summary>
    public async Task<Result<FetchedSource>> FetchAsync(string address, CancellationToken cancel)
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
