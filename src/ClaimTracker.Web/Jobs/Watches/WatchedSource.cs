using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>A source that a claim's verdict stands on, with the passage to look for and the page as it was kept.</summary>
internal sealed record WatchedSource(Evidence Evidence)
{
    public string Source => Evidence.Source;

    public string Url => Evidence.Url!;

    public string Quote => Evidence.Quote;

    public Snapshot? Kept => Evidence.Snapshot;

    public FigureCondition Condition => FigureConditions.Compared(Evidence);

    public QuotePlace? Place => Evidence.ConfirmedPlace is { } confirmed ? QuotePlaces.Compared(confirmed) : null;
}

/// <summary>What a look at one source gave.</summary>
internal sealed record SourceLook(
    WatchedSource Watched,
    RecheckOutcome Outcome,
    PageLook? Passage,
    string? Failure,
    FetchedSource? Fetched
)
{
    /// <summary>Compares what was fetched with what was kept; what cannot be read is unreachable, whatever the reason.</summary>
    /// <param name="watched">The source.</param>
    /// <param name="source">What was fetched.</param>
    /// <param name="now">The same as a page.</param>
    public static SourceLook Of(WatchedSource watched, FetchedSource source, WatchedPage now)
    {
        // What was answered as it was kept is read once.
        var before =
            watched.Kept is not { } kept ? null
            : IsSame(kept, source) ? now
            : PageBlocks.Of(kept);
        var look = ConditionedLook.Look(watched.Quote, before, now, watched.Condition, watched.Place);
        return look.Outcome == LookOutcome.Unreadable
            ? new SourceLook(watched, RecheckOutcome.Unreachable, look, look.Why, null)
            : new SourceLook(watched, OutcomeOf(look.Outcome), look, null, source);
    }

    /// <summary>A look at a source that could not be read.</summary>
    public static SourceLook Unread(WatchedSource watched, string why) =>
        new(watched, RecheckOutcome.Unreachable, null, why, null);

    /// <summary>No look was made: the site lets no program read the page.</summary>
    public static SourceLook NotLooked(WatchedSource watched, string why) =>
        new(watched, RecheckOutcome.Unwatched, null, why, null);

    private static bool IsSame(Snapshot kept, FetchedSource source) =>
        kept.ContentType == source.ContentType
        && kept.Charset == source.Charset
        && kept.FinalAddress == source.Url.AbsoluteUri
        && kept.Content.AsSpan().SequenceEqual(source.Content);

    // Not known is a finding, never the good word.
    private static RecheckOutcome OutcomeOf(LookOutcome outcome) =>
        outcome switch
        {
            LookOutcome.Unchanged => RecheckOutcome.Unchanged,
            LookOutcome.Missing => RecheckOutcome.Missing,
            LookOutcome.Unreadable => RecheckOutcome.Unreachable,
            _ => RecheckOutcome.Changed,
        };

    /// <summary>The look in words, a line each for old and new.</summary>
    public string Finding =>
        Outcome switch
        {
            RecheckOutcome.Unchanged => $"{Watched.Source}: {Passage!.Why}",
            RecheckOutcome.Missing =>
                $"{Watched.Source}: the passage is not on {Watched.Url}. {Passage!.Why}\nWas: “{Passage.Was}”",
            RecheckOutcome.Unreachable => $"{Watched.Source}: could not be read. {Failure}",
            RecheckOutcome.Unwatched => $"{Watched.Source}: was not looked at. {Failure}",
            RecheckOutcome.Changed => $"{Watched.Source}: {Passage!.Why}\nWas: “{Passage.Was}”\nNow: “{Passage.Now}”{Figures}",
            _ => throw new InvalidOperationException($"A look at a page never gives {Outcome}."),
        };

    /// <summary>What was seen of the passage itself; null where it stands as it did, or where nothing could be read.</summary>
    public SeenPassage? Seen =>
        Outcome switch
        {
            RecheckOutcome.Unchanged => Passage!.Within is { } within
                ? new SeenPassage(Stands: true, Within: PlainText.Of(within))
                : null,
            RecheckOutcome.Changed or RecheckOutcome.Missing => new SeenPassage(
                PassageStanding.IsIn(Passage!, Watched.Quote),
                PlainText.Of(Passage!.Was),
                Passage.Now is { } now ? PlainText.Of(now) : null
            ),
            RecheckOutcome.Unreachable or RecheckOutcome.Unwatched => null,
            _ => throw new InvalidOperationException($"A look at a page never gives {Outcome}."),
        };

    private string Figures =>
        Passage!.Figures.Count == 0 ? "" : "\nFigures: " + string.Join("; ", Passage.Figures.Select(f => $"{f.Was} → {f.Now}"));
}
