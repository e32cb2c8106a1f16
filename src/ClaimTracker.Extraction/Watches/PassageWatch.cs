using ClaimTracker.Extraction.Quantities;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Looks whether a page still says what was quoted from it: the passage, not the page, since pages change all the time.</summary>
public static class PassageWatch
{
    /// <summary>Compares presence, wording and figures. Deterministic, and linear in the length of the page.</summary>
    /// <param name="quote">The passage, as it was quoted; omissions ("…", "[…]") and insertions in brackets are left out of account.</param>
    /// <param name="page">The page's text, a block a line.</param>
    public static PassageLook Look(string quote, string page)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(page);
        var words = PassageWords.Of(page);
        if (TakenBack.Withdrawal(page) is { } withdrawal)
            return new PassageLook(PassageState.Changed, withdrawal, [], true);
        // A page that prints the very marks of omission is matched as it is, before the quote is taken apart.
        var whole = LookAt(quote, page, words);
        if (whole.State == PassageState.Unchanged || QuoteParts.Of(quote) is not { Count: > 0 } parts || (parts.Count == 1 && parts[0].Length == quote.Length)) return whole;
        var looks = parts.Select(part => LookAt(part, page, words)).ToList();
        var worst = looks.MaxBy(look => look.State)!;
        if (worst.State == PassageState.Unchanged) return worst;
        // One part gone and another still there: the passage as a whole has changed.
        return worst.State == PassageState.Missing && looks.Exists(look => look.State != PassageState.Missing)
            ? whole.State == PassageState.Changed ? whole : worst
            : new PassageLook(worst.State, string.Join(" […] ", looks.Zip(parts, (look, part) => look.Now ?? part.Trim())), [.. looks.SelectMany(look => look.Figures)], looks.Exists(look => look.TakenBack));
    }

    private static PassageLook LookAt(string quote, string page, List<PassageWord> words)
    {
        var wanted = PassageWords.Of(quote);
        if (wanted.Count == 0) return PassageLook.Missing;
        PassageLook? takenBack = null;
        foreach (var at in ExactPlaces(wanted, words))
        {
            var (start, end) = (words[at].Start, words[at + wanted.Count - 1].End);
            if (!TakenBack.At(page, start, end)) return PassageLook.Unchanged;
            takenBack ??= new PassageLook(PassageState.Changed, LineAround(page, start, end), [], true);
        }

        if (takenBack is not null) return takenBack;
        if (ClosestPassage.Find(wanted, words) is not var (first, last)) return PassageLook.Missing;
        var now = page[words[first].Start..words[last].End];
        return new PassageLook(PassageState.Changed, OneLine(now), ChangedFigures(quote, now), false);
    }

    // Knuth, Morris, Pratt: a page of one word repeated a million times is searched in one pass.
    private static IEnumerable<int> ExactPlaces(List<PassageWord> wanted, List<PassageWord> words)
    {
        var back = new int[wanted.Count];
        for (int i = 1, k = 0; i < wanted.Count; i++)
        {
            while (k > 0 && wanted[i].Form != wanted[k].Form) k = back[k - 1];
            if (wanted[i].Form == wanted[k].Form) k++;
            back[i] = k;
        }

        for (int i = 0, k = 0; i < words.Count; i++)
        {
            while (k > 0 && (k == wanted.Count || words[i].Form != wanted[k].Form)) k = back[k - 1];
            if (words[i].Form == wanted[k].Form) k++;
            if (k == wanted.Count) yield return i - k + 1;
        }
    }

    private static List<FigureChange> ChangedFigures(string quote, string now)
    {
        var (before, after) = (FiguresOf(quote), FiguresOf(now));
        if (before.Count != after.Count) return [];
        return [.. before.Zip(after).Where(pair => !Same(pair.First.Figure, pair.Second.Figure)).Select(pair => new FigureChange(pair.First.Text, pair.Second.Text))];
    }

    private static List<(Quantity Figure, string Text)> FiguresOf(string text)
    {
        List<Quantity> found = [];
        QuantityScanner.Scan(text, new TextSpan(0, text.Length), found);
        return [.. found.Select(figure => (figure, OneLine(figure.Span.Of(text))))];
    }

    private static bool Same(Quantity a, Quantity b) =>
        (a.Value, a.Low, a.High, a.Comparator, a.Unit) == (b.Value, b.Low, b.High, b.Comparator, b.Unit);

    private static string LineAround(string page, int start, int end)
    {
        var from = start == 0 ? 0 : page.LastIndexOf('\n', start - 1) + 1;
        var stop = page.IndexOf('\n', end);
        return OneLine(page[Math.Max(from, start - 300)..Math.Min(stop < 0 ? page.Length : stop, end + 300)]);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
