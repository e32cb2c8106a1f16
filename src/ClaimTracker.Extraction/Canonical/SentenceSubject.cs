using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// Whom a sentence is about, where it begins with a name and a verb: what "he" or "it" in the next one means.
/// </summary>
/// <param name="Name">The words that name it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="First">The token that the name begins with.</param>
internal readonly record struct SentenceSubject(string Name, SpeakerKind Kind, int First = 0)
{
    private const WordClass Verbs =
        WordClass.Auxiliary
        | WordClass.PastVerb
        | WordClass.EndsInEd
        | WordClass.Say
        | WordClass.WeakSay
        | WordClass.Event
        | WordClass.Trend
        | WordClass.Intention;

    private const WordClass NoNames =
        WordClass.Determiner
        | WordClass.Preposition
        | WordClass.Subordinator
        | WordClass.Opener
        | WordClass.TimeWord
        | WordClass.NumberWord
        | WordClass.Pronoun;

    // "Tom Reyes, 34, a plumber from Cork, was": what is said of a person between commas.
    private const int LongestInsertion = 14;

    public static SentenceSubject? Of(SentenceView sentence)
    {
        var first = BehindTime(sentence);
        // "The European Commission", "the Supreme Court".
        var the =
            sentence.WordIs(first, "the") && first + 3 < sentence.Tokens.Count && sentence.Tokens[first + 1].IsName
                ? first++
                : -1;
        if (
            first + 2 >= sentence.Tokens.Count
            || !sentence.Tokens[first].IsName
            || sentence.Tokens[first].Is(NoNames)
            || (sentence.Tokens[first].Is(WordClass.FirstPerson | WordClass.SecondPerson) && !sentence.Tokens[first].IsAcronym)
        )
        {
            return null;
        }

        var end = NounPhrase.EndOf(sentence.Text, sentence.Tokens, first);
        if (end <= first || end >= sentence.Tokens.Count || !sentence.Tokens[end - 1].IsName)
            return null;
        // "Storm Ciaran" is nobody.
        var kind =
            the >= 0 || sentence.Tokens[first].Is(WordClass.EventNoun) ? SpeakerKind.Organisation
            : IsSeveral(sentence, first, end) ? SpeakerKind.Group
            : Speaker.KindOf(sentence.Text, sentence.Tokens, first, end);
        var verb = BehindInsertion(sentence, end, kind);
        return verb < sentence.Tokens.Count && sentence.Tokens[verb].Is(Verbs) && !sentence.Tokens[verb].IsName
            ? new SentenceSubject(
                (the < 0 ? "" : "the ") + sentence.Text[sentence.Tokens[first].Start..sentence.Tokens[end - 1].End],
                kind,
                the < 0 ? first : the
            )
            : null;
    }

    /// <summary>
    /// "Reyes and Holm", "Critics": neither "he" nor "it" means several, and which of them is meant nobody can tell.
    /// </summary>
    private static bool IsSeveral(SentenceView sentence, int first, int end)
    {
        for (var i = first + 1; i < end - 1; i++)
        {
            if (sentence.WordIs(i, "and") && sentence.Tokens[i - 1].IsName && sentence.Tokens[i + 1].IsName)
                return true;
        }

        return end == first + 1
            && sentence.Tokens[first] is { Shape: TokenShape.Capitalized } only
            && only.Is(WordClass.Agent)
            && Speaker.IsAnonymous(sentence.Text, sentence.Tokens, first, end);
    }

    /// <summary>The name that a sentence's first word stands for; null where that is not safe.</summary>
    public string? Replaces(SentenceView sentence, int first)
    {
        if (first + 1 >= sentence.Tokens.Count)
            return null;
        if (Owned(sentence, first) is { } owned)
            return owned;
        var verb = first + 1;
        while (verb + 1 < sentence.Tokens.Count && sentence.Tokens[verb].Is(WordClass.Adverb))
            verb++;
        if (!sentence.Tokens[verb].Is(Verbs))
            return null;
        var kind =
            sentence.WordIs(first, "he") || sentence.WordIs(first, "she") ? SpeakerKind.Person
            : sentence.WordIs(first, "it") && !sentence.WordIs(first + 1, "is") && !sentence.WordIs(first + 1, "was")
                ? SpeakerKind.Organisation
            : (SpeakerKind?)null;
        return kind == Kind ? Name : null;
    }

    /// <summary>"Its members earn", "His brother was": whose they are.</summary>
    private string? Owned(SentenceView sentence, int first)
    {
        var kind =
            sentence.WordIs(first, "his") || sentence.WordIs(first, "her") ? SpeakerKind.Person
            : sentence.WordIs(first, "its") ? SpeakerKind.Organisation
            : (SpeakerKind?)null;
        return kind == Kind && sentence.Tokens[first + 1].Shape == TokenShape.Word
            ? Name + (Name.EndsWith('s') ? "'" : "'s")
            : null;
    }

    /// <summary>Another person whom the rest of the sentence names: "Anna Berg met Clara Holm".</summary>
    public bool HasRival(SentenceView sentence) =>
        NamesPerson(sentence, sentence.Tokens.IndexAt(sentence.Tokens[First].Start + Name.Length));

    /// <summary>True where two words with a capital that are no place stand behind a token.</summary>
    public static bool NamesPerson(SentenceView sentence, int from)
    {
        for (var i = from; i + 1 < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (
                token.Class == WordClass.None
                && token is { Shape: TokenShape.Capitalized, IsName: true }
                && sentence.Tokens[i + 1] is { Shape: TokenShape.Capitalized, Class: WordClass.None }
                && !IsBehindPlaceWord(sentence, i)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"In Fort Nelson", "of West Ham": no person.</summary>
    private static bool IsBehindPlaceWord(SentenceView sentence, int name)
    {
        var least = Math.Max(0, name - LongestInsertion);
        while (name > least && sentence.Tokens[name - 1].IsName)
            name--;
        return name > 0
            && sentence.Tokens[name - 1].Is(WordClass.Preposition | WordClass.Determiner)
            && !sentence.WordIs(name - 1, "with")
            && !sentence.WordIs(name - 1, "by")
            && !sentence.WordIs(name - 1, "against");
    }

    /// <summary>Behind "In 2019," or "On Monday": what a sentence may begin with.</summary>
    private static int BehindTime(SentenceView sentence)
    {
        foreach (var time in sentence.Times)
        {
            var (start, end) = sentence.TokensOf(time.Span);
            if (start == 0 || (start == 1 && sentence.Tokens[0].Is(WordClass.Preposition)))
                return sentence.Tokens.MarkAt(sentence.Text, end) == ',' ? end + 1 : end;
        }

        return 0;
    }

    /// <summary>
    /// Behind ", 34, a plumber from Cork,"; the same token where nothing is inserted that says who a person is.
    /// </summary>
    private static int BehindInsertion(SentenceView sentence, int end, SpeakerKind kind)
    {
        if (
            kind != SpeakerKind.Person
            || sentence.Tokens.MarkAt(sentence.Text, end) != ','
            || end + 2 >= sentence.Tokens.Count
            || !(
                sentence.Tokens[end + 1].Shape == TokenShape.Number
                || sentence.Tokens[end + 1].Is(WordClass.Determiner | WordClass.Title)
            )
        )
        {
            return end;
        }

        for (var i = end + 2; i < Math.Min(sentence.Tokens.Count - 1, end + LongestInsertion); i++)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == ',' && sentence.Tokens[i + 1].Is(Verbs))
                return i + 1;
            if (sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.Relative) && !sentence.Tokens[i].IsName)
                return end;
        }

        return end;
    }
}
