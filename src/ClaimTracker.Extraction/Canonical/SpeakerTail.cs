using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// What stands behind a speaker and is about him, not about what he says: when, where and how it was said, his office, and what
/// he added.
/// </summary>
internal static class SpeakerTail
{
    private static readonly string[] AboutSpeaker =
    [
        "who",
        "whose",
        "which",
        "formerly",
        "himself",
        "herself",
        "itself",
        "themselves",
        "citing",
        "quoting",
        "speaking",
        "referring",
        "head",
        "then",
    ];

    private static readonly string[] ContinuingWords = ["while", "but", "whereas", "and", "although", "though"];

    /// <summary>
    /// True where a statement stands before the attribution and a mark, or an attribution that turns its words round, parts
    /// them.
    /// </summary>
    public static bool IsBehindStatement(SentenceView sentence, int first)
    {
        var cue = sentence.Cue;
        if (cue.First < first + 2)
            return false;
        if (!HoldsStatement(sentence, first, cue.First))
            return false;
        var parted = !sentence.Tokens[cue.First - 1].IsWord && sentence.Tokens[cue.First - 1].Shape != TokenShape.Number;
        return cue.SourceStart > cue.CueStart || (parted && !LeadsToClause(sentence, cue.Last + 1));
    }

    /// <summary>
    /// "After the storm, police said 40 people had died": what is said follows; "police said as the search went on": it does
    /// not.
    /// </summary>
    private static bool LeadsToClause(SentenceView sentence, int index)
    {
        if (sentence.WordIs(index - 1, "that"))
            return true;
        if (sentence.Any(index, index + 1, WordClass.Subordinator))
            return false;
        return sentence.Tokens.MarkAt(sentence.Text, index) == ':'
            || sentence.Any(
                index,
                EndOfCircumstances(sentence, index),
                WordClass.Auxiliary | WordClass.PastVerb | WordClass.EndsInEd | WordClass.Trend | WordClass.Event
            );
    }

    /// <summary>Where what belongs to the speaker ends; the sentence's end where nothing of the statement follows.</summary>
    public static int End(SentenceView sentence, int index)
    {
        var end = EndOfCircumstances(sentence, index);
        if (
            sentence.Tokens.MarkAt(sentence.Text, end) is not (',' or '–' or '—')
            || !(IsAboutSpeaker(sentence, end + 1) || Addition.Verb(sentence, end + 1) > 0)
        )
        {
            return end;
        }

        for (var i = end + 2; i < sentence.Tokens.Count; i++)
        {
            var mark = sentence.Tokens.MarkAt(sentence.Text, i);
            if (sentence.Tokens[i].Shape == TokenShape.Quote || mark == ';' || (mark == ',' && GoesOn(sentence, i + 1)))
                return i;
        }

        return sentence.Tokens.Count;
    }

    /// <summary>
    /// "on Monday", "in a statement on its website", "reporters in Oslo": up to the next mark, or a word that joins a clause.
    /// </summary>
    private static int EndOfCircumstances(SentenceView sentence, int index)
    {
        var i = index;
        while (
            i < sentence.Tokens.Count && !IsMark(sentence, i) && !Array.Exists(ContinuingWords, word => sentence.WordIs(i, word))
        )
        {
            i++;
        }

        return i >= sentence.Tokens.Count - 1 && !sentence.Any(i, i + 1, (WordClass)ulong.MaxValue) ? sentence.Tokens.Count : i;
    }

    private static bool IsMark(SentenceView sentence, int index) =>
        sentence.Tokens[index].Shape == TokenShape.Quote
        || sentence.Tokens.MarkAt(sentence.Text, index) is ',' or ';' or ':' or '–' or '—';

    private static bool IsAboutSpeaker(SentenceView sentence, int index)
    {
        if (index >= sentence.Tokens.Count)
            return true;
        if (sentence.Tokens[index].Shape == TokenShape.Number && sentence.Tokens.MarkAt(sentence.Text, index + 1) is ',' or '.')
            return true;
        if (
            Array.Exists(AboutSpeaker, word => sentence.WordIs(index, word))
            || (sentence.Tokens[index].Is(WordClass.Title | WordClass.Agent) && !sentence.Tokens[index].IsName)
        )
        {
            return true;
        }
        // "the third attack this month" is of the statement.
        return sentence.Tokens[index].Is(WordClass.Determiner)
            && !sentence.Any(index, index + 4, WordClass.Superlative | WordClass.NumberWord)
            && !sentence.Any(index + 1, index + 4, WordClass.EventNoun | WordClass.TrendNoun);
    }

    private static bool GoesOn(SentenceView sentence, int index) =>
        Array.Exists(ContinuingWords, word => sentence.WordIs(index, word))
        && sentence.Any(index + 1, index + 10, WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend);

    private static bool IsTime(SentenceView sentence, int index)
    {
        foreach (var time in sentence.Times)
        {
            if (time.Span.Start <= sentence.Tokens[index].Start && sentence.Tokens[index].End <= time.Span.End)
                return true;
        }

        return false;
    }

    private static bool HoldsStatement(SentenceView sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (
                (sentence.Tokens[i].Shape == TokenShape.Number && !IsTime(sentence, i))
                || sentence
                    .Tokens[i]
                    .Is(
                        WordClass.Auxiliary
                            | WordClass.PastVerb
                            | WordClass.EndsInEd
                            | WordClass.Trend
                            | WordClass.Event
                            | WordClass.NumberWord
                    )
            )
            {
                return true;
            }
        }

        return false;
    }
}
