using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Public;

/// <summary>A claim's words with what stands around them.</summary>
public sealed record Excerpt(string Before, string Marked, string After);

/// <summary>
/// Cuts what is shown of an article out of its text: the claim's sentence and at most one on either side, <see cref="Longest"/>
/// characters together. Whole sentences where they fit, else cut at a word, with … for what is left out.
/// </summary>
public sealed class ExcerptText(string text)
{
    /// <summary>The most that is shown around one place, in characters.</summary>
    public const int Longest = 500;

    private readonly List<TextSpan> _sentences = SentenceSplitter.Split(text);

    /// <summary>The excerpt around <paramref name="start"/>..<paramref name="end"/>.</summary>
    public Excerpt Around(int start, int end)
    {
        if (end - start >= Longest)
            return new Excerpt("", CutEnd(text[start..end], Longest), "");
        var (from, to) = Sentence(start, end);
        var left = Longest - (end - start);

        // The sentence comes first, then its neighbours, each with what the other leaves.
        var (ownBefore, ownAfter) = Share(start - from, to - end, left);
        left -= ownBefore + ownAfter;
        var (before, after) = (ownBefore == start - from ? Before(from) : from, ownAfter == to - end ? After(to) : to);
        var (moreBefore, moreAfter) = Share(from - before, after - to, left);
        return new Excerpt(
            CutStart(text[before..start], ownBefore + moreBefore),
            text[start..end],
            CutEnd(text[end..after], ownAfter + moreAfter)
        );
    }

    private (int From, int To) Sentence(int start, int end)
    {
        var own = _sentences.Where(s => s.Start < end && s.End > start).ToList();
        return own.Count == 0 ? (start, end) : (Math.Min(start, own[0].Start), Math.Max(end, own[^1].End));
    }

    // A neighbour in another paragraph is none.
    private int Before(int from)
    {
        var at = _sentences.FindLastIndex(s => s.End <= from);
        return at >= 0 && !text.AsSpan(_sentences[at].End, from - _sentences[at].End).Contains('\n')
            ? _sentences[at].Start
            : from;
    }

    private int After(int to)
    {
        var at = _sentences.FindIndex(s => s.Start >= to);
        return at >= 0 && !text.AsSpan(to, _sentences[at].Start - to).Contains('\n') ? _sentences[at].End : to;
    }

    private static (int One, int Other) Share(int one, int other, int left)
    {
        if (one + other <= left)
            return (one, other);
        var half = left / 2;
        return one <= half ? (one, left - one)
            : other <= half ? (left - other, other)
            : (half, half);
    }

    private static string CutStart(string words, int most)
    {
        if (words.Length <= most || most < 1)
            return most < 1 ? "" : words;
        var kept = most > 1 ? words[^(most - 1)..] : "";
        var blank = kept.AsSpan().IndexOfAny(' ', '\n');
        return blank < 0 ? "…" : "…" + kept[blank..];
    }

    private static string CutEnd(string words, int most)
    {
        if (words.Length <= most || most < 1)
            return most < 1 ? "" : words;
        var kept = words[..Math.Max(0, most - 1)];
        var blank = kept.AsSpan().LastIndexOfAny(' ', '\n');
        return blank < 0 ? "…" : kept[..blank] + "…";
    }
}
