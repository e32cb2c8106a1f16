namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// When a heading in other words is the same: it says nothing of its own now ("Details", "At a glance"), what it said before was
/// as empty or stands in the passage itself, and nothing else changed around it. A year, a name, a state or a doubt in either is
/// no such word.
/// </summary>
internal static class HeadingWords
{
    private static readonly HashSet<string> Empty =
    [
        "key",
        "main",
        "basic",
        "quick",
        "detail",
        "details",
        "point",
        "points",
        "fact",
        "facts",
        "figure",
        "figures",
        "finding",
        "findings",
        "result",
        "results",
        "summary",
        "overview",
        "highlights",
        "glance",
        "brief",
        "background",
        "introduction",
        "information",
        "essentials",
        "basics",
        "what",
        "where",
        "how",
        "we",
        "you",
        "know",
        "known",
        "need",
        "things",
        "stand",
        "thing",
        "applies",
        "apply",
        "works",
        "to",
        "in",
        "at",
        "a",
        "an",
        "the",
        "of",
        "it",
        "about",
        "this",
        "so",
        "far",
        "is",
        "are",
        "and",
        "for",
        "general",
        "description",
        "more",
        "section",
        "content",
        "contents",
        "numbers",
        "topline",
        "headline",
        "headlines",
        "takeaways",
        "should",
        "full",
        "short",
        "story",
        "notes",
        "process",
        "procedure",
        "method",
        "methods",
        "next",
        "happens",
        "context",
        "release",
        "abstract",
        "further",
        "text",
        "read",
        "on",
    ];

    private static readonly string[] Telling = ["Strong", "Correction", "Negation", "Reserve", "AsOf", "Status", "When"];

    /// <summary>True where the headings above a passage differ in such words alone.</summary>
    public static bool IsSame(PageStatements kept, Place was, PageStatements page, Place now)
    {
        // A heading that says nothing now stands between the page's title and the passage.
        if (was.First.Block.Level <= 1 && now.First.Block is { Level: > 1, Heading: { } between })
        {
            return IsEmpty(PlainWords.Of(between))
                && !IsLoaded(PlainWords.Of(between), was)
                && kept.Lacks(KeptLook.HeadingKey(between))
                && AreBesideTheSame(kept, was, page, now);
        }

        if (was.First.Block.Heading is not { } old)
            return false;
        var before = PlainWords.Of(old);
        if (now.First.Block.Heading is not { } fresh)
            return IsEmpty(before) && !IsLoaded(before, was) && IsGone(kept, was, page, now, old);
        var after = PlainWords.Of(fresh);
        if (now.First.Block.Level == 1 && was.First.Block.Level > 1)
            return IsEmpty(before) && !kept.Lacks(KeptLook.HeadingKey(fresh)) && IsGone(kept, was, page, now, old);
        if (was.First.Block.Level != now.First.Block.Level || was.First.Block.Level < 2)
            return false;
        if (!IsEmpty(after) || IsLoaded(before, was))
            return false;
        var said = was.Statements.SelectMany(s => s.Words).Select(word => word.Stem).ToHashSet();
        if (!before.TrueForAll(word => Empty.Contains(word.Form) || said.Contains(word.Stem)))
            return false;
        // The old heading is no heading of anything any more, nor was the new one.
        return (kept.Lacks(KeptLook.HeadingKey(fresh)) || IsEmpty(before)) && IsGone(kept, was, page, now, old);
    }

    private static bool IsGone(PageStatements kept, Place was, PageStatements page, Place now, string old) =>
        page.Lacks(KeptLook.HeadingKey(old)) && AreBesideTheSame(kept, was, page, now);

    private static bool AreBesideTheSame(PageStatements kept, Place was, PageStatements page, Place now) =>
        Beside(kept, was, -1) == Beside(page, now, -1) && Beside(kept, was, 1) == Beside(page, now, 1);

    private static bool IsEmpty(List<PlainWord> words) =>
        words.Count is > 0 and < 6 && words.TrueForAll(word => Empty.Contains(word.Form));

    private static bool IsLoaded(List<PlainWord> words, Place was)
    {
        var cues = new Cues(words, null);
        var names = was
            .Statements.SelectMany(s => s.Words.Skip(1))
            .Where(word => word.Capital)
            .Select(word => word.Stem)
            .ToHashSet();
        return Telling.Any(cues.Has)
            || words.Exists(word => word.IsFigure || word.IsDay || Tells.ADate(word) || names.Contains(word.Stem));
    }

    // The nearest sentence of the text, headings passed over.
    private static string? Beside(PageStatements page, Place place, int step)
    {
        for (var at = (step < 0 ? place.First : place.Last).Index + step; at >= 0 && at < page.All.Count; at += step)
        {
            if (page.All[at].Block is { Zone: PageZone.Body, Kind: not (BlockKind.Heading or BlockKind.Field) })
                return page.All[at].Key;
        }

        return null;
    }
}
