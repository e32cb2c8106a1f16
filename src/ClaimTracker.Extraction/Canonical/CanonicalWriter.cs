using System.Text;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// Words a claim so that it stands on its own: who says it split off, relative dates resolved, a pronoun at its
/// beginning replaced where it can mean only one. Every other word is the sentence's own.
/// </summary>
internal sealed class CanonicalWriter
{
    private readonly StringBuilder _words = new();

    /// <summary>What the sentence before leaves for the small words of this one; null at the beginning of a text.</summary>
    public Antecedents? Antecedents { get; set; }

    public string Write(SentenceView sentence, ClaimPart claim, List<ClaimPart> all, SentenceSubject? before)
    {
        _words.Clear();
        if (claim.Inserted && SecondFigure.Before(sentence, claim.First) is { End: > 0 } counted)
            return WriteSecond(sentence, claim, counted);
        if (claim.Inserted && Fragment.Is(sentence, claim))
        {
            if (Fragment.HostPlace(sentence, claim) is { } host)
                _words.Append(host.In(sentence.Text)).Append(" is");
            else
                claim = claim with { First = sentence.Opening, Inserted = false };
        }

        var first = Math.Max(LeadIn.Skip(sentence, claim), SplitOff.Start(sentence, claim));
        var end = TrailOff.Start(sentence, claim);
        if (claim.Inserted && first == claim.First && RelativeClause.Head(sentence, first) is var head && head.End > 0)
        {
            _words.Append(
                sentence.Text,
                sentence.Tokens[head.First].Start,
                sentence.Tokens[head.End - 1].End - sentence.Tokens[head.First].Start
            );
            first++;
        }

        if (claim.Inserted && first == claim.First && InsertedParts.IsWhere(sentence, first))
        {
            _words.Append("In ").Append(NameBefore(sentence, first - 1)).Append(',');
            first++;
        }
        else if (SecondTrend.Subject(sentence, claim) is { } subject)
        {
            _words.Append(subject);
        }

        var happening = Fragment.HappeningTime(sentence, claim, first, end);
        for (var i = first; i < end; i++)
        {
            if (i == happening)
                _words.Append(" took place");
            var skipped = SkipTo(sentence, claim, all, i);
            if (skipped > i)
            {
                i = skipped - 1;
                continue;
            }

            var speaker =
                i == first && claim.Inserted ? OwnSubject(sentence, claim, before)
                : i == first || OnlyTimeStands(sentence, first, i) ? before
                : _words.Length == 0 ? Speaker(sentence, i)
                : null;
            if (i == first && claim.Inserted && OwnThing(sentence, i) is { } thing)
            {
                _words.Append(' ').Append(thing);
                continue;
            }

            if (
                speaker?.Replaces(sentence, i) is null
                && Antecedents?.For(sentence, i, i == first || OnlyTimeStands(sentence, first, i)) is { } meant
            )
            {
                _words.Append(' ').Append(meant.Words);
                i += meant.Tokens - 1;
                continue;
            }

            i = Append(sentence, i, speaker);
        }

        if (SecondTrend.Subject(sentence, claim) is not null && SecondTrend.Time(sentence, claim) is { } shared)
            AppendShared(sentence, shared);
        return CanonicalText.Finish(_words);
    }

    /// <summary>
    /// "Turnout was 48% in Hull": the words before the first figure, and what the second does not say it counts.
    /// </summary>
    private string WriteSecond(SentenceView sentence, ClaimPart claim, (int First, int CountedFirst, int End) host)
    {
        var tokens = sentence.Tokens;
        var (second, end) = (claim.First + 1, claim.First + 2);
        while (end < claim.End && (tokens[end].Shape >= TokenShape.Number || tokens[end].Is(WordClass.NumberWord)))
            end++;
        _words.Append(sentence.Text, tokens[sentence.Opening].Start, tokens[host.First].Start - tokens[sentence.Opening].Start);
        _words.Append(sentence.Text, tokens[second].Start, tokens[end - 1].End - tokens[second].Start);
        // "48%" says its measure itself.
        var bare = tokens[end - 1].Shape == TokenShape.Number || tokens[end - 1].Is(WordClass.NumberWord);
        if (bare && tokens[end].Is(WordClass.Preposition) && host.CountedFirst < host.End)
        {
            _words.Append(' ');
            _words.Append(
                sentence.Text,
                tokens[host.CountedFirst].Start,
                tokens[host.End - 1].End - tokens[host.CountedFirst].Start
            );
        }

        _words.Append(' ').Append(sentence.Text, tokens[end].Start, tokens[claim.End - 1].End - tokens[end].Start);
        return CanonicalText.Finish(_words);
    }

    private void AppendShared(SentenceView sentence, TimeReference time)
    {
        if (_words.Length > 0 && _words[^1] == '.')
            _words.Length--;
        if (AbsoluteTime.Of(sentence.Text, time) is { } words)
            CanonicalText.AppendTime(_words, words, false);
        else
            _words.Append(' ').Append(TimeWithPreposition(sentence, time));
    }

    private static string TimeWithPreposition(SentenceView sentence, TimeReference time)
    {
        var (first, _) = sentence.TokensOf(time.Span);
        var start = first > 0 && sentence.Tokens[first - 1].Is(WordClass.Preposition) ? first - 1 : first;
        return sentence.Text[sentence.Tokens[start].Start..time.Span.End];
    }

    /// <summary>"A year ago it was": nothing but a time stands before the subject.</summary>
    private static bool OnlyTimeStands(SentenceView sentence, int first, int index)
    {
        foreach (var time in sentence.Times)
        {
            var (start, end) = sentence.TokensOf(time.Span);
            if (end == index || (end == index - 1 && sentence.Tokens.MarkAt(sentence.Text, end) == ','))
                return start == first || (start == first + 1 && sentence.Tokens[first].Is(WordClass.Preposition));
        }

        return false;
    }

    /// <summary>Whom a part of the sentence speaks of is looked for in the sentence first.</summary>
    private static SentenceSubject? OwnSubject(SentenceView sentence, ClaimPart claim, SentenceSubject? before)
    {
        if (SentenceSubject.Of(sentence) is { } own && own.First < claim.First)
            return own.HasRival(sentence) ? null : own;
        for (var i = sentence.Opening + 1; i < claim.First; i++)
        {
            if (sentence.Tokens[i].IsName && !sentence.Tokens[i].Is(WordClass.TimeWord | WordClass.Place))
                return null;
        }

        return before;
    }

    /// <summary>"The dam above Sirte burst, and it …".</summary>
    private static string? OwnThing(SentenceView sentence, int index)
    {
        var many = sentence.WordIs(index, "they");
        if (!many && !sentence.WordIs(index, "it"))
            return null;
        var (words, isMany) = ThingBefore.Subject(sentence);
        return words is not null && isMany == many ? words : null;
    }

    private static string NameBefore(SentenceView sentence, int comma)
    {
        var first = comma - 1;
        while (first > 0 && sentence.Tokens[first - 1].IsName)
            first--;
        return sentence.Text[sentence.Tokens[first].Start..sentence.Tokens[comma - 1].End];
    }

    /// <summary>In "the clinic said it had closed" the speaker speaks of itself.</summary>
    private static SentenceSubject? Speaker(SentenceView sentence, int index)
    {
        var cue = sentence.Cue;
        if (cue.Weight == 0 || cue.IsLabel || cue.Last >= index || sentence.Tokens[cue.SourceStart].Is(WordClass.Pronoun))
            return null;
        var name = sentence.Text[sentence.Tokens[cue.SourceStart].Start..sentence.Tokens[cue.SourceEnd - 1].End];
        return new SentenceSubject(
            name,
            Attribution.Speaker.KindOf(sentence.Text, sentence.Tokens, cue.SourceStart, cue.SourceEnd)
        );
    }

    private int SkipTo(SentenceView sentence, ClaimPart claim, List<ClaimPart> all, int index)
    {
        if (sentence.IsAttribution(index) && SplitOff.IsSafe(sentence))
            return SplitOff.End(sentence, claim.First);
        foreach (var other in all)
        {
            // A part that is a claim of its own is not said twice.
            if (other.Inserted && other.Reading != claim.Reading && index == other.First)
                return SkipClosingComma(sentence, other.End);
        }

        return index;
    }

    /// <summary>An insertion between commas takes both with it.</summary>
    private int SkipClosingComma(SentenceView sentence, int end)
    {
        if (sentence.Tokens.MarkAt(sentence.Text, end) != ',')
            return end;
        while (_words.Length > 0 && _words[^1] is ',' or ' ')
            _words.Length--;
        return end + 1;
    }

    private int Append(SentenceView sentence, int index, SentenceSubject? before)
    {
        ref readonly var token = ref sentence.Tokens[index];
        foreach (var time in sentence.Times)
        {
            if (time.Span.Start != token.Start || AbsoluteTime.Of(sentence.Text, time) is not { } words)
                continue;
            var after = sentence.Tokens.IndexAt(time.Span.End);
            if (!TimePlace.CanBeRewritten(sentence, index, after, time.Span.End))
                break;

            // "Friday night was the fourth in a row": the time is what is spoken of, and takes no preposition.
            var isSubject =
                _words.Length == 0
                && after < sentence.Tokens.Count
                && !sentence.Tokens[after].IsName
                && sentence.Tokens[after].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend);
            CanonicalText.AppendTime(_words, words, isSubject);
            return Math.Max(index, after - 1);
        }

        if (index > 0 && sentence.Tokens[index - 1].End < token.Start)
            _words.Append(' ');
        if (before?.Replaces(sentence, index) is { } name)
            _words.Append(name);
        else
            _words.Append(sentence.Text, token.Start, token.End - token.Start);
        return index;
    }
}
