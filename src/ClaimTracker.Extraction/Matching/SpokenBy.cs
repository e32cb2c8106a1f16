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
            var taken = found.Exists(other => cue.First <= other.Last && other.First <= cue.Last);
            if (cue.Weight > 0 && !taken && IsNeutral(sentence, cue))
                found.Add(cue);
        }

        return found.Count < 2 || found.TrueForAll(cue => IsOutlet(sentence, cue))
            ? found
            : found.ConvertAll(cue => IsOutlet(sentence, cue) ? cue with { Weight = 0 } : cue);
    }

    // "The report found that …" says it; "the inquiry found no proof" tells of the inquiry.
    private static readonly WordSet OfReports = new(
        "found finds find showed shows show suggested suggests suggest concluded concludes conclude indicate "
            + "indicates indicated ruled rules"
    );

    private static bool IsNeutral(SentenceView sentence, Cue cue)
    {
        var verb = sentence.Text[sentence.Tokens[cue.CueStart].Start..sentence.Tokens[cue.CueStart].End].ToLowerInvariant();
        return (Neutral.Has(verb) && !IsOrder(sentence, cue, verb))
            || (OfReports.Has(verb) && (sentence.WordIs(cue.CueEnd - 1, "that") || cue.CueEnd >= sentence.Tokens.Count - 1));
    }

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
