using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>What holds for a fetch beside the limits of the section <c>Intake</c>.</summary>
/// <param name="Enter">Waits for the turn at a site that a redirect leads to; null, or a null of its own, where nobody keeps
/// turns or none came. Disposing ends it.</param>
/// <param name="Bodies">How many bodies are read at once; null where there is no limit. A site that has not answered yet takes no
/// place.</param>
/// <param name="Body">What the body takes of the memory for all that are in flight; null where there is no limit to them.</param>
internal sealed record FetchTerms(
    Func<string, CancellationToken, Task<IAsyncDisposable?>>? Enter,
    SemaphoreSlim? Bodies,
    BodyShare? Body
)
{
    /// <summary>Nothing else holds.</summary>
    public static readonly FetchTerms None = new(null, null, null);

    /// <summary>The page as it was kept; null where none is that could be asked about.</summary>
    public KeptAnswer? Kept { get; init; }

    /// <summary>
    /// Why an address is not to be asked for, wherever it comes from; null, or a null of its own, where it is. The time that it
    /// takes is none of the page's.
    /// </summary>
    public Func<Uri, CancellationToken, Task<NotAsked?>>? Bar { get; init; }

    /// <summary>
    /// Set for what is read as far as this many bytes, of whatever type it says it is; null for pages, which are read whole.
    /// </summary>
    public int? ReadsAtMost { get; init; }
}

/// <summary>Why an address is not asked for.</summary>
/// <param name="Why">The reason.</param>
/// <param name="RetryAfter">For how long its site asks to be left alone; null where it does not.</param>
internal sealed record NotAsked(Refusal Why, TimeSpan? RetryAfter = null);

/// <summary>Whether an address may be asked for could not be told: our own failure, and no answer of a site.</summary>
/// <param name="failure">What went wrong.</param>
internal sealed class BarFailedException(Exception failure)
    : Exception("Whether a page may be asked for could not be told.", failure);

/// <summary>A page that was kept as it was answered, so that its server may say that it is still this one.</summary>
/// <param name="SnapshotId">The snapshot.</param>
/// <param name="Address">Where the answer came from: it is of no other address.</param>
/// <param name="ETag">What the server called it.</param>
internal sealed record KeptAnswer(long SnapshotId, string Address, string ETag);

/// <summary>What a server answered, and said beside it.</summary>
internal sealed record FetchAnswer
{
    private const string NoTurnCode = "no-turn";
    private const string NoPlaceCode = "no-place";
    private const string NotModifiedCode = "not-modified";
    private const string ForbiddenCode = "robots";

    /// <summary>The page, or why there is none.</summary>
    public Result<FetchedSource> Page { get; init; }

    /// <summary>
    /// True where the site that was asked has answered at all, whatever it said; one that it leads to is none of it. Where it
    /// leads on to itself, the last answer counts.
    /// </summary>
    public bool Answered { get; set; }

    /// <summary>For how long that site asks to be left alone; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>True where it was we who gave up: nothing was seen of the source.</summary>
    public bool IsNotMade => Page.Refusal?.Code is NoTurnCode or NoPlaceCode;

    /// <summary>
    /// True where the server said that the page is still the one that was kept. It is no outcome: that page is compared like any
    /// other.
    /// </summary>
    public bool IsAsKept => Page.Refusal?.Code == NotModifiedCode;

    /// <summary>True where the site of the page, or one that it leads to, lets no program read it: it was not asked.</summary>
    public bool IsForbidden => Page.Refusal?.Code == ForbiddenCode;

    /// <summary>The status of the last answer; null where there was none.</summary>
    public int? Status { get; set; }

    /// <summary>A site lets no program read a page.</summary>
    public static Refusal Forbidden(Uri at) =>
        new(ForbiddenCode, $"The robots.txt of {at.Host} asks programs not to read {PlainText.Shorten(at.PathAndQuery, 200)}.");

    /// <summary>The page is still the one that was kept.</summary>
    public static Refusal NotModified(Uri at) =>
        new(NotModifiedCode, $"{at.Host} says that the page is still the one that was kept.");

    /// <summary>Another site could not be asked, since somebody else is at it or it is to be left alone.</summary>
    public static Refusal NoTurn(Uri at) =>
        new(NoTurnCode, $"{at.Host} is asked by somebody else just now, or is to be left alone for a while.");

    /// <summary>So many pages are being read that there is no room for another.</summary>
    public static Refusal NoPlace(Uri at) =>
        new(NoPlaceCode, $"The page at {at.Host} was left for later: many are being read just now.");

    internal void Leave(NotAsked said) => RetryAfter = said.RetryAfter;

    internal void Hear(HttpResponseMessage answer)
    {
        Answered = true;
        var asked = answer.Headers.RetryAfter;
        RetryAfter = (int)answer.StatusCode is not (429 or 503)
            ? null
            : asked?.Delta ?? (asked?.Date is { } until && answer.Headers.Date is { } date ? until - date : null);
    }
}

/// <summary>The turn at the site that the redirects of one fetch have led to.</summary>
internal sealed class FetchTurns(FetchTerms terms) : IAsyncDisposable
{
    private IAsyncDisposable? _turn;

    /// <summary>Goes on to another address. False where its site cannot be asked now.</summary>
    public async Task<bool> GoOnAsync(Uri from, Uri to, CancellationToken cancel)
    {
        if (
            terms.Enter is not { } enter
            || WebAddress.HostOf(to.AbsoluteUri) is not { } host
            || host == WebAddress.HostOf(from.AbsoluteUri)
        )
        {
            return true;
        }

        await DisposeAsync();
        _turn = await enter(host, cancel);
        return _turn is not null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_turn is { } held)
            await held.DisposeAsync();
        _turn = null;
    }
}
