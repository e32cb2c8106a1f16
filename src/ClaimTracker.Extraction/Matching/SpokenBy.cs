using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Who says a statement, where it says so: "according to the ministry", "the mayor said".</summary>
internal static class SpokenBy
{
    // Verbs that pass words on and say nothing of them. "Denied", "warned", "alleged" say something, and are words of the
    // statement.
    private static readonly WordSet Neutral = new(
        "said say says told tells tell stated states announced announces added adds reported reports report "
            + "noted notes confirmed confirms "
            + "claimed claims claim alleged alleges heard hears according per by"
    );

    /// <summary>
    /// The cues of a sentence that pass it on. An agency that passes on another speaker is no speaker: its cue is among them,
    /// its weight 0.
    /// </summary>
    public static List<Cue> Cues(SentenceView sentence)
    {
        if (SpeakerLabel.Find(sentence.Text, sentence.Tokens) is { Weight: > 0 } label)
            return [label];
        var found = new List<Cue>();
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (sentence.Tokens[i].Shape > TokenShape.Upper || sentence.Tokens[i].InQuote)
                continue;
            var cue = PrepositionCues.At(sentence.Text, sentence.Tokens, i);
            if (cue.Weight == 0)
                cue = AttributionFinder.SpokenAt(sentence.Text, sentence.Tokens, i);
            if (cue.Weight == 0)
                cue = Told(sentence, i);
            var taken = found.Exists(other => cue.First <= other.Last && other.First <= cue.Last);
            if (cue.Weight > 0 && !taken && IsNeutral(sentence, cue))
                found.Add(cue);
        }

        return found.Count < 2 || found.TrueForAll(cue => IsOutlet(sentence, cue))
            ? found
            : found.ConvertAll(cue => IsOutlet(sentence, cue) ? cue with { Weight = 0 } : cue);
    }

    // "The inquest was told that", ", the jury was told": what it heard.
    private static Cue Told(SentenceView sentence, int told)
    {
        if (
            told < 2
            || !sentence.WordIs(told, "told")
            || !(sentence.WordIs(told - 1, "was") || sentence.WordIs(told - 1, "were"))
        )
        {
            return default;
        }

        var first = NounPhrase.StartOf(sentence.Text, sentence.Tokens, told - 1);
        var isCourt =
            first < told - 1
            && Courts.Has(
                sentence.Text.AsSpan(
                    sentence.Tokens[told - 2].Start,
                    sentence.Tokens[told - 2].StemEnd - sentence.Tokens[told - 2].Start
                )
            );
        var that = sentence.WordIs(told + 1, "that");
        var closes = told + 1 >= sentence.Tokens.Count || sentence.Tokens[told + 1].Shape >= TokenShape.Quote;
        return isCourt && (that || closes) ? new Cue(told - 1, that ? told + 2 : told + 1, first, told - 1, 3) : default;
    }

    private static readonly WordSet Courts = new("court inquest jury tribunal inquiry hearing jurors panel committee");

    // "The report found that …" says it; "the inquiry found no proof" tells of the inquiry.
    private static readonly WordSet OfReports = new(
        "found finds find showed shows show suggested suggests suggest concluded concludes conclude indicate "
            + "indicates indicated ruled rules"
    );

    private static bool IsNeutral(SentenceView sentence, Cue cue)
    {
        var verb = sentence.Text[sentence.Tokens[cue.CueStart].Start..sentence.Tokens[cue.CueStart].End].ToLowerInvariant();
        return (Neutral.Has(verb) && !IsOrder(sentence, cue, verb) && !IsOfThing(sentence, cue, verb))
            || (OfReports.Has(verb) && (sentence.WordIs(cue.CueEnd - 1, "that") || cue.CueEnd >= sentence.Tokens.Count - 1));
    }

    private static readonly WordSet OfThings = new(
        "confirmed confirms announced announces reported reports claimed claims noted"
    );

    // "The senate has confirmed Ana Lopes": what was confirmed is no statement.
    private static bool IsOfThing(SentenceView sentence, Cue cue, string verb)
    {
        if (!OfThings.Has(verb) || cue.SourceStart > cue.CueStart || sentence.WordIs(cue.CueEnd - 1, "that"))
            return false;
        if (cue.First > 0 && sentence.Tokens.MarkAt(sentence.Text, cue.First - 1) is ',' or '"' or '”')
            return false;
        return !sentence.Any(cue.CueEnd, sentence.Tokens.Count, Finite);
    }

    private const WordClass Finite = WordClass.Auxiliary | WordClass.PastVerb | WordClass.Modal | WordClass.EndsInEd;

    // "Told residents to boil water" is no report.
    private static bool IsOrder(SentenceView sentence, Cue cue, string verb)
    {
        if (verb is not ("told" or "tell" or "tells") || sentence.WordIs(cue.CueEnd - 1, "that"))
            return false;
        for (var i = cue.CueStart; i < sentence.Tokens.Count && !sentence.WordIs(i, "that"); i++)
        {
            if (sentence.WordIs(i, "to"))
                return true;
        }

        return false;
    }

    private static bool IsOutlet(SentenceView sentence, Cue cue) =>
        sentence.Any(cue.SourceStart, cue.SourceEnd, WordClass.Outlet);
}
