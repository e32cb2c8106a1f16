using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Decides whether "X said" can be taken out of a sentence and leave one.</summary>
internal static class SplitOff
{
    private static readonly string[] s_clauseless = ["called", "described", "describes", "accused", "accuses", "denied", "denies", "deny", "recorded"];

    /// <summary>False where the words after the cue are no clause: "the clinic reported 300 cases", "he called it a success".</summary>
    public static bool IsSafe(SentenceView sentence)
    {
        var cue = sentence.Cue;
        ref readonly var verb = ref sentence.Tokens[cue.CueStart];
        if (!verb.Is(WordClass.Say | WordClass.WeakSay) || cue.SourceStart > cue.CueStart || IsAtEnd(sentence, cue))
            return true;
        if (Array.Exists(s_clauseless, word => sentence.WordIs(cue.CueStart, word)))
            return false;
        if (sentence.WordIs(cue.CueEnd - 1, "that") || IsSetOff(sentence, cue.CueEnd))
            return true;
        // The words after a cue with no "that" are a clause only where a verb follows soon.
        for (var i = cue.CueEnd; i < Math.Min(sentence.Tokens.Count, cue.CueEnd + 16); i++)
        {
            if (sentence.WordIs(i, "to") && i == cue.CueEnd)
                return false;
            if (sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Event) && !sentence.Tokens[i].IsName)
                return true;
        }

        return false;
    }

    /// <summary>After the attribution, with "citing X" and "on Monday" that belong to it.</summary>
    public static int End(SentenceView sentence)
    {
        var end = sentence.Cue.Last + 1;
        if (end == sentence.Cue.CueEnd)
            end = SkipCircumstances(sentence, SkipListener(sentence, end));
        if (sentence.Tokens.MarkAt(sentence.Text, end) == ',' && sentence.WordIs(end + 1, "citing"))
            end = NounPhrase.EndOf(sentence.Text, sentence.Tokens, end + 2);
        return end;
    }

    /// <summary>"told CNN", "told reporters": whom it was said to.</summary>
    private static int SkipListener(SentenceView sentence, int index)
    {
        if (!sentence.WordIs(index - 1, "told") && !sentence.WordIs(index - 1, "tells"))
            return index;
        var end = index;
        while (end < sentence.Tokens.Count && end < index + 5 && (sentence.Tokens[end].IsName || sentence.Tokens[end].Is(WordClass.Agent | WordClass.Person)))
            end++;
        return end;
    }

    /// <summary>"announced on Thursday that", "said in a statement:": when and how it was said.</summary>
    private static int SkipCircumstances(SentenceView sentence, int index)
    {
        var end = index;
        while (end < sentence.Tokens.Count && end < index + 6 && IsCircumstance(sentence, end))
            end++;
        if (sentence.WordIs(end, "that") || sentence.Tokens.MarkAt(sentence.Text, end) is ':' or ',')
            return end + 1;
        return end < sentence.Tokens.Count && sentence.Tokens[end].Is(WordClass.Pronoun | WordClass.Determiner) ? end : index;
    }

    private static bool IsCircumstance(SentenceView sentence, int index) =>
        sentence.Tokens[index].Is(WordClass.TimeWord | WordClass.ReportNoun)
        || sentence.WordIs(index, "on") || sentence.WordIs(index, "in") || sentence.WordIs(index, "a") || sentence.WordIs(index, "an");

    private static bool IsAtEnd(SentenceView sentence, Cue cue)
    {
        for (var i = cue.Last + 1; i < sentence.Tokens.Count; i++)
        {
            if (sentence.Tokens[i].IsWord && !sentence.Tokens[i].Is(WordClass.TimeWord | WordClass.Preposition))
                return false;
        }

        return true;
    }

    private static bool IsSetOff(SentenceView sentence, int index) =>
        index >= sentence.Tokens.Count || sentence.Tokens[index].Shape == TokenShape.Quote || sentence.Tokens.MarkAt(sentence.Text, index) is ',' or ':';
}
