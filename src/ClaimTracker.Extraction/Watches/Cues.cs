namespace ClaimTracker.Extraction.Watches;

/// <summary>The classes of <c>cues.txt</c> that stand in a statement, and which of its words are new.</summary>
internal sealed class Cues
{
    private static readonly PhraseList List = new("cues.txt");
    private static readonly HashSet<string> Pointing =
    [
        "this",
        "these",
        "that",
        "those",
        "our",
        "such",
        "its",
        "their",
        "his",
        "her",
        "earlier",
        "previous",
        "reading",
        "viewing",
    ];
    private static readonly HashSet<string> Persons = ["it", "they", "he", "she", "both", "neither", "none"];

    private static readonly HashSet<string> Times =
    [
        "year",
        "month",
        "week",
        "weekend",
        "time",
        "morning",
        "afternoon",
        "evening",
        "spring",
        "summer",
        "autumn",
        "winter",
        "season",
        "day",
        "days",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "as",
    ];

    private static readonly HashSet<string> Auxiliaries =
    [
        "is",
        "was",
        "has",
        "had",
        "were",
        "are",
        "have",
        "will",
        "would",
        "does",
        "did",
        "do",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "means",
        "meant",
        "came",
        "comes",
        "includes",
        "included",
        "excludes",
        "turned",
        "proved",
        "remains",
        "remained",
        "appears",
        "seems",
        "no",
        "never",
        "also",
        "now",
        "later",
        "applies",
    ];

    private static readonly HashSet<string> Passives = ["is", "was", "are", "were", "been", "being"];

    // "No single such ceasefire": as many words may stand between.
    private const int Reach = 3;

    private readonly List<PlainWord> _words;
    private readonly string? _text;
    private readonly List<PhraseList.FoundPhrase> _found;
    private readonly bool[] _new;

    /// <summary>Looks a statement through.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="before">The words of the statement whose new form it is; null for a statement that is wholly new.</param>
    /// <param name="text">The statement itself, where its first word may be a mark.</param>
    public Cues(List<PlainWord> words, List<PlainWord>? before, string? text = null)
    {
        _words = words;
        _text = text;
        _found = List.Find(words);
        _new = NewWords(words, before);
    }

    /// <summary>The words that its former form did not have.</summary>
    public IEnumerable<PlainWord> Inserted => _words.Where((_, i) => _new[i]);

    /// <summary>True where a phrase of the class stands there, new or not.</summary>
    public bool Has(string name) => _found.Exists(found => found.Class == name);

    /// <summary>True where a phrase of the class stands there that has a new word in it.</summary>
    public bool HasNew(string name) => _found.Exists(found => found.Class == name && IsNew(found));

    /// <summary>True where it opens with a cue that is set off from the rest: "RETRACTED:", "[Withdrawn]".</summary>
    public bool Opens =>
        _text is not null
        && _found.Exists(found =>
            found is { Start: 0 }
            && found.Class is "Strong"
            && IsNew(found)
            && _words[found.End - 1].Span.End is var end
            && end < _text.Length
            && _text[end] is ':' or ']' or ')'
        );

    /// <summary>True where a phrase of the class stands there that is no part of one of another class.</summary>
    public bool HasBeside(string name, string other) =>
        _found.Exists(found =>
            found.Class == name && !_found.Exists(one => one.Class == other && one.Start <= found.Start && one.End >= found.End)
        );

    /// <summary>True where it names a thing of the class as known: "this figure", "the count", "figures below".</summary>
    /// <param name="name">The class.</param>
    /// <param name="pointing">True where only "this" and its like will do, not "the".</param>
    public bool Names(string name, bool pointing) => _found.Exists(found => found.Class == name && IsNamed(found, pointing));

    /// <summary>True where it points from where it stands to a thing of the class: "the figure above".</summary>
    public bool PointsFrom(string name) =>
        _found.Exists(found =>
            found.Class == name
            && (
                (found.End < _words.Count && _words[found.End].Form is "above" or "below" or "here")
                || (found.Start > 0 && _words[found.Start - 1].Form is "above")
            )
        );

    /// <summary>True where a word that the passage has stands behind "this", "these" and the like.</summary>
    public bool PointsAt(HashSet<string> stems) =>
        _words
            .Where(
                (word, i) =>
                    i > 0
                    && stems.Contains(word.Stem)
                    && (Pointing.Contains(_words[i - 1].Form) || (i > 1 && Pointing.Contains(_words[i - 2].Form)))
            )
            .Any();

    /// <summary>True where a word of the passage is said not to be: "never any hostages", "no ceasefire".</summary>
    public bool Denies(HashSet<string> stems)
    {
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            if (_words[i].Form is not ("no" or "never" or "without"))
                continue;
            for (var next = i + 1; next < _words.Count && next <= i + Reach; next++)
            {
                if (stems.Contains(_words[next].Stem))
                    return true;
                if (_words[next].Form is not ("any" or "a" or "an" or "been" or "such" or "was" or "were" or "single"))
                    break;
            }
        }

        return false;
    }

    /// <summary>True where it says "this", "that", "these" or "such" of a thing that is no time.</summary>
    public bool PointsAtSomething =>
        _words
            .Where(
                (word, i) =>
                    (
                        i + 1 < _words.Count
                        && word.Form is "this" or "these" or "those" or "such"
                        && !Times.Contains(_words[i + 1].Form)
                    ) || (i == 0 && word.Form == "that")
            )
            .Any();

    /// <summary>True where it says "this", "that" and so on of a thing that was named: "withdrew that forecast".</summary>
    public bool PointsBack =>
        PointsAtSomething
        || _words.Where((word, i) => word.Form == "that" && i + 1 < _words.Count && List.Find([_words[i + 1]]).Count > 0).Any();

    /// <summary>True where a phrase of the class is what it begins with, but for an article.</summary>
    public bool Leads(string name) =>
        _found.Exists(found =>
            found.Class == name && (found.Start == 0 || (found.Start == 1 && _words[0].Form is "a" or "an" or "the"))
        );

    /// <summary>True where a word stands anywhere in it for what was said before.</summary>
    public bool Refers => _words.Exists(word => word.Form is "it" or "this" or "that" or "these" or "those" or "them" or "so");

    /// <summary>True where it ends with a word that stands for what was said before: "nobody has confirmed this".</summary>
    public bool EndsWithAnaphor => _words is [_, _, .., { Form: "this" or "that" or "it" or "them" or "so" or "these" }];

    /// <summary>
    /// True where it opens with a word that stands for what was said before: "it", "this is"; "this weekend" does not.
    /// </summary>
    public bool OpensWithAnaphor
    {
        get
        {
            for (var i = 0; i < Math.Min(3, _words.Count - 1); i++)
            {
                if (
                    Persons.Contains(_words[i].Form)
                    || (Pointing.Contains(_words[i].Form) && Auxiliaries.Contains(_words[i + 1].Form))
                )
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The stems that say something and belong to no phrase of the lists.</summary>
    public List<string> Foreign(HashSet<string> known)
    {
        var covered = new bool[_words.Count];
        foreach (var found in _found.Where(found => found.Class is not ("Other" or "Harm")))
        {
            for (var i = found.Start; i < found.End; i++)
                covered[i] = true;
        }

        return
        [
            .. _words
                .Where((word, i) => !covered[i] && Tells.Something(word) && !known.Contains(word.Stem))
                .Select(word => word.Stem)
                .Distinct(),
        ];
    }

    /// <summary>The stems of the words that stand in a phrase of the class.</summary>
    public HashSet<string> Within(string name) => Within(name, int.MaxValue);

    private HashSet<string> Within(string name, int until) =>
        [
            .. _found
                .Where(found => found.Class == name && found.Start < until)
                .SelectMany(found => _words.Skip(found.Start).Take(found.End - found.Start))
                .Select(word => word.Stem),
        ];

    /// <summary>
    /// The stems of other matters that may be what is taken back. What stands behind "was called off" alone is the reason.
    /// </summary>
    public HashSet<string> Others
    {
        get
        {
            var passive = _found.FindLastIndex(found =>
                found.Class == "Strong" && found.Start > 0 && Passives.Contains(_words[found.Start - 1].Form)
            );
            return passive < 0 || Has("Correction") ? Within("Other") : Within("Other", until: _found[passive].Start);
        }
    }

    private bool IsNew(PhraseList.FoundPhrase found)
    {
        for (var i = found.Start; i < found.End; i++)
        {
            if (_new[i])
                return true;
        }

        return false;
    }

    private bool IsNamed(PhraseList.FoundPhrase found, bool pointing)
    {
        if ((found.Start == 0 && !IsSign(found)) || _words[found.Start].Form is "below" or "above" or "here")
            return true;
        for (var i = found.Start - 1; i >= Math.Max(0, found.Start - 3); i--)
        {
            if (Pointing.Contains(_words[i].Form) || (!pointing && _words[i].Form == "the"))
                return true;
        }

        return found.End < _words.Count && _words[found.End].Form is "below" or "above" or "here";
    }

    // "Note: …" calls for attention and names nothing.
    private bool IsSign(PhraseList.FoundPhrase found) =>
        _words[found.Start].Form is "note" or "notice"
        && _words[found.Start].Span.End is var end
        && _text is not null
        && end < _text.Length
        && _text[end] == ':';

    private static bool[] NewWords(List<PlainWord> words, List<PlainWord>? before)
    {
        var fresh = new bool[words.Count];
        Array.Fill(fresh, true);
        if (before is null)
            return fresh;
        var had = before.GroupBy(word => word.Form).ToDictionary(group => group.Key, group => group.Count());
        for (var i = 0; i < words.Count; i++)
        {
            if (!had.TryGetValue(words[i].Form, out var left) || left == 0)
                continue;
            had[words[i].Form] = left - 1;
            fresh[i] = false;
        }

        return fresh;
    }
}
