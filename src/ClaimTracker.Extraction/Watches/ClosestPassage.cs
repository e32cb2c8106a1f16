namespace ClaimTracker.Extraction.Watches;

/// <summary>Finds the stretch of a page that is most like a quote.</summary>
internal static class ClosestPassage
{
    // Half of what a passage says has to be there before something else is called its new wording.
    private const double Least = 0.5;
    private const int LongestAligned = 800;

    private static readonly HashSet<string> Small =
    [
        "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "but", "is", "are", "was", "were", "be", "been",
        "has", "have", "had", "it", "its", "as", "that", "this", "than", "which", "who", "will", "would", "said", "says", "he", "she", "they",
    ];

    /// <summary>Its first and last word's place on the page; null where nothing is like it.</summary>
    public static (int First, int Last)? Find(List<PassageWord> quote, List<PassageWord> page)
    {
        if (quote.Count == 0 || BestWindow(quote, page) is not { } window) return null;
        if (quote.Count > LongestAligned) return (window, Math.Min(page.Count, window + quote.Count) - 1);
        var from = Math.Max(0, window - quote.Count / 2);
        var to = Math.Min(page.Count, window + quote.Count + quote.Count / 2 + 8);
        return Align(quote, page, from, to);
    }

    // Windows as long as the quote, by the weight of the words they share with it. One pass over the page.
    private static int? BestWindow(List<PassageWord> quote, List<PassageWord> page)
    {
        var wanted = new Dictionary<string, int>();
        double all = 0, shared = 0, best = 0;
        foreach (var word in quote)
        {
            wanted[word.Form] = wanted.GetValueOrDefault(word.Form) + 1;
            all += Weight(word);
        }

        var at = -1;
        for (var i = 0; i < page.Count; i++)
        {
            if (Take(page[i], -1) >= 0) shared += Weight(page[i]);
            if (i >= quote.Count && Take(page[i - quote.Count], +1) > 0) shared -= Weight(page[i - quote.Count]);
            if (shared > best + 1e-9) (best, at) = (shared, i);
        }

        return best >= Least * all ? Math.Max(0, at - quote.Count + 1) : null;

        int Take(PassageWord word, int by) => wanted.TryGetValue(word.Form, out var left) ? wanted[word.Form] = left + by : by < 0 ? -1 : 0;
    }

    /// <summary>The longest common run of words, in order; then as many words more on either side as the quote has left over.</summary>
    private static (int First, int Last) Align(List<PassageWord> quote, List<PassageWord> page, int from, int to)
    {
        var (rows, columns) = (quote.Count, to - from);
        var length = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                length[i, j] = quote[i].Form == page[from + j].Form
                    ? length[i + 1, j + 1] + 1
                    : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        int first = -1, last = -1, before = 0, after = rows;
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (quote[i].Form == page[from + j].Form)
            {
                if (first < 0) (first, before) = (j, i);
                (last, after) = (j, rows - 1 - i);
                (i, j) = (i + 1, j + 1);
            }
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        }

        return first < 0 ? (from, to - 1) : (Math.Max(0, from + first - before), Math.Min(page.Count - 1, from + last + after));
    }

    private static double Weight(PassageWord word) => Small.Contains(word.Form) ? 0.2 : word.IsNumber ? 0.6 : 1;
}
