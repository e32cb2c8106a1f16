using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Canonical;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction;

/// <summary>
/// One reading of one text. Its buffers serve all sentences, so that a sentence costs no more than what is found in it.
/// </summary>
internal sealed class ReadingPass(string text, DateOnly? published, CheckWorthinessModel model)
{
    /// <summary>
    /// In words and marks. What runs on for longer is no statement that a desk could check, and would cost more than its
    /// length.
    /// </summary>
    private const int LongestClaim = 600;

    private readonly SentenceView _sentence = new() { Text = text };
    private readonly TurnLabels _labels = TurnLabels.Of(text);
    private readonly SpeakerMemory _memory = new();
    private readonly ClaimParts _parts = new();
    private readonly CanonicalWriter _writer = new();
    private readonly MissingParts _standing = new();
    private readonly DaySpokenOf _spokenOf = new(published);
    private readonly StoryDay _storyDay = new(published);
    private SentenceSubject? _subjectBefore;
    private HappeningBefore? _happeningBefore;
    private int _readUpTo;

    public Reading ReadAll()
    {
        var spans = SentenceSplitter.Split(text);
        var sentences = new SentenceReading[spans.Count];
        for (var i = 0; i < sentences.Length; i++)
            sentences[i] = ReadOne(spans[i]);
        SpeakerTurns.Carry(text, sentences);
        QuotedSpeech.Carry(text, sentences);
        var language = Tongue.OfArticle(text);
        return new Reading(
            Array.ConvertAll(sentences, sentence => IsRead(sentence, language) ? sentence : Unread(sentence)),
            language
        );
    }

    /// <summary>An English article may quote a sentence of another language.</summary>
    private bool IsRead(SentenceReading sentence, string? language) =>
        language is null or "en" && (sentence.Claims.Count == 0 || Tongue.OfArticle(sentence.Span.Of(text)) is null or "en");

    private static SentenceReading Unread(SentenceReading sentence) =>
        sentence with
        {
            Claims = [],
            Reasons = Reasons.NotEnglish,
        };

    public SentenceReading ReadOne(TextSpan span)
    {
        Scan(span);
        var attribution = Describe(_sentence.Cue);
        var score = model.Score(_sentence);
        var mood = _sentence.Mood;
        var claims =
            score >= CheckWorthinessModel.Threshold && !(mood.Question || mood.Conditional || mood.Addressed)
                ? FindClaims(attribution)
                : [];
        var reasons = claims.Length > 0 ? Reasons.Of(claims) : Reasons.Against(mood, score);
        RememberSubject();
        _happeningBefore = HappeningBefore.Of(_sentence, claims);
        return new SentenceReading(
            span,
            score,
            claims,
            _sentence.Quantities.ToArray(),
            _sentence.Times.ToArray(),
            attribution,
            _sentence.Hedges.ToArray(),
            mood.Negated,
            reasons
        );
    }

    private void Scan(TextSpan span)
    {
        var sameParagraph = !text.AsSpan(_readUpTo, span.Start - _readUpTo).Contains('\n');
        var inQuote = sameParagraph && _sentence.Tokens.EndsInQuote;
        SentenceReader.Read(_sentence, span, inQuote, _storyDay.Day, _spokenOf, _labels);
        if (_storyDay.Follow(_sentence))
            SentenceReader.Read(_sentence, span, inQuote, _storyDay.Day, _spokenOf, _labels);
        _storyDay.Mark(_sentence);
        _readUpTo = span.End;
        _spokenOf.Follow(_sentence.Times);
    }

    private ClaimReading[] FindClaims(SourceAttribution? attribution)
    {
        if (_sentence.Tokens.Count > LongestClaim)
            return [];
        _parts.Find(_sentence);
        if (_parts.Claims.Count == 0)
            return [];
        var whole = _sentence.Cue;
        var claims = new ClaimReading[_parts.Claims.Count];
        for (var i = 0; i < claims.Length; i++)
        {
            var part = _parts.Claims[i];
            var own = PartSpeaker.Of(_sentence, part, _parts.Claims, whole);
            _sentence.Cue = own;
            claims[i] = ReadClaim(part, own == whole ? attribution : Describe(own));
            _sentence.Cue = whole;
        }

        return claims;
    }

    private SourceAttribution? Describe(Cue cue) =>
        cue.Weight == 0 ? null : AttributionFinder.Describe(text, _sentence.Tokens, cue, _memory);

    private ClaimReading ReadClaim(ClaimPart part, SourceAttribution? attribution)
    {
        var span = new TextSpan(_sentence.Tokens[part.First].Start, _sentence.Tokens[part.End - 1].End);
        var canonical = _writer.Write(_sentence, part, _parts.Claims, _subjectBefore);
        var whole = span;
        if (SecondHalf.First(_sentence, part) is { } first)
        {
            canonical = JoinedBy(canonical, _writer.Write(_sentence, first, _parts.Claims, _subjectBefore));
            whole = new TextSpan(_sentence.Tokens[first.First].Start, span.End);
        }

        TimeReference[] times = [.. _sentence.Times.Where(time => IsOwn(part, whole, time.Span))];
        var happened =
            part.First == _sentence.Opening && times.Length == 0 && HappeningBefore.IsMeant(_sentence) ? _happeningBefore : null;
        if (happened is not null)
            (canonical, times) = ($"{canonical} when {Uncapitalised(happened.Wording)}", [.. happened.Times]);
        var missing = _standing.Of(canonical, text, times, part.Reading.Kind);
        // "The crash" is the one that the sentence before tells of.
        if (happened is not null)
            missing = [.. missing.Where(open => open != MissingPart.What)];
        return new ClaimReading(
            span,
            part.Reading.Kind.Id,
            canonical,
            PlaceIn(part, whole)?.Of(text) ?? happened?.Place,
            Reasons.For(_sentence, part, span, attribution, missing)
        )
        {
            Attribution = attribution,
            Quantities = [.. _sentence.Quantities.Where(quantity => IsOwn(part, span, quantity.Span))],
            Times = times,
            Missing = missing,
        };
    }

    private TextSpan? PlaceIn(ClaimPart part, TextSpan whole)
    {
        var own =
            PlaceFinder.Find(_sentence, part.First, part.End)
            ?? PlaceFinder.Find(_sentence, _sentence.Tokens.IndexAt(whole.Start), part.End);
        return own is { } place && IsOwn(part, whole, place) ? own : null;
    }

    /// <summary>True for what stands in a claim's words and not in those of another claim of the sentence.</summary>
    private bool IsOwn(ClaimPart part, TextSpan whole, TextSpan found)
    {
        if (!found.Overlaps(whole))
            return false;
        foreach (var other in _parts.Claims)
        {
            if (
                other.Inserted
                && other != part
                && found.Start >= _sentence.Tokens[other.First].Start
                && found.End <= _sentence.Tokens[other.End - 1].End
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"… when a ferry sank off Vell": a name keeps its capital.</summary>
    private string JoinedBy(string canonical, string first) =>
        first.Length == 0
            ? canonical
            : canonical + " when " + (OpensLikeAnyWord() ? char.ToLowerInvariant(first[0]) + first[1..] : first);

    // "Two trains", "The ferry"; a name keeps its capital.
    private static string Uncapitalised(string wording)
    {
        var end = wording.IndexOf(' ', StringComparison.Ordinal);
        return
            end > 0
            && Lexicon.ClassOf(wording[..end].ToLowerInvariant()) is var kind
            && (kind & (WordClass.Determiner | WordClass.NumberWord)) != 0
            ? char.ToLowerInvariant(wording[0]) + wording[1..]
            : wording;
    }

    private bool OpensLikeAnyWord()
    {
        ref readonly var first = ref _sentence.Tokens[_sentence.Opening];
        return !first.IsAcronym
            && !_sentence.Tokens[_sentence.Opening + 1].IsName
            && first.Is(
                WordClass.Determiner
                    | WordClass.NumberWord
                    | WordClass.Agent
                    | WordClass.Person
                    | WordClass.EventNoun
                    | WordClass.Weapon
            );
    }

    private void RememberSubject()
    {
        _subjectBefore = SentenceSubject.Of(_sentence);
        _writer.Antecedents = Antecedents.Of(_sentence);
        if (
            _subjectBefore is { } subject
            && (subject.Kind != SpeakerKind.Person || FullName.StandsBefore(text, _sentence.Span.Start, subject.Name))
        )
        {
            _memory.Note(subject.Name, subject.Kind);
        }

        _memory.Follow(text, _sentence.Tokens);
        if (_subjectBefore is { Kind: SpeakerKind.Person } && (_memory.IsOpen("he") || _memory.IsOpen("she")))
            _subjectBefore = null;
    }
}
