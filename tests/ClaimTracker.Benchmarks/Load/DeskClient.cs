using System.Text.RegularExpressions;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>One person's browser: it keeps its cookies, sends forms with their token and follows redirects.</summary>
internal sealed partial class DeskClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10) })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(5),
    };

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(string name, string password)
    {
        var (page, landed) = await PostAsync(
            "/signin",
            await TokenAsync("/signin"),
            new() { ["Input.Name"] = name, ["Input.Password"] = password }
        );
        if (landed.AbsolutePath == "/signin")
            throw new InvalidOperationException($"{name} could not sign in: {page}");
    }

    /// <summary>A page's text.</summary>
    /// <exception cref="InvalidOperationException">The status is another one than 200.</exception>
    public async Task<string> OpenAsync(string path) =>
        (await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.Relative)))).Page;

    /// <summary>Opens a page for the token that its forms carry.</summary>
    public async Task<string> TokenAsync(string path) =>
        Token().Match(await OpenAsync(path)) is { Success: true } found
            ? found.Groups[1].Value
            : throw new InvalidOperationException($"{path} has no form.");

    /// <summary>Sends a form, and says what page that led to.</summary>
    public async Task<(string Page, Uri Landed)> PostAsync(string path, string token, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        return await ReadAsync(await _http.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    public void Dispose() => _http.Dispose();

    private static async Task<(string Page, Uri Landed)> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var page = await answer.Content.ReadAsStringAsync();
            var landed = answer.RequestMessage!.RequestUri!;
            return (int)answer.StatusCode == 200
                ? (page, landed)
                : throw new InvalidOperationException($"{landed} answered {(int)answer.StatusCode}.");
        }
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Token();
}
