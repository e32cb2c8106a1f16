using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Whom a sentence is about, where it begins with a name and a verb: what "he" or "it" in the next one means.</summary>
internal readonly record struct SentenceSubject(string Name, SpeakerKind Kind)
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

    public static SentenceSubject? Of(SentenceView sentence)
    {
        if (
            sentence.Tokens.Count < 3
            || !sentence.Tokens[0].IsName
            || sentence.Tokens[0].Is(WordClass.Pronoun)
            || (sentence.Tokens[0].Is(WordClass.FirstPerson | WordClass.SecondPerson) && !sentence.Tokens[0].IsAcronym)
        )
        {
            return null;
        }

        var end = NounPhrase.EndOf(sentence.Text, sentence.Tokens, 0);
        if (
            end == 0
            || end >= sentence.Tokens.Count
            || !sentence.Tokens[end].Is(Verbs)
            || !sentence.Tokens[end - 1].IsName
            || sentence
                .Tokens[0]
                .Is(
                    WordClass.Determiner
                        | WordClass.Preposition
                        | WordClass.Subordinator
                        | WordClass.Opener
                        | WordClass.TimeWord
                        | WordClass.NumberWord
                )
        )
        {
            return null;
        }

        var name = sentence.Text[sentence.Tokens[0].Start..sentence.Tokens[end - 1].End];
        return new SentenceSubject(name, Speaker.KindOf(sentence.Text, sentence.Tokens, 0, end));
    }

    /// <summary>The name that a sentence's first word stands for; null where that is not safe.</summary>
    public string? Replaces(SentenceView sentence, int first)
    {
        if (first + 1 >= sentence.Tokens.Count || !sentence.Tokens[first + 1].Is(Verbs))
            return null;
        var kind =
            sentence.WordIs(first, "he") || sentence.WordIs(first, "she") ? SpeakerKind.Person
            : sentence.WordIs(first, "it") && !sentence.WordIs(first + 1, "is") && !sentence.WordIs(first + 1, "was")
                ? SpeakerKind.Organisation
            : (SpeakerKind?)null;
        return kind == Kind ? Name : null;
    }
}
