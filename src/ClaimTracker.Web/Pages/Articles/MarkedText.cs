namespace ClaimTracker.Web.Pages.Articles;

/// <summary>A claim's range in a text, in UTF-16 code units; <paramref name="Index"/> names the claim.</summary>
public readonly record struct MarkedRange(int Start, int End, int Index);

/// <summary>A run of characters that lie in the same claims.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="Innermost">The shortest claim around it, or null outside all.</param>
/// <param name="Depth">How many claims lie around it.</param>
/// <param name="Starting">Claims that begin with it.</param>
/// <param name="Ending">Claims that end with it.</param>
public sealed record MarkedSegment(
    int Start,
    int End,
    int? Innermost,
    int Depth,
    IReadOnlyList<int> Starting,
    IReadOnlyList<int> Ending
);

/// <summary>
/// Cuts a text into paragraphs, and those into segments at every edge of a claim, so that ranges which overlap or lie in one
/// another can be marked without crossing tags. Each character is in exactly one segment, save the line ends between paragraphs.
/// </summary>
public static class MarkedText
{
    /// <summary>The paragraphs of <paramref name="text"/>, each a list of segments in order.</summary>
    public static IEnumerable<IReadOnlyList<MarkedSegment>> Paragraphs(string text, IReadOnlyCollection<MarkedRange> ranges)
    {
        var byStart = ranges
            .Where(r => r.Start >= 0 && r.End <= text.Length && r.Start < r.End)
            .OrderBy(r => r.Start)
            .ThenByDescending(r => r.End)
            .ToArray();
        var edges = byStart.SelectMany(r => new[] { r.Start, r.End }).Distinct().Order().ToArray();
        List<MarkedRange> open = [];
        var (next, edge) = (0, 0);
        foreach (var (from, to) in Split(text))
        {
            List<MarkedSegment> segments = [];
            for (var at = from; at < to; )
            {
                while (edge < edges.Length && edges[edge] <= at)
                    edge++;
                var end = edge < edges.Length ? Math.Min(edges[edge], to) : to;
                open.RemoveAll(r => r.End <= at);
                List<int> starting = [];
                for (; next < byStart.Length && byStart[next].Start <= at; next++)
                {
                    if (byStart[next].End <= at)
                        continue;
                    open.Add(byStart[next]);
                    starting.Add(byStart[next].Index);
                }

                segments.Add(
                    new MarkedSegment(
                        at,
                        end,
                        open.Count == 0 ? null : open.MinBy(r => r.End - r.Start).Index,
                        open.Count,
                        starting,
                        [
                            .. open.Where(r => LastInside(text, r) is var last && last >= at && last < end)
                                .OrderBy(r => r.End - r.Start)
                                .Select(r => r.Index),
                        ]
                    )
                );
                at = end;
            }

            yield return segments;
        }
    }

    // A range that ends on the line end between two paragraphs ends with the paragraph before it.
    private static int LastInside(string text, MarkedRange range)
    {
        var last = range.End - 1;
        while (last > range.Start && text[last] == '\n')
            last--;
        return last;
    }

    // Where blank lines part the paragraphs, a single line end is only a new line within one.
    private static IEnumerable<(int From, int To)> Split(string text)
    {
        var separator = text.Contains("\n\n", StringComparison.Ordinal) ? "\n\n" : "\n";
        for (var from = 0; from < text.Length; )
        {
            var to = text.IndexOf(separator, from, StringComparison.Ordinal);
            if (to < 0)
                to = text.Length;
            if (to > from)
                yield return (from, to);
            from = to + separator.Length;
        }
    }
}
