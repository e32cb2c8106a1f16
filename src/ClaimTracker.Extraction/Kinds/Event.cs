using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Something happened, at a time or a place that can be looked up. Talks, visits and remarks are left out.</summary>
internal sealed class Event : IClaimKind
{
    public string Id => "event";

    public int Rank => 80;

    public MustName MustName => MustName.PlaceAndTime;

    public string Because(ReadOnlySpan<char> words) => $"says that something happened: {words}";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        FindDatedNoun(sentence, into);
        var verb = MainVerb.Find(sentence);
        if (verb < 0 || !Happened(sentence, verb))
            return;
        var hard = sentence.Tokens[verb].Is(WordClass.Event | WordClass.Attack | WordClass.Casualty);
        if (HasTime(sentence, verb) || (hard && HasPlace(sentence, verb)))
            into.Add(new KindReading(this, verb, verb + 1));
    }

    /// <summary>"full-scale invasion in February 2022".</summary>
    private void FindDatedNoun(SentenceView sentence, List<KindReading> into)
    {
        foreach (var time in sentence.Times)
        {
            if (time.From is null)
                continue;
            var (first, end) = sentence.TokensOf(time.Span);
            for (var i = first - 1; i >= Math.Max(0, first - 6) && !IsFinite(sentence, i); i--)
            {
                if (!sentence.Tokens[i].Is(WordClass.EventNoun) || !IsDate(sentence, time) || sentence.IsAttribution(i))
                    continue;
                into.Add(new KindReading(this, Attribution.NounPhrase.StartOf(sentence.Text, sentence.Tokens, i + 1), end));
                break;
            }
        }
    }

    /// <summary>A verb or a mark between a noun and a date: the date is not the noun's.</summary>
    private static bool IsFinite(SentenceView sentence, int index) =>
        sentence.Tokens[index].Shape >= TokenShape.Quote
        || sentence.Tokens[index].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.EndsInEd | WordClass.Relative);

    private static bool IsDate(SentenceView sentence, TimeReference time)
    {
        foreach (var c in time.Span.In(sentence.Text))
        {
            if (char.IsAsciiDigit(c))
                return true;
        }

        return false;
    }

    private static bool Happened(SentenceView sentence, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 5); i--)
        {
            if (sentence.Tokens[i].Is(WordClass.Modal | WordClass.Future | WordClass.Intention | WordClass.Talk))
                return false;
            if (sentence.WordIs(i, "to"))
                return false;
        }

        return true;
    }

    private static bool HasTime(SentenceView sentence, int verb)
    {
        foreach (var time in sentence.Times)
        {
            var (first, _) = sentence.TokensOf(time.Span);
            if (time.From is not null && Math.Abs(first - verb) < 25 && !sentence.IsAttribution(first))
                return true;
        }

        return false;
    }

    private static bool HasPlace(SentenceView sentence, int verb)
    {
        var place = Attribution.PlaceFinder.Find(sentence);
        return place is { } span
            && Math.Abs(sentence.Tokens.IndexAt(span.Start) - verb) < 25
            && !sentence.IsAttribution(sentence.Tokens.IndexAt(span.Start));
    }
}
