using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// What the small words of a sentence can mean, by the sentence right before it: "it" the one thing that it was about, "of
/// them" the one
/// number of things that it counted, "there" its only place, "since then" its only time. Where two fit, nothing is known.
/// </summary>
/// <param name="Subject">What it was about; null where that is no thing, or where another was named beside it.</param>
/// <param name="IsMany">True where that is several: "they".</param>
/// <param name="Counted">What it counted, with what belongs to that: "43 deaths from the virus in Iran".</param>
/// <param name="Place">Its only place.</param>
/// <param name="Time">Its only time, with its preposition.</param>
/// <param name="Firm">The one organisation that it was about, where it named nobody else: "the company".</param>
/// <param name="Many">The people or things that it was about, where they are several and some name tells which: "those
/// who".</param>
/// <param name="Two">Two names that it began with: "the former", "the latter".</param>
internal sealed record Antecedents(
    string? Subject,
    bool IsMany,
    string? Counted,
    string? Place,
    string? Time,
    string? Firm,
    string? Many,
    (string Former, string Latter)? Two
)
{
    private static readonly WordSet Firms = new("company firm airline carmaker retailer charity brewer drugmaker");

    private const WordClass Verbs =
        WordClass.Auxiliary
        | WordClass.PastVerb
        | WordClass.EndsInEd
        | WordClass.Event
        | WordClass.Trend
        | WordClass.Say
        | WordClass.WeakSay
        | WordClass.Modal
        | WordClass.Future;

    private const int LongestSince = 3;

    // "12 of them", "at least 12 of them"; further on it is of something in the sentence itself.
    private const int FurthestShare = 4;

    /// <summary>True where it could stand for anything by which the next sentence is worth another look.</summary>
    public bool MeansAny => (Subject ?? Counted ?? Firm ?? Many) is not null || Two is not null;

    /// <summary>Reads a sentence for the one behind it.</summary>
    public static Antecedents Of(SentenceView sentence)
    {
        var (subject, isMany) = ThingBefore.Subject(sentence);
        return new Antecedents(
            subject,
            isMany,
            CountedBefore.Phrase(sentence),
            OnlyPlace(sentence),
            OnlyTime(sentence),
            OnlyFirm(sentence),
            NextBegins(sentence, "Those who ") ? ThingBefore.Many(sentence) : null,
            NextBegins(sentence, "The former ") || NextBegins(sentence, "The latter ") ? ThingBefore.Two(sentence) : null
        );
    }

    /// <summary>
    /// What stands for a word of the next sentence, and how many tokens it takes the place of; null where that is not certain.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="index">The word.</param>
    /// <param name="opens">True where the claim's wording begins with it, or with nothing but a time before it.</param>
    public (string Words, int Tokens)? For(SentenceView sentence, int index, bool opens)
    {
        if (sentence.Tokens[index].InQuote)
            return null;
        if (Subject is not null && ((opens && IsSubject(sentence, index)) || IsOfGerund(sentence, index)))
            return (Subject, 1);
        if (Firm is not null && opens && IsFirm(sentence, index))
            return (Firm, 2);
        if (Many is not null && opens && sentence.WordIs(index, "those") && sentence.WordIs(index + 1, "who"))
            return (Many, 1);
        if (Two is { } two && opens && sentence.WordIs(index, "the") && sentence.WordIs(index + 1, "former"))
            return IsBareOne(sentence, index) ? (two.Former, 2) : null;
        if (Two is { } both && opens && sentence.WordIs(index, "the") && sentence.WordIs(index + 1, "latter"))
            return IsBareOne(sentence, index) ? (both.Latter, 2) : null;
        if (Counted is not null && index <= sentence.Opening + FurthestShare && IsOfThem(sentence, index))
            return ("the " + Counted, 1);
        // A place or a time of its own, which stands before, is meant first.
        if (
            Place is not null
            && sentence.WordIs(index, "there")
            && !IsExistential(sentence, index)
            && !NamesPlaceBefore(sentence, index)
        )
        {
            return (Place, 1);
        }

        var then = Time is not null && sentence.WordIs(index, "since") && sentence.WordIs(index + 1, "then");
        return then && !HasTimeBefore(sentence, sentence.Tokens[index].Start) ? ("since " + Time, 2) : null;
    }

    private static bool HasTimeBefore(SentenceView sentence, int position) =>
        sentence.Times.Exists(time => time.From is not null && time.Span.Start < position);

    /// <summary>
    /// "It carries", "they have": the verb follows, and the words do not only build the sentence ("it is likely that").
    /// </summary>
    private bool IsSubject(SentenceView sentence, int index)
    {
        var means = IsMany ? sentence.WordIs(index, "they") : sentence.WordIs(index, "it");
        if (
            !means
            || index + 2 >= sentence.Tokens.Count
            || sentence.Tokens[index + 1].Is(WordClass.Preposition | WordClass.Conjunction)
        )
        {
            return false;
        }

        if (!sentence.Tokens[index + 1].Is(WordClass.Auxiliary) || IsMany)
            return sentence.Tokens[index + 1].Shape == TokenShape.Word;
        for (var i = index + 2; i < sentence.Tokens.Count; i++)
        {
            if (sentence.WordIs(i, "that") || sentence.WordIs(i, "to") || sentence.WordIs(i, "who") || sentence.WordIs(i, "when"))
                return false;
        }

        return true;
    }

    /// <summary>True where a sentence begins with words that may stand for something in the one before.</summary>
    public static bool MayBeMeant(SentenceView sentence)
    {
        var first = sentence.Opening;
        for (var i = first; i < Math.Min(sentence.Tokens.Count, first + FurthestShare + 1); i++)
        {
            if (Small.Has(Word(sentence, i)) && (i == first || i > first + 1 || sentence.Tokens[first].Is(WordClass.Preposition)))
                return true;
        }

        return IsFirm(sentence, first);
    }

    /// <summary>True where such a word is left in a wording.</summary>
    public static bool IsMeantIn(string wording) =>
        wording
            .Split(' ', '\'', ',')
            .Any(word => Small.Has(word.ToLowerInvariant()) && word is not ("that" or "this" or "there"));

    private static readonly WordSet Small = new(
        "he she it they them these those this that his her its their there latter former He She It They These Those This That His "
            + "Her Its Their"
    );

    private static ReadOnlySpan<char> Word(SentenceView sentence, int index) =>
        sentence.Text.AsSpan(sentence.Tokens[index].Start, sentence.Tokens[index].End - sentence.Tokens[index].Start);

    // Behind the end of a sentence: what stands there says whether it is worth to look what its words could mean.
    private static bool NextBegins(SentenceView sentence, string words) =>
        sentence.Text.AsSpan(sentence.Span.End).TrimStart().StartsWith(words, StringComparison.Ordinal);

    /// <summary>"The former president" is another matter.</summary>
    private static bool IsBareOne(SentenceView sentence, int the) =>
        the + 2 < sentence.Tokens.Count && sentence.Tokens[the + 2].Is(Verbs) && !sentence.Tokens[the + 2].IsName;

    /// <summary>"Building it cost": what is done to it opens the sentence.</summary>
    private bool IsOfGerund(SentenceView sentence, int index) =>
        index == sentence.Opening + 1
        && !sentence.Tokens[index].IsName
        && sentence.WordIs(index, IsMany ? "them" : "it")
        && sentence
            .Text.AsSpan(sentence.Tokens[index - 1].Start, sentence.Tokens[index - 1].End - sentence.Tokens[index - 1].Start)
            .EndsWith("ing");

    /// <summary>"Half of them", "six of these": a share of what was counted.</summary>
    private static bool IsOfThem(SentenceView sentence, int index) =>
        index > 1
        && sentence.WordIs(index - 1, "of")
        && (sentence.WordIs(index, "them") || (sentence.WordIs(index, "these") && sentence.Tokens[index + 1].Is(Verbs)))
        && (
            sentence.Tokens[index - 2].Shape == TokenShape.Number
            || sentence.Tokens[index - 2].Is(WordClass.NumberWord | WordClass.Negation)
            || sentence.WordIs(index - 2, "most")
            || sentence.WordIs(index - 2, "all")
            || sentence.WordIs(index - 2, "many")
            || sentence.WordIs(index - 2, "some")
        );

    /// <summary>"The company sold": no more is said of which it is.</summary>
    private static bool IsFirm(SentenceView sentence, int index)
    {
        if (index + 2 >= sentence.Tokens.Count || !sentence.WordIs(index, "the") || !sentence.Tokens[index + 2].Is(Verbs))
            return false;
        ref readonly var noun = ref sentence.Tokens[index + 1];
        return !noun.IsPossessive && Firms.Has(sentence.Text.AsSpan(noun.Start, noun.End - noun.Start));
    }

    /// <summary>What the sentence begins with, where it is no office and names beside it are of places and times.</summary>
    private static string? OnlyFirm(SentenceView sentence)
    {
        if (SentenceSubject.Of(sentence) is not { Kind: not SpeakerKind.Group } subject)
            return null;
        var end = sentence.Tokens[subject.First].Start + subject.Name.Length;
        for (var i = subject.First; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            var isAnother =
                token.Start < end
                    ? token.Is(WordClass.Title | WordClass.Pronoun | WordClass.Place)
                    : token.Is(WordClass.Person | WordClass.Title)
                        || (token.IsName && !token.Is(WordClass.TimeWord | WordClass.Place));
            if (isAnother)
                return null;
        }

        return subject.Name;
    }

    private static bool NamesPlaceBefore(SentenceView sentence, int index)
    {
        for (var i = 1; i < index; i++)
        {
            if (
                sentence.Tokens[i].IsName
                && sentence.Tokens[i - 1].Is(WordClass.Preposition)
                && !sentence.Tokens[i].Is(WordClass.TimeWord)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExistential(SentenceView sentence, int index) =>
        index == 0
        || index + 1 >= sentence.Tokens.Count
        || sentence.Tokens[index + 1].Is(WordClass.Auxiliary | WordClass.Modal)
        || sentence.WordIs(index - 1, "over")
        || sentence.WordIs(index - 1, "from")
        || sentence.WordIs(index - 1, "that");

    private static string? OnlyPlace(SentenceView sentence)
    {
        if (PlaceFinder.Find(sentence) is not { } place)
            return null;
        var (first, end) = sentence.TokensOf(place);
        if (
            PlaceFinder.Find(sentence, 0, first) is not null
            || PlaceFinder.Find(sentence, end, sentence.Tokens.Count) is not null
        )
        {
            return null;
        }
        // "In Lowen and Vell", "in Lowen, Vell and Harrow".
        if (
            end + 1 < sentence.Tokens.Count
            && sentence.Tokens[end + 1].IsName
            && (sentence.Tokens[end].Is(WordClass.Conjunction) || sentence.Tokens.MarkAt(sentence.Text, end) == ',')
        )
        {
            return null;
        }

        ref readonly var preposition = ref sentence.Tokens[first - 1];
        return sentence.Text[preposition.Start..preposition.End].ToLowerInvariant() + ' ' + place.Of(sentence.Text);
    }

    private static string? OnlyTime(SentenceView sentence)
    {
        if (sentence.Times is not [{ From: not null } time])
            return null;
        var (first, end) = sentence.TokensOf(time.Span);
        if (
            end - first > LongestSince
            || (
                sentence.Tokens[first].Is(WordClass.Preposition) && !sentence.WordIs(first, "in") && !sentence.WordIs(first, "on")
            )
        )
        {
            return null;
        }

        var written = time.Span.Of(sentence.Text);
        var words = AbsoluteTime.Of(sentence.Text, time) ?? written;
        return words.StartsWith("in ", StringComparison.Ordinal) || words.StartsWith("on ", StringComparison.Ordinal)
            ? words[3..]
            : words;
    }
}
