using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// New words that name another thing of the kind of the passage's own, by its number or its first name, or somebody who
/// belongs to whom the passage names: "Ward 5" on the page of ward 4, "Kit Farr" beside Jo Farr, "her brother".
/// </summary>
internal sealed class OtherThing
{
    private const int FewWords = 6;
    private const int Near = 3;

    private const WordClass Titles = WordClass.Title | WordClass.Person | WordClass.Agent;

    private static readonly PhraseList List = new("others.txt");

    private readonly List<(string Head, string Number)> _numbers;
    private readonly List<List<string>> _names;
    private readonly PassageSubject _subject;
    private readonly List<PlainWord> _passage;

    /// <summary>Reads off what the passage and the page are about.</summary>
    /// <param name="kept">The kept page.</param>
    /// <param name="passage">The passage's place on it.</param>
    /// <param name="subject">What it speaks of.</param>
    public OtherThing(PageStatements kept, Place passage, PassageSubject subject)
    {
        _subject = subject;
        _passage = [.. passage.Statements.SelectMany(s => s.Words)];
        List<List<PlainWord>> own =
        [
            .. passage.Statements.Select(s => s.Words),
            PlainWords.Of(passage.First.Block.Heading ?? ""),
            PlainWords.Of(kept.All.FirstOrDefault(s => s.Block is { Kind: BlockKind.Heading, Level: 1 })?.Text ?? ""),
        ];
        _numbers = [.. own.SelectMany(NumbersOf)];
        _names = [.. own.SelectMany(NamesOf)];
    }

    /// <summary>True where a statement names another thing.</summary>
    public bool IsNamedBy(PageStatement said) => Names(said.Words);

    /// <summary>True where a statement speaks of another thing, as its words or the short new line above it say.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="kept">The kept page.</param>
    /// <param name="said">What is new.</param>
    public bool IsMeantBy(PageStatements page, PageStatements kept, PageStatement said)
    {
        if (IsUnderOther(said) || Names(said.Words) || IsOfKin(said.Words) || IsBeside(said.Words))
            return true;
        return said.Index > 0
            && page.All[said.Index - 1] is { Words.Count: > 0 and <= FewWords } above
            && said.BlockIndex == above.BlockIndex + 1
            && kept.Lacks(above.Key)
            && Names(above.Words);
    }

    // "Elsewhere: …", "See also".
    private static bool IsUnderOther(PageStatement said) =>
        IsOther(said.Words)
        || (said.Block.Heading is { } heading && said.Block.Kind != BlockKind.Heading && IsOther(PlainWords.Of(heading)));

    private static bool IsOther(List<PlainWord> words) => List.Find(words).Exists(one => one is { Class: "Elsewhere", Start: 0 });

    private bool Names(List<PlainWord> words) => IsOfOtherNumber(words) || IsOfOtherName(words);

    private bool IsOfOtherNumber(List<PlainWord> words)
    {
        // Further on it may be by what the passage's own is undone: "The conviction was quashed under section 2".
        var numbers = NumbersOf(words.GetRange(0, Math.Min(words.Count, Near + 2)));
        return numbers.Exists(one => _numbers.Exists(own => own.Head == one.Head && own.Number != one.Number))
            && !NumbersOf(words).Exists(_numbers.Contains);
    }

    private bool IsOfOtherName(List<PlainWord> words)
    {
        var cues = new Cues(words, null);
        if (cues.OpensWithAnaphor || cues.PointsAtSomething)
            return false;
        return NamesOf(words)
            .Exists(name =>
                _names.Exists(own =>
                    own.Count > 1
                    && own[^1] == name[^1]
                    && !own.TrueForAll(name.Contains)
                    && !name.TrueForAll(own.Contains)
                    && !own.Exists(part => !name.Contains(part) && words.Exists(word => word.Form == part))
                )
            );
    }

    // "Her brother has left the firm": of somebody else, unless it is his word on the other, or undoes what is said of the other:
    // "His lawyer won the appeal and the conviction was quashed".
    private bool IsOfKin(List<PlainWord> words)
    {
        if (Reversals.Undoes(_passage, words, null) || words.Exists(w => Tells.Something(w) && _subject.All.Contains(w.Stem)))
            return false;
        if (words is not [{ Form: "his" or "her" or "its" or "their" or "our" }, ..])
            return false;
        var found = List.Find(words);
        return found.Exists(one => one.Class == "Kin" && one.Start <= Near)
            && !found.Exists(one => one.Class == "Saying")
            && !words
                .Skip(1)
                .Any(word => word.Form is "he" or "she" or "him" or "her" or "it" or "they" or "them" or "this" or "that");
    }

    // "Chewing tobacco was counted too": what is told beside the rest, of a thing that the page does not name.
    private bool IsBeside(List<PlainWord> words) =>
        List.Find(words).Exists(one => one.Class == "Additive")
        && words.Find(Tells.Something) is { Form: not null } topic
        && !_subject.All.Contains(topic.Stem)
        && !_subject.Elsewhere.Contains(topic.Stem)
        && new Cues(words, null) is { OpensWithAnaphor: false } cues
        && !cues.Has("Correction")
        && !words.Exists(word => word.Form is "he" or "she" or "they");

    private static List<(string Head, string Number)> NumbersOf(List<PlainWord> words)
    {
        List<(string, string)> found = [];
        foreach (var one in List.Find(words).Where(one => one.Class == "Numbered" && one.End < words.Count))
        {
            if (IsNumber(words[one.End]))
                found.Add((words[one.End - 1].Stem, words[one.End].Form));
        }

        return found;
    }

    // "8", "M4", "B".
    private static bool IsNumber(PlainWord word) =>
        (word.IsFigure && word.Form.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        || (word.Capital && (word.Form.Length == 1 || word.Form.Any(char.IsAsciiDigit)));

    // Two or more words in a row with capitals; who is only called by an office has none.
    private static List<List<string>> NamesOf(List<PlainWord> words)
    {
        List<List<string>> found = [];
        for (var i = 0; i < words.Count; )
        {
            var end = i;
            while (end < words.Count && IsPart(words[end]) && (end == i || words[end].Span.Start == words[end - 1].Span.End + 1))
                end++;
            var name = words.GetRange(i, end - i).SkipWhile(IsTitle).Select(word => word.Form).ToList();
            if (name.Count > 1 && !List.Find(words.GetRange(i, end - i)).Exists(one => one.Class == "Institution"))
                found.Add(name);
            i = Math.Max(end, i + 1);
        }

        return found;

        static bool IsPart(PlainWord word) => word.IsWord && word.Capital && Tells.Something(word);
        static bool IsTitle(PlainWord word) => (Lexicon.ClassOf(word.Form) & Titles) != 0;
    }
}
