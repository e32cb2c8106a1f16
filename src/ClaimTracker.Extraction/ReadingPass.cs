using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Canonical;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction;

/// <summary>One reading of one text. Its buffers serve all sentences, so that a sentence costs no more than what is found in it.</summary>
internal sealed class ReadingPass(string text, DateOnly? published, CheckWorthinessModel model)
{
    /// <summary>In words and marks. What runs on for longer is no statement that a desk could check, and would cost more than its length.</summary>
    private const int LongestClaim = 600;

    private readonly SentenceView _sentence = new() { Text = text };
    private readonly SpeakerMemory _memory = new();
    private readonly ClaimParts _parts = new();
    private readonly CanonicalWriter _writer = new();
    private readonly DaySpokenOf _spokenOf = new(published);
    private Subject? _subjectBefore;
    private int _readUpTo;

    public Reading ReadAll()
    {
        var spans = SentenceSplitter.Split(text);
        var sentences = new SentenceReading[spans.Count];
        for (var i = 0; i < sentences.Length; i++)
            sentences[i] = ReadOne(spans[i]);
        SpeakerTurns.Carry(text, sentences);
        QuotedSpeech.Carry(text, sentences);
        return new Reading(sentences);
    }

    public SentenceReading ReadOne(TextSpan span)
    {
        Scan(span);
        var attribution = Describe(_sentence.Cue);
        var score = model.Score(_sentence);
        var mood = _sentence.Mood;
        var claims = score >= CheckWorthinessModel.Threshold && !(mood.Question || mood.Conditional || mood.Addressed) ? FindClaims(attribution) : [];
        var reasons = claims.Length > 0
            ? Reasons.Of(claims)
            : Reasons.Against(mood, score);
        RememberSubject();
        return new SentenceReading(
            span, score, claims, _sentence.Quantities.ToArray(), _sentence.Times.ToArray(), attribution, _sentence.Hedges.ToArray(), mood.Negated, reasons);
    }

    private void Scan(TextSpan span)
    {
        var sameParagraph = !text.AsSpan(_readUpTo, span.Start - _readUpTo).Contains('\n');
        _sentence.Scan(span, sameParagraph && _sentence.Tokens.EndsInQuote, published, _spokenOf.Day, _spokenOf.Story);
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
        return new ClaimReading(
            span, part.Finding.Kind.Id, canonical, PlaceFinder.Find(_sentence, part.First, part.End)?.Of(text),
            Reasons.For(_sentence, part, span, attribution))
        {
            Attribution = attribution,
            Quantities = [.. _sentence.Quantities.Where(quantity => quantity.Span.Overlaps(span))],
            Times = [.. _sentence.Times.Where(time => time.Span.Overlaps(span))],
        };
    }

    private void RememberSubject()
    {
        _subjectBefore = Subject.Of(_sentence);
        if (_subjectBefore is { } subject && (subject.Kind != SpeakerKind.Person || FullName.StandsBefore(text, _sentence.Span.Start, subject.Name)))
            _memory.Note(subject.Name, subject.Kind);
    }
}
