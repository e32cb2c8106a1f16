using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Gives back to an article the lines of its page that Readability took for something else: a standfirst, short paragraphs,
/// headings and lists among those that it kept, or the half behind an advertisement. What stands beside kept paragraphs, inside
/// the page's own mark, or in the text that the page repeats for programs, is article.
/// </summary>
internal sealed class LostLines
{
    // Fewer characters than this in one container say nothing of its other lines.
    private const int LeastKept = 200;

    // Readability cuts up some pages so that its lines are no longer theirs; there is nothing to hold on to then.
    private const double MostUnplaced = 0.3;

    private readonly List<PageLine> _lines;
    private readonly bool _body;
    private readonly bool[] _marked;
    private readonly DescribedBody _described;
    private readonly bool[] _kept;
    private readonly IElement[] _containers;
    private readonly int _unplaced;

    private LostLines(List<PageLine> lines, ArticleMark? mark, DescribedBody described, IReadOnlyList<string> found)
    {
        _lines = lines;
        _body = mark is { IsBody: true };
        _marked = mark?.Lines ?? new bool[lines.Count];
        _described = described;
        _kept = Place(lines, found, out _unplaced);
        var breaks = new Dictionary<IElement, bool>();
        _containers = [.. lines.Select(line => line.Container(breaks))];
    }

    /// <summary>The article with its lost lines.</summary>
    /// <param name="lines">All lines of the page, cleaned.</param>
    /// <param name="mark">The page's own mark; null without one.</param>
    /// <param name="described">The text that the page repeats for programs.</param>
    /// <param name="found">The lines that Readability found.</param>
    public static string Restore(List<PageLine> lines, ArticleMark? mark, DescribedBody described, IReadOnlyList<string> found)
    {
        var article = new LostLines(lines, mark, described, found);
        if (article._unplaced > found.Sum(line => line.Length) * MostUnplaced)
            return string.Join('\n', found);
        article.BelieveMark();
        article.RestoreBesideKept();
        article.RestoreHeadings();
        return string.Join('\n', lines.Where((_, i) => article._kept[i]).Select(line => line.Text));
    }

    // Readability's lines come in the order of the page; a line that stands on it twice is taken at its next place. Some have
    // lost a word or two inside, so that their beginning has to do.
    private static bool[] Place(List<PageLine> lines, IReadOnlyList<string> found, out int unplaced)
    {
        var whole = Places(lines, line => line);
        var beginnings = Places(lines, Beginning);
        var kept = new bool[lines.Count];
        var last = -1;
        unplaced = 0;
        foreach (var line in found)
        {
            if (!whole.TryGetValue(line, out var places) && !beginnings.TryGetValue(Beginning(line), out places))
            {
                unplaced += line.Length;
                continue;
            }

            var place = places.Peek();
            while (place <= last && places.Count > 1)
                place = Next(places);
            kept[place] = true;
            last = Math.Max(last, place);
        }

        return kept;
    }

    private static int Next(Queue<int> places)
    {
        places.Dequeue();
        return places.Peek();
    }

    private static Dictionary<string, Queue<int>> Places(List<PageLine> lines, Func<string, string> key)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!places.TryGetValue(key(lines[i].Text), out var queue))
                places[key(lines[i].Text)] = queue = new Queue<int>();
            queue.Enqueue(i);
        }

        return places;
    }

    private static string Beginning(string line) => line[..Math.Min(line.Length, 32)];

    // Where Readability found something else than what the page marks, the page is right; a frame has too much around the article
    // to be believed as easily as the text alone.
    private void BelieveMark()
    {
        int inside = 0,
            outside = 0,
            marked = 0,
            last = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_marked[i] && _lines[i].IsProse)
                marked += _lines[i].Text.Length;
            if (_marked[i])
                last = i;
            if (!_kept[i])
                continue;
            if (_marked[i])
                inside += _lines[i].Text.Length;
            else
                outside += _lines[i].Text.Length;
        }

        if (marked > outside * (_body ? 1 : 3) && inside <= outside)
        {
            for (var i = 0; i < _lines.Count; i++)
                _kept[i] = _marked[i] && !_lines[i].IsLinks;
        }
        else if (_body && inside > 3 * outside)
        {
            for (var i = last + 1; i < _lines.Count; i++)
                _kept[i] = false;
        }
    }

    private void RestoreBesideKept()
    {
        var (first, last) = (Array.IndexOf(_kept, true), Array.LastIndexOf(_kept, true));
        if (first < 0)
            return;
        var ours = OurContainers();
        var all = MissesMuchOfMark(ours);
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_kept[i] || ArticleLines.IsLabel(_lines[i].Text))
                continue;
            var line = _lines[i];
            var beside = ours.Contains(_containers[i]);
            _kept[i] =
                (line.IsProse && (beside || (all && _marked[i]) || _described.Holds(line.Text)))
                || (beside && i > first && i < last && line.IsTextBlock && !line.IsHeading && !line.IsLinks);
        }
    }

    // A little that Readability left out of a mark is what pages put among their paragraphs; much is half of the article,
    // or, where the mark is only a frame, most of it.
    private bool MissesMuchOfMark(HashSet<IElement> ours)
    {
        int kept = 0,
            missed = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_kept[i])
                kept += _lines[i].Text.Length;
            else if (_marked[i] && _lines[i].IsProse && !ours.Contains(_containers[i]))
                missed += _lines[i].Text.Length;
        }

        return _body ? missed * 10 > kept * 3 : missed > kept * 2;
    }

    private HashSet<IElement> OurContainers()
    {
        var (all, kept) = (new Dictionary<IElement, int>(), new Dictionary<IElement, int>());
        for (var i = 0; i < _lines.Count; i++)
        {
            var container = _containers[i];
            all[container] = all.GetValueOrDefault(container) + _lines[i].Text.Length;
            if (_kept[i])
                kept[container] = kept.GetValueOrDefault(container) + _lines[i].Text.Length;
        }

        return [.. kept.Where(c => c.Value >= LeastKept && c.Value * 2 >= all[c.Key]).Select(c => c.Key)];
    }

    // A heading belongs to the article where a kept line of its own container follows it.
    private void RestoreHeadings()
    {
        var first = Array.IndexOf(_kept, true);
        for (var i = _lines.Count - 2; i > first && first >= 0; i--)
        {
            if (
                _lines[i].IsHeading
                && _kept[i + 1]
                && _containers[i] == _containers[i + 1]
                && !_lines[i].IsLinks
                && !ArticleLines.IsLabel(_lines[i].Text)
            )
            {
                _kept[i] = true;
            }
        }
    }
}
