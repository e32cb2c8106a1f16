using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Whether two headings, or titles, of a page say the same, or the same in other words.</summary>
internal static partial class SameHeading
{
    private const int MostAdded = 3;

    /// <summary>What a title's new words may not add, nor leave out.</summary>
    public static readonly string[] Turning = ["Strong", "Correction", "Negation", "Reserve", "AsOf", "Status"];

    private static readonly string[] Loaded = ["Strong", "Correction", "Negation", "Reserve", "Newer", "AsOf", "Status"];

    /// <summary>
    /// True where two headings say the same but for a counter, a site's name behind a bar or an article: nothing that says
    /// something came or went.
    /// </summary>
    public static bool IsSame(string? was, string? now)
    {
        if (was is null || now is null)
            return false;
        // A number in front came or went.
        if (Numbering.Of(was) is null && Numbering.Of(now) is { } got)
            return got.Rest == KeptLook.HeadingKey(was);
        if (Numbering.Of(now) is null && Numbering.Of(was) is { } had)
            return had.Rest == KeptLook.HeadingKey(now);
        var (old, fresh) = (Bare(was), Bare(now));
        return old.Count > 0 && (old.SequenceEqual(fresh) || IsWithin(old, now) || IsWithin(fresh, was));
    }

    // "In brief: …", "… (with pictures)": a word or three before or behind that say nothing of what is reported.
    private static bool IsWithin(List<string> title, string longer)
    {
        var words = PlainWords
            .Of(Extras().Replace(longer, ""))
            .Where(word => word.Form is not ("a" or "an" or "the" or "and"))
            .ToList();
        if (title.Count < MostAdded || words.Count - title.Count is < 1 or > MostAdded)
            return false;
        var forms = words.ConvertAll(word => word.Form);
        var leads = forms.Take(title.Count).SequenceEqual(title);
        if (!leads && !forms.TakeLast(title.Count).SequenceEqual(title))
            return false;
        var added = leads ? words[title.Count..] : words[..^title.Count];
        return !added.Exists(word => word.IsFigure || word.IsDay || !word.IsWord || word.Form is "myth" or "why" or "if")
            && new Cues(added, null) is var cues
            && !Loaded.Any(cues.Has);
    }

    private static List<string> Bare(string heading) =>
        [
            .. PlainWords
                .Of(Extras().Replace(heading, ""))
                .Select(word => word.Form)
                .Where(form => form is not ("a" or "an" or "the" or "and")),
        ];

    /// <summary>
    /// True where two headings speak of the same and neither takes back, doubts or counts what the other does not.
    /// </summary>
    public static bool IsReworded(string was, string now)
    {
        var (old, fresh) = (PlainWords.Of(was), PlainWords.Of(now));
        var (before, after) = (
            new HashSet<string>(old.Where(Tells.Something).Select(word => word.Stem)),
            new HashSet<string>(fresh.Where(Tells.Something).Select(word => word.Stem))
        );
        if (before.Count == 0 || after.Count == 0 || before.Count(after.Contains) * 2 < Math.Min(before.Count, after.Count))
            return false;
        if (fresh.Exists(word => (word.IsFigure || word.IsDay) && !old.Exists(one => one.Form == word.Form)))
            return false;
        var (added, removed) = (new Cues(fresh, old), new Cues(old, fresh));
        return Turning.All(cue => !added.HasNew(cue) || removed.HasNew(cue))
            && Turning.All(cue => !removed.HasNew(cue) || added.HasNew(cue));
    }

    [GeneratedRegex(
        @"\s*\(\d+\)\s*$|\s*\[\s*edit(?:\s+source)?(?:\s*\|\s*edit source)?\s*\]\s*$|\s+[|–—]\s+[^|–—]{1,40}$",
        RegexOptions.None,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Extras();
}
