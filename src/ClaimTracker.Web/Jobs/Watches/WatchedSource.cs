using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>A source that a claim's verdict stands on, with the passage to look for.</summary>
internal sealed record WatchedSource(Evidence Evidence)
{
    public string Source => Evidence.Source;

    public string Url => Evidence.Url!;

    public string Quote => Evidence.Quote;
}

/// <summary>What a look at one source gave.</summary>
internal sealed record SourceLook(WatchedSource Watched, RecheckOutcome Outcome, PassageLook? Passage, string? Failure, FetchedSource? Fetched)
{
    private const int LongestPassage = 1_000;

    /// <summary>Compares what was fetched with what was quoted. What could not be fetched or read is unreachable, whatever the reason.</summary>
    public static SourceLook Of(WatchedSource watched, Result<FetchedSource> fetched)
    {
        if (fetched is not { Value: { } source })
            return new SourceLook(watched, RecheckOutcome.Unreachable, null, fetched.Refusal!.Message, null);
        var text = PageText.Of(source);
        if (text is not { Value: { } page })
            return new SourceLook(watched, RecheckOutcome.Unreachable, null, text.Refusal!.Message, null);
        var look = PassageWatch.Look(watched.Quote, page);
        var outcome = look.State switch
        {
            PassageState.Unchanged => RecheckOutcome.Unchanged,
            PassageState.Changed => RecheckOutcome.Changed,
            _ => RecheckOutcome.Missing,
        };
        return new SourceLook(watched, outcome, look, null, source);
    }

    /// <summary>The look in words, a line each for old and new.</summary>
    public string Finding => Outcome switch
    {
        RecheckOutcome.Unchanged => $"{Watched.Source}: the passage stands as quoted.",
        RecheckOutcome.Missing => $"{Watched.Source}: the passage is not on {Watched.Url} any more.\nWas: “{Short(Watched.Quote)}”",
        RecheckOutcome.Unreachable => $"{Watched.Source}: could not be read. {Failure}",
        _ => $"{Watched.Source}: {(Passage!.TakenBack ? "the page takes the passage back." : "the passage reads differently now.")}\nWas: “{Short(Watched.Quote)}”\nNow: “{Short(Passage.Now ?? "")}”{Figures}",
    };

    private string Figures => Passage!.Figures.Count == 0 ? "" : "\nFigures: " + string.Join("; ", Passage.Figures.Select(f => $"{f.Was} → {f.Now}"));

    private static string Short(string passage) => passage.Length <= LongestPassage ? passage : passage[..LongestPassage] + "…";
}
