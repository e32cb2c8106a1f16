using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Fetches what people's links lead to: redirects, size, time and type are limited, and addresses that are not public are refused
/// at the moment of connecting. Refusal codes: url, url-scheme, url-credentials, url-port, private-address, unreachable, timeout,
/// status, redirects, content-type, too-large.
/// </summary>
public sealed class SourceFetcher : IDisposable
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8";

    private const int LongestCharset = 60;

    private const int LongestETag = 300;

    private readonly IntakeSettings _settings;
    private readonly HttpClient _client;

    /// <summary>A fetcher within the limits of the section <c>Intake</c>.</summary>
    public SourceFetcher(IntakeSettings settings, DeskSettings desk)
    {
        _settings = settings;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // What is counted is what comes out of unpacking, and reading ends at the limit: a bomb is cut off there.
            AutomaticDecompression = DecompressionMethods.All,
            // The handler's own proxy would be told the name and resolve it itself, after our look at it.
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 64,
            MaxConnectionsPerServer = 4,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, cancel) => SourceConnection.OpenAsync(context.DnsEndPoint, settings, cancel),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Add("User-Agent", $"ClaimTracker/0.1 (+{desk.PublicUrl.AbsoluteUri})");
        _client.DefaultRequestHeaders.Add("Accept", Accept);
        _client.DefaultRequestHeaders.Add("Accept-Language", "en, *;q=0.5");
    }

    /// <summary>Fetches a page or a plain text.</summary>
    public async Task<Result<FetchedSource>> FetchAsync(Uri url, CancellationToken cancel) =>
        (await AskAsync(url, FetchTerms.None, cancel)).Page;

    /// <summary>
    /// As <see cref="FetchAsync"/>, within what else holds for whoever asks, and with what the server said beside the page.
    /// </summary>
    internal async Task<FetchAnswer> AskAsync(Uri url, FetchTerms terms, CancellationToken cancel)
    {
        var said = new FetchAnswer();
        await using var turns = new FetchTurns(terms);
        var page = await AskAsync(url, terms, turns, said, cancel);
        return said with { Page = page };
    }

    private async Task<Result<FetchedSource>> AskAsync(
        Uri url,
        FetchTerms terms,
        FetchTurns turns,
        FetchAnswer said,
        CancellationToken cancel
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_settings.Timeout);
        var at = url;
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                if (
                    SourceAddress.Check(
                        at,
                        _settings.AllowPrivateAddresses || InternalHosts.Has(_settings, at.IdnHost, at.Port)
                    ) is
                    { } refusal
                )
                {
                    return redirects == 0
                        ? refusal
                        : refusal with
                        {
                            Message = $"{url.Host} redirects to where we do not go: {refusal.Message}",
                        };
                }

                if (await BarAsync(at, terms, limit, cancel) is { } barred)
                {
                    if (IsSite(at, url))
                        said.Leave(barred);
                    return barred.Why;
                }

                using var ask = Ask(at, terms.Kept);
                using var answer = await _client.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, limit.Token);
                said.Status = (int)answer.StatusCode;
                if (IsSite(at, url))
                    said.Hear(answer);
                if (RedirectOf(answer) is not { } location)
                    return await InTurnAsync(terms.Bodies, limit, () => ReadAsync(at, answer, terms, limit.Token), cancel);
                if (redirects == _settings.MaxRedirects)
                {
                    return new Refusal(
                        "redirects",
                        $"{url.Host} redirects more than {_settings.MaxRedirects} times; open the page in a browser and copy the address it ends at."
                    );
                }

                if (location.Address is not { } leads || !Uri.TryCreate(at, leads, out var next))
                {
                    return new Refusal(
                        "redirects",
                        $"{at.Host} redirects to “{PlainText.Shorten(PlainText.Of(location.Written), 200)}”, which is no address; open the page in a browser and copy the address it ends at."
                    );
                }

                // Whoever else is at that site may take their time; it is none of the server's.
                limit.CancelAfter(Timeout.InfiniteTimeSpan);
                if (!await turns.GoOnAsync(at, next, cancel))
                    return FetchAnswer.NoTurn(next);
                limit.CancelAfter(_settings.Timeout);

                // What another site does is none of the one that was asked: that one has answered.
                if (IsSite(next, url))
                    said.Answered = false;
                at = next;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Refusal(
                "timeout",
                $"{at.Host} did not deliver the page within {_settings.Timeout.TotalSeconds:0} seconds; try again later, or paste the text."
            );
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or BarFailedException))
        {
            // Whatever a server sends, what cannot be read is an answer like another: unpacking alone throws four kinds of
            // exceptions.
            return Explain(failure, at);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<NotAsked?> BarAsync(Uri at, FetchTerms terms, CancellationTokenSource limit, CancellationToken cancel)
    {
        if (terms.Bar is not { } bar)
            return null;
        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await bar(at, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw new BarFailedException(failure);
        }
        finally
        {
            limit.CancelAfter(_settings.Timeout);
        }
    }

    // The time that others take to be read is none of the site's.
    private async Task<T> InTurnAsync<T>(
        SemaphoreSlim? places,
        CancellationTokenSource limit,
        Func<Task<T>> read,
        CancellationToken cancel
    )
    {
        if (places is null)
            return await read();
        limit.CancelAfter(Timeout.InfiniteTimeSpan);
        await places.WaitAsync(cancel);
        try
        {
            limit.CancelAfter(_settings.Timeout);
            return await read();
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<Result<FetchedSource>> ReadAsync(
        Uri at,
        HttpResponseMessage answer,
        FetchTerms terms,
        CancellationToken cancel
    )
    {
        if (answer.StatusCode == HttpStatusCode.NotModified && IsOf(terms.Kept, at))
            return FetchAnswer.NotModified(at);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return new Refusal(
                "status",
                $"{at.Host} answered {(int)answer.StatusCode} ({PlainText.Shorten(answer.ReasonPhrase ?? "", 100)}) instead of the page; {AdviceFor(answer.StatusCode)}"
            );
        }

        var type = answer.Content.Headers.ContentType;
        if (
            terms.ReadsAtMost is null
            && type?.MediaType?.ToLowerInvariant() is not ("text/html" or "application/xhtml+xml" or "text/plain")
        )
        {
            return new Refusal(
                "content-type",
                $"{at.Host} sent {type?.MediaType ?? "something without a content type"}; only web pages and plain text are read. Save its text and upload or paste that."
            );
        }

        if (answer.Content.Headers.ContentLength > _settings.MaxBytes && terms.ReadsAtMost is null)
            return TooLarge(at);

        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 15];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (terms.ReadsAtMost is { } most && content.Length + read >= most)
            {
                content.Write(buffer, 0, most - (int)content.Length);
                break;
            }

            if (content.Length + read > _settings.MaxBytes)
                return TooLarge(at);
            if (terms.Body?.TryTake(read) == false)
                return FetchAnswer.NoPlace(at);
            content.Write(buffer, 0, read);
        }

        return new FetchedSource(
            at,
            content.ToArray(),
            type?.MediaType?.ToLowerInvariant() ?? WebPage.PlainText,
            Kept(type?.CharSet?.Trim('"'), LongestCharset)
        )
        {
            ETag = Kept(answer.Headers.ETag?.ToString(), LongestETag),
            LastModified = Kept(answer.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture), LongestETag),
        };
    }

    // What a server says at such length is no name; a database refuses what no text may hold.
    private static string? Kept(string? said, int longest) =>
        said is { Length: > 0 } && said.Length <= longest && !said.Any(char.IsControl) ? said : null;

    private Refusal TooLarge(Uri at) =>
        new(
            "too-large",
            $"The page at {at.Host} is larger than {_settings.MaxBytes:N0} bytes (Intake:MaxBytes); paste the part that matters."
        );

    private static HttpRequestMessage Ask(Uri at, KeptAnswer? kept)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, at);
        if (IsOf(kept, at))
            ask.Headers.TryAddWithoutValidation("If-None-Match", kept!.ETag);
        return ask;
    }

    private static bool IsOf(KeptAnswer? kept, Uri at) => kept?.Address == at.AbsoluteUri;

    private static bool IsSite(Uri one, Uri other) => WebAddress.HostOf(one.AbsoluteUri) == WebAddress.HostOf(other.AbsoluteUri);

    // Where an answer leads to; without an address where what stands there is none. Null where it leads nowhere.
    private static (string Written, Uri? Address)? RedirectOf(HttpResponseMessage answer) =>
        (int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) ? null
        : answer.Headers.Location is { } address ? (address.OriginalString, address)
        : answer.Headers.NonValidated.TryGetValues("Location", out var written) ? (written.ToString(), null)
        : null;

    private static string AdviceFor(HttpStatusCode status) =>
        (int)status switch
        {
            401 or 402 or 403 or 451 => "it may want a login or refuse programs. Paste the text, or save the page and upload it.",
            404 or 410 => "check the address, or look for the page in a web archive.",
            429 or >= 500 => "try again later, or paste the text.",
            _ => "open it in a browser, then paste the text.",
        };

    private static Refusal Explain(Exception failure, Uri at)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PrivateAddressException special:
                    return new Refusal(
                        "private-address",
                        $"{special.Host} is at no public address; such addresses are refused, so that a link does not reach into the desk's own network. Paste the text instead, or have an administrator name the host in Intake:InternalHosts."
                    );
                case ProxyException proxy:
                    return new Refusal(
                        "unreachable",
                        $"The desk's proxy does not lead to {at.Host}: {proxy.Message.TrimEnd('.')}. Try again later, or paste the text."
                    );
                case AuthenticationException:
                    return new Refusal(
                        "unreachable",
                        $"No secure connection to {at.Host}: {cause.Message.TrimEnd('.')}. Check the address, or paste the text."
                    );
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new Refusal(
                        "unreachable",
                        $"There is no server called {at.Host}; check the address for a typing error."
                    );
                case SocketException socket:
                    return new Refusal(
                        "unreachable",
                        $"{at.Host} cannot be reached ({socket.SocketErrorCode}); try again later, or paste the text."
                    );
            }
        }

        return new Refusal(
            "unreachable",
            $"{at.Host} broke off or sent what is no proper answer ({PlainText.Shorten(failure.Message, 300).TrimEnd('.')}); try again later, or paste the text."
        );
    }
}
