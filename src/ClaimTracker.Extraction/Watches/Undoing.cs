using System.Globalization;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// New or edited words in the text of the page, wherever they stand, that undo what the passage says, or bring out that it was
/// otherwise, and speak of nothing that the page did not speak of.
/// </summary>
/// <param name="kept">The kept page.</param>
/// <param name="passage">The passage's place on it.</param>
/// <param name="page">The page as it stands.</param>
/// <param name="subject">What the passage speaks of.</param>
internal sealed class Undoing(PageStatements kept, Place passage, PageStatements page, PassageSubject subject)
{
    private const int Reach = 2;

    private static readonly PhraseList List = new("others.txt");

    private static readonly HashSet<string> Persons =
    [
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "both",
        "all",
        "one",
    ];

    private static readonly string[] Turning = ["Strong", "Negation"];

    private readonly List<PlainWord> _said = [.. passage.Statements.SelectMany(s => s.Words)];

    /// <summary>What a statement says of the passage, in words; null where it says nothing of it.</summary>
    /// <param name="fresh">What is new.</param>
    /// <param name="was">What it said before; null where it is wholly new.</param>
    public string? Of(PageStatement fresh, PageStatement? was)
    {
        if (fresh.Block is not { Zone: PageZone.Body or PageZone.Aside, Linked: < 0.5 } || Invitations.IsIdle(fresh))
            return null;
        if (GivesOtherPair(fresh, was))
            return "the page also sets two other figures against each other";
        if (OtherMatter.IsOtherText(fresh.Words) || !SpeaksOfPage(fresh))
            return null;
        if (Reversals.Undoes(_said, fresh.Words, was?.Words))
            return "new words on the page undo what the passage says";
        if (Denies(fresh, was))
            return "new words on the page deny what the passage says";
        if (Finds(fresh) && (was is null || !Finds(was)))
            return "new words on the page say that something was otherwise";
        return TurnsSection(fresh) ? "a part of the page says otherwise what it said" : null;
    }

    // It shares something with the passage, or stands for what the page speaks of, or names nothing of its own.
    private bool SpeaksOfPage(PageStatement s) =>
        s.Telling.Overlaps(subject.Telling)
        || s.Words.Exists(word => (word.IsFigure || word.IsDay) && subject.Values.Contains(word.Form))
        || s.Words.Take(2).Any(word => Persons.Contains(word.Form))
        || PassageSubject
            .NamesOf(s.Words.Skip(1).Where(word => word.Capital))
            .All(name => subject.All.Contains(name) || subject.Elsewhere.Contains(name));

    // "Will not leave", "failed to open": the passage's own word behind what turns it.
    private bool Denies(PageStatement fresh, PageStatement? was)
    {
        for (var i = 0; i + 1 < fresh.Words.Count; i++)
        {
            var turn = fresh.Words[i].Form;
            if (
                IsTurn(fresh.Words, i)
                && was?.Words.Exists(word => word.Form == turn) != true
                && !_said.Exists(word => word.Form == turn)
                && fresh.Words.Skip(i + 1).Take(Reach).Any(word => subject.Telling.Contains(word.Stem))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTurn(List<PlainWord> words, int at) =>
        words[at].Form is "not" or "never"
        || (at > 0 && words[at].Form == "to" && words[at - 1].Form is "failed" or "fails" or "refused" or "unable");

    // "Carried by 52 votes to 48", and "51 to 49" for the same.
    private bool GivesOtherPair(PageStatement fresh, PageStatement? was) =>
        PairOf(_said) is var (one, two)
        && PairOf(fresh.Words) is var (other, another)
        && (one, two) != (other, another)
        && (was is null || PairOf(was.Words) != (other, another))
        && IsClose(one, other)
        && IsClose(two, another);

    private static bool IsClose(double ours, double other) => ours > 0 && other / ours is > 0.5 and < 2;

    private static (double, double)? PairOf(List<PlainWord> words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i + 1].Form is "to" or "against" && ValueOf(words[i]) is { } first && ValueOf(words[i + 2]) is { } second)
            {
                return (first, second);
            }
        }

        return null;
    }

    private static double? ValueOf(PlainWord word) =>
        word.IsFigure && double.TryParse(word.Form.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static bool Finds(PageStatement s) => List.Find(s.Words).Exists(found => found.Class == "Finding");

    // All that stood under a heading that still stands has given way to what denies or takes back, which it did not.
    private bool TurnsSection(PageStatement fresh)
    {
        var old = kept.GoneSection(fresh, page);
        if (old.Count == 0)
            return false;
        var stems = old.SelectMany(s => s.Words).Select(word => word.Stem).ToHashSet();
        var cues = new Cues([.. fresh.Words.Where(word => !stems.Contains(word.Stem))], null);
        return Turning.Any(cue => cues.Has(cue) && !old.Any(s => new Cues(s.Words, null).Has(cue)));
    }
}
