using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Decides whether "X said" can be taken out of a sentence and leave one.</summary>
internal static class SplitOff
{
    private static readonly string[] Clauseless =
    [
        "called",
        "described",
        "describes",
        "accused",
        "accuses",
        "denied",
        "denies",
        "deny",
        "recorded",
        "put",
        "puts",
    ];
    private static readonly string[] Speaking =
    [
        "speaking",
        "talking",
        "addressing",
        "writing",
        "commenting",
        "responding",
        "testifying",
        "asked",
        "citing",
        "quoting",
    ];

    private const int LongestCircumstance = 14;

    /// <summary>
    /// False where the words after the cue are no clause: "the clinic reported 300 cases", "he called it a success".
    /// </summary>
    public static bool IsSafe(SentenceView sentence)
    {
        var cue = sentence.Cue;
        if (cue.IsLabel)
            return true;
        if (SpeaksOfItself(sentence))
            return false;
        if (
            Array.Exists(Clauseless, word => sentence.WordIs(cue.CueStart, word))
            && cue.SourceStart < cue.CueStart
            && !IsAtEnd(sentence, cue)
        )
        {
            return false;
        }

        if (SpeakerTail.IsBehindStatement(sentence, sentence.Opening))
            return true;
        ref readonly var verb = ref sentence.Tokens[cue.CueStart];
        if (!verb.Is(WordClass.Say | WordClass.WeakSay) || cue.SourceStart > cue.CueStart || IsAtEnd(sentence, cue))
            return true;
        var weak = !verb.Is(WordClass.Say);
        if (sentence.WordIs(cue.CueEnd - 1, "that") || IsSetOff(sentence, cue.CueEnd, weak))
            return true;
        // The words after a cue with no "that" are a clause only where a verb follows soon.
        for (var i = cue.CueEnd; i < Math.Min(sentence.Tokens.Count, cue.CueEnd + 16); i++)
        {
            if (sentence.WordIs(i, "to") && i == cue.CueEnd)
                return false;
            // "announced her resignation, and died": the verb is the speaker's own.
            if (
                weak
                && (
                    sentence.Tokens.MarkAt(sentence.Text, i) is ',' or ';'
                    || (sentence.WordIs(i, "and") && !sentence.Tokens[i + 1].IsName)
                )
            )
            {
                return false;
            }

            if (
                sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Event)
                && !sentence.Tokens[i].IsName
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Where a claim begins when what leads to its attribution goes with it: "Speaking to X, she said", "In a statement, the
    /// firm said".
    /// </summary>
    public static int Start(SentenceView sentence, ClaimPart claim)
    {
        var (first, attribution) = (claim.First, sentence.Cue.First);
        if (claim.Inserted || sentence.Cue.Weight == 0 || attribution <= first || !IsSafe(sentence))
            return first;
        // "Early reports said": an adjective that is left behind.
        if (attribution == first + 1 && (sentence.WordIs(first, "early") || sentence.WordIs(first, "also")))
            return attribution;
        if (
            attribution - first < 3
            || attribution > claim.Reading.First
            || sentence.Tokens.MarkAt(sentence.Text, attribution - 1) != ','
        )
        {
            return first;
        }

        var spoken = Array.Exists(Speaking, word => sentence.WordIs(first, word));
        var written =
            sentence.WordIs(first, "in") && sentence.Any(first + 2, Math.Min(attribution, first + 4), WordClass.ReportNoun);
        return spoken || written || IsOfficeOfTheSpeaker(sentence, first) ? attribution : first;
    }

    /// <summary>"The institute's director, Ana Lopes, said": what stands before the name is the speaker too.</summary>
    private static bool IsOfficeOfTheSpeaker(SentenceView sentence, int first)
    {
        var cue = sentence.Cue;
        return sentence.Tokens[first].Is(WordClass.Determiner)
            && cue.SourceStart < cue.CueStart
            && cue.CueStart == cue.SourceEnd + 1
            && sentence.Tokens.MarkAt(sentence.Text, cue.SourceEnd) == ','
            && !sentence.Any(first, cue.SourceStart, WordClass.PastVerb | WordClass.Auxiliary | WordClass.Relative);
    }

    /// <summary>"I", "our": without the speaker nobody knows whom the words mean.</summary>
    private static bool SpeaksOfItself(SentenceView sentence)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (token.InQuote && token.Is(WordClass.FirstPerson) && !token.IsAcronym)
                return true;
        }

        return false;
    }

    /// <summary>After the attribution, with "citing X" and "on Monday" that belong to it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Where the claim begins that it is taken out of.</param>
    public static int End(SentenceView sentence, int first)
    {
        var end = sentence.Cue.Last + 1;
        if (sentence.Cue.IsLabel)
            return sentence.Cue.SourceStart == 0 ? end : sentence.Tokens.Count;
        if (IsAtEnd(sentence, sentence.Cue))
            return sentence.Tokens.Count;
        if (SpeakerTail.IsBehindStatement(sentence, first))
            return SpeakerTail.End(sentence, end);
        if (OpeningEnd(sentence) is var opening and > 0)
            return opening;
        if (end == sentence.Cue.CueEnd)
            end = SkipCircumstances(sentence, SkipListener(sentence, end));
        if (sentence.Tokens.MarkAt(sentence.Text, end) == ',' && sentence.WordIs(end + 1, "citing"))
            end = NounPhrase.EndOf(sentence.Text, sentence.Tokens, end + 2);
        return end;
    }

    /// <summary>
    /// "According to a report dated 3 May,": all up to the comma says where it stands; 0 where a verb comes first.
    /// </summary>
    private static int OpeningEnd(SentenceView sentence)
    {
        if (sentence.Cue.CueStart != 0 || sentence.Cue.SourceStart < sentence.Cue.CueStart)
            return 0;
        for (var i = sentence.Cue.Last + 1; i < Math.Min(sentence.Tokens.Count, sentence.Cue.Last + 9); i++)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == ',')
                return AfterOffice(sentence, i + 1);
            if (sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.Determiner))
                return 0;
        }

        return 0;
    }

    /// <summary>
    /// "According to Ana Lopes, formerly of the agency,": behind what is said of the speaker; <paramref name="index"/> where
    /// nothing is.
    /// </summary>
    private static int AfterOffice(SentenceView sentence, int index)
    {
        var cue = sentence.Cue;
        var said =
            sentence.WordIs(index, "formerly")
            || sentence.WordIs(index, "who")
            || sentence.Any(index, Math.Min(index + 3, sentence.Tokens.Count), WordClass.Title);
        if (!said || Speaker.KindOf(sentence.Text, sentence.Tokens, cue.SourceStart, cue.SourceEnd) != SpeakerKind.Person)
            return index;
        for (var i = index + 1; i < Math.Min(sentence.Tokens.Count, index + 14); i++)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) == ',')
                return i + 1;
            if (
                sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend)
                && !sentence.WordIs(index, "who")
            )
            {
                return index;
            }
        }

        return index;
    }

    /// <summary>"told CNN", "told reporters": whom it was said to.</summary>
    private static int SkipListener(SentenceView sentence, int index)
    {
        if (!sentence.WordIs(index - 1, "told") && !sentence.WordIs(index - 1, "tells"))
            return index;
        var end = index;
        if (
            sentence.WordIs(end, "the")
            && end + 1 < sentence.Tokens.Count
            && (sentence.Tokens[end + 1].IsName || sentence.Tokens[end + 1].Is(WordClass.Agent | WordClass.Outlet))
        )
        {
            end++;
        }

        while (
            end < sentence.Tokens.Count
            && end < index + 5
            && (sentence.Tokens[end].IsName || sentence.Tokens[end].Is(WordClass.Agent | WordClass.Person))
        )
        {
            end++;
        }

        return end;
    }

    /// <summary>"announced on Thursday that", "said in a statement:": when and how it was said.</summary>
    private static int SkipCircumstances(SentenceView sentence, int index)
    {
        if (BehindThat(sentence, index) is var that && that > index)
            return that;
        var end = index;
        while (end < sentence.Tokens.Count && end < index + 6 && IsCircumstance(sentence, end))
            end++;
        if (sentence.WordIs(end, "that") || sentence.Tokens.MarkAt(sentence.Text, end) is ':' or ',')
            return end + 1;
        return end < sentence.Tokens.Count && sentence.Tokens[end].Is(WordClass.Pronoun | WordClass.Determiner) ? end : index;
    }

    /// <summary>
    /// "said in a post on X that", "told the court in Kyiv:", "said late Monday that": behind the word or mark that leads to
    /// the statement.
    /// </summary>
    private static int BehindThat(SentenceView sentence, int index)
    {
        if (sentence.WordIs(index, "that"))
            return index + 1;
        if (
            index >= sentence.Tokens.Count
            || !(
                sentence.Tokens[index].Is(WordClass.Preposition | WordClass.TimeWord | WordClass.Opener | WordClass.Adverb)
                || sentence.WordIs(index, "late")
                || sentence.WordIs(index, "early")
                || sentence.Tokens.MarkAt(sentence.Text, index) == ':'
            )
        )
        {
            return index;
        }

        for (var i = index; i < Math.Min(sentence.Tokens.Count - 1, index + LongestCircumstance); i++)
        {
            if (sentence.WordIs(i, "that") || sentence.Tokens.MarkAt(sentence.Text, i) == ':')
                return i + 1;
            if (
                sentence.Tokens[i].Shape == TokenShape.Quote
                || sentence.Tokens.MarkAt(sentence.Text, i) is ',' or ';'
                || (
                    sentence.Tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend)
                    && !sentence.Tokens[i].IsName
                )
            )
            {
                return index;
            }
        }

        return index;
    }

    private static bool IsCircumstance(SentenceView sentence, int index) =>
        sentence.Tokens[index].Is(WordClass.TimeWord | WordClass.ReportNoun)
        || sentence.WordIs(index, "on")
        || sentence.WordIs(index, "in")
        || sentence.WordIs(index, "a")
        || sentence.WordIs(index, "an");

    private static bool IsAtEnd(SentenceView sentence, Cue cue)
    {
        for (var i = cue.Last + 1; i < sentence.Tokens.Count; i++)
        {
            if (sentence.Tokens[i].IsWord && !sentence.Tokens[i].Is(WordClass.TimeWord | WordClass.Preposition))
                return false;
        }

        return true;
    }

    private static bool IsSetOff(SentenceView sentence, int index, bool weak) =>
        index >= sentence.Tokens.Count
        || (!weak && sentence.Tokens[index].Shape == TokenShape.Quote)
        || sentence.Tokens.MarkAt(sentence.Text, index) is ',' or ':';
}
