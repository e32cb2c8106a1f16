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
    private StatementBefore? _statementBefore;
    private EventBefore? _eventBefore;
    private int _readUpTo;
    private SentenceView? _alone;

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
        // In a transcript "you" is who is spoken to there, and not the reader.
        var stated = !(mood.Question || mood.Conditional || (mood.Addressed && !_labels.Any));
        var claims =
            !stated ? []
            : score >= CheckWorthinessModel.Threshold ? FindClaims(attribution)
            : FindLeaning(attribution, ref score);
        if (claims.Length == 0 && stated && ReadOn(attribution, ref score) is { } on)
            claims = [on];
        var reasons = claims.Length > 0 ? Reasons.Of(claims) : Reasons.Against(mood, score);
        RememberSubject();
        _statementBefore = StatementBefore.Of(_sentence, claims);
        _eventBefore = EventBefore.Of(_sentence);
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

    /// <summary>What the text, taken as one wording, leaves open.</summary>
    public IReadOnlyList<MissingPart> ReadMissing(MustName must)
    {
        Scan(new TextSpan(0, text.Length));
        return _standing.Of(text, text, _sentence.Times, must);
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

    /// <summary>
    /// "Half of them are over 80", "It carries 900 cars a day": by itself such a sentence says little, so that it is scored as it
    /// reads with what it leans on.
    /// </summary>
    private ClaimReading[] FindLeaning(SourceAttribution? attribution, ref double score)
    {
        if (!Antecedents.MayBeMeant(_sentence) || !(_subjectBefore is not null || _writer.Antecedents is { MeansAny: true }))
            return [];
        var best = score;
        var found = new List<ClaimReading>();
        foreach (var claim in FindClaims(attribution))
        {
            if (!claim.StandsAlone || Antecedents.IsMeantIn(claim.Canonical))
                continue;
            var alone = ScoreAlone(claim.Canonical);
            if (alone < CheckWorthinessModel.Threshold)
                continue;
            best = Math.Max(best, alone);
            found.Add(claim);
        }

        score = best;
        return [.. found];
    }

    /// <summary>
    /// "In Harrow, the figure is 17", "That is twice as much as in 2022": a claim of the kind that the one before it is of.
    /// </summary>
    private ClaimReading? ReadOn(SourceAttribution? attribution, ref double score)
    {
        var wording = StatementBefore.IsComparison(_sentence) ? _sentence.Span.Of(text) : "";
        if (_statementBefore is not { } before || before.GoesOn(_sentence, wording, dated: true) is null)
            return null;
        var kind = ClaimKinds.All.First(kind => kind.Id == before.Kind);
        _parts.Claims.Clear();
        var claim = ReadClaim(
            new ClaimPart(
                new KindReading(kind, _sentence.Opening, _sentence.Tokens.Count),
                _sentence.Opening,
                _sentence.Tokens.Count,
                false
            ),
            attribution
        );
        var alone = ScoreAlone(claim.Canonical);
        if (!claim.StandsAlone || alone < CheckWorthinessModel.Threshold)
            return null;
        score = Math.Max(score, alone);
        return claim;
    }

    private double ScoreAlone(string wording)
    {
        // Few texts need it, and its buffer is larger than all that is read of a short one.
        _alone ??= new SentenceView();
        _alone.Text = wording;
        SentenceReader.Read(_alone, new TextSpan(0, wording.Length), false, null);
        return model.Score(_alone);
    }

    private SourceAttribution? Describe(Cue cue) =>
        cue.Weight == 0 ? null : AttributionFinder.Describe(text, _sentence.Tokens, cue, _memory);

    private ClaimReading ReadClaim(ClaimPart part, SourceAttribution? attribution)
    {
        var span = new TextSpan(_sentence.Tokens[part.First].Start, _sentence.Tokens[part.End - 1].End);
        var canonical = _writer.Write(_sentence, part, _parts.Claims, _subjectBefore ?? SureSubject());
        var whole = span;
        if (SecondHalf.First(_sentence, part) is { } first)
        {
            canonical = JoinedBy(canonical, _writer.Write(_sentence, first, _parts.Claims, _subjectBefore));
            whole = new TextSpan(_sentence.Tokens[first.First].Start, span.End);
        }

        TimeReference[] times = [.. _sentence.Times.Where(time => IsOwn(part, whole, time.Span))];
        if (
            times.Length == 0
            && SecondTrend.Subject(_sentence, part) is not null
            && SecondTrend.Time(_sentence, part) is { } shared
        )
        {
            times = [shared];
        }
        var place = PlaceIn(part, whole)?.Of(text);
        var isWhole = part.First == _sentence.Opening;
        var isBound = false;
        if (isWhole && _statementBefore is { } before && before.GoesOn(_sentence, canonical, times.Length > 0) is { } joined)
        {
            (canonical, place, isBound) = (joined, place ?? before.Place, true);
            times = times.Length > 0 ? times : [.. before.Times];
        }
        else if (
            isWhole
            && times.Length == 0
            && place is null
            && _eventBefore is { } happened
            && EventBefore.IsOutcome(_sentence, part)
        )
        {
            (canonical, place, times) = ($"{WithoutAnother(canonical)} in {happened.Words}", happened.Place, [.. happened.Times]);
        }

        var missing = _standing.Of(canonical, text, times, part.Reading.Kind.MustName);
        // "The crash" is the one that the sentence before tells of.
        if (isBound)
            missing = [.. missing.Where(open => open != MissingPart.What)];
        return new ClaimReading(
            span,
            part.Reading.Kind.Id,
            canonical,
            place,
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
            : canonical
                + (canonical.Contains(" are ", StringComparison.Ordinal) ? " after " : " when ")
                + (OpensLikeAnyWord() ? char.ToLowerInvariant(first[0]) + first[1..] : first);

    private static string WithoutAnother(string wording) =>
        wording.StartsWith("Another ", StringComparison.Ordinal) ? wording["Another ".Length..] : wording;

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

    /// <summary>"Elena Marsh and her husband run the inn. She …": the pronoun was bound to her.</summary>
    private SentenceSubject? SureSubject()
    {
        ref readonly var first = ref _sentence.Tokens[_sentence.Opening];
        return
            (_sentence.WordIs(_sentence.Opening, "she") || _sentence.WordIs(_sentence.Opening, "he"))
            && _memory.Sure(text.AsSpan(first.Start, first.End - first.Start)) is { } name
            ? new SentenceSubject(name, SpeakerKind.Person)
            : null;
    }

    private void RememberSubject()
    {
        // "He joined the army in 1939. He moved to Vell in 2007.": who was meant once is meant on.
        var isMeantOn =
            _subjectBefore is { } meant
            && meant.Replaces(_sentence, _sentence.Opening) is not null
            && !SentenceSubject.NamesPerson(_sentence, _sentence.Opening + 1);
        _subjectBefore = SentenceSubject.Of(_sentence) ?? (isMeantOn ? _subjectBefore : null);
        _writer.Antecedents = Antecedents.Of(_sentence);
        if (
            _subjectBefore is { } subject
            && (subject.Kind != SpeakerKind.Person || FullName.StandsBefore(text, _sentence.Span.Start, subject.Name))
        )
        {
            _memory.Note(subject.Name, subject.Kind);
        }

        _memory.Follow(text, _sentence.Tokens);
        if (
            _subjectBefore is { Kind: SpeakerKind.Person } person
            && !isMeantOn
            && (_memory.IsOpen("he") || _memory.IsOpen("she") || person.HasRival(_sentence))
        )
        {
            _subjectBefore = null;
        }
    }
}
