namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Words that say themselves that they speak of something else, and name it: "another permit, for Sola, was withdrawn".
/// </summary>
internal static class OtherMatter
{
    private static readonly HashSet<string> Else = ["another", "different", "separate", "unrelated", "other"];

    private static readonly HashSet<string> Shown =
    [
        "shown",
        "given",
        "listed",
        "covered",
        "included",
        "used",
        "printed",
        "published",
    ];

    private static readonly HashSet<string> Texts =
    [
        "article",
        "piece",
        "story",
        "report",
        "column",
        "item",
        "post",
        "recipe",
        "obituary",
        "guide",
        "letter",
        "feature",
        "interview",
        "caption",
        "table",
        "graphic",
        "picture",
    ];

    private static readonly HashSet<string> Titles =
    [
        "on",
        "about",
        "of",
        "from",
        "in",
        "for",
        "called",
        "titled",
        "headed",
        "\"",
    ];

    /// <summary>True where a statement names another matter as such and says nothing that points back.</summary>
    /// <param name="said">The statement.</param>
    /// <param name="subject">What the passage speaks of.</param>
    public static bool IsNamed(PageStatement said, PassageSubject subject)
    {
        var words = said.Words;
        var isOther = words.Take(3).Any(word => Else.Contains(word.Form)) || IsNotHere(words);
        if (!isOther)
            return false;
        var cues = new Cues(words, null);
        if (
            cues.Refers
            || words.Exists(word => word.Form is "its" or "their" or "our" or "same" or "both" or "here" && !IsNotHere(words))
        )
        {
            return false;
        }
        // "Another court set the order aside" is said of the order.
        for (var i = 1; i < words.Count; i++)
        {
            if (
                words[i - 1].Form == "the"
                && new Cues([words[i]], null) is var one
                && (one.Has("Claim") || one.Has("Self") || one.Has("Figure"))
            )
            {
                return false;
            }
        }

        var names = PassageSubject.NamesOf(words.Skip(1).Where(word => word.Capital));
        return names.Count > 0 && !names.Overlaps(subject.All) && !names.Overlaps(subject.Elsewhere);
    }

    /// <summary>True where a statement names another text: "a column on house prices", "our piece “Bees”, of 4 April".</summary>
    public static bool IsOtherText(List<PlainWord> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (
                words[i - 1].Form is "a" or "an" or "another" or "our"
                && Texts.Contains(words[i].Form)
                && Titles.Contains(words[i + 1].Form)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNotHere(List<PlainWord> words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i].Form == "not" && Shown.Contains(words[i + 1].Form) && words[i + 2].Form is "here" or "above" or "below")
                return true;
        }

        return false;
    }
}
