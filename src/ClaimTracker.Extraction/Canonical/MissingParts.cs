using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// Says what a wording leaves open for whoever reads it alone. What cannot be seen to be there counts as missing.
/// </summary>
internal sealed class MissingParts
{
    private const int OfWording = 32;

    private const WordClass Verbs = WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Event;

    private readonly TokenBuffer _tokens = new(OfWording);
    private readonly List<MissingPart> _missing = [];
    private string _wording = "";

    /// <param name="wording">The canonical wording.</param>
    /// <param name="text">The article, which the times point into.</param>
    /// <param name="times">The times of the claim.</param>
    /// <param name="must">What its kind must name: what happened, happened somewhere and at some time.</param>
    public IReadOnlyList<MissingPart> Of(string wording, string text, IReadOnlyList<TimeReference> times, MustName must)
    {
        _missing.Clear();
        _wording = wording;
        _tokens.Fill(wording, new TextSpan(0, wording.Length), false);
        for (var i = 0; i < _tokens.Count; i++)
            ReadPronoun(i);
        ReadSubject();
        ReadComparison();
        if (OpenTimes.Any(_wording, _tokens, text, times))
            Add(MissingPart.When);
        if (must == MustName.PlaceAndTime)
            ReadHappening(times);
        else if (must == MustName.PlaceAndTimeIfPast)
            ReadCount(times);
        return _missing.Count == 0 ? [] : [.. _missing.Order()];
    }

    private bool Is(int index, string word) => _tokens.WordIs(_wording, index, word);

    private void Add(MissingPart part)
    {
        if (!_missing.Contains(part))
            _missing.Add(part);
    }

    private void ReadPronoun(int index)
    {
        if (Is(index, "he") || Is(index, "she") || Is(index, "him") || Is(index, "his"))
        {
            AddUnless(HasBefore(index, WordClass.Person | WordClass.Title | WordClass.Agent), MissingPart.Who);
        }
        else if (Is(index, "they") || Is(index, "them") || Is(index, "their"))
        {
            AddUnless(HasBefore(index, WordClass.Person | WordClass.Agent) || HasManyBefore(index), MissingPart.Who);
        }
        else if (
            (Is(index, "I") && _wording[_tokens[index].Start] == 'I')
            || Is(index, "me")
            || Is(index, "we")
            || Is(index, "our")
            || (Is(index, "us") && !_tokens[index].IsName)
            || Is(index, "my")
        )
        {
            Add(MissingPart.Who);
        }
        else if (Is(index, "it") || Is(index, "its"))
        {
            AddUnless(
                index > 1 && HasBefore(index, WordClass.Determiner | WordClass.Agent | WordClass.EventNoun | WordClass.TrendNoun),
                MissingPart.What
            );
        }
        else if (
            Is(index, "there")
            && !(index + 1 < _tokens.Count && _tokens[index + 1].Is(WordClass.Auxiliary | WordClass.Modal))
            && !Is(index - 1, "over")
        )
        {
            AddUnless(index + 1 < _tokens.Count && _tokens[index + 1].Is(WordClass.Preposition), MissingPart.Where);
        }
        else if (Is(index, "then") && Is(index - 1, "since"))
        {
            Add(MissingPart.When);
        }
    }

    private void AddUnless(bool known, MissingPart part)
    {
        if (!known)
            Add(part);
    }

    /// <summary>A name, or a noun of a class, that a pronoun may stand for.</summary>
    private bool HasBefore(int index, WordClass nouns)
    {
        for (var i = 0; i < index; i++)
        {
            if ((_tokens[i].Is(nouns) && i + 1 < index) || IsName(i))
                return true;
        }

        return false;
    }

    /// <summary>"12 of them": nothing that is many stands before; "40 homes and their owners" has.</summary>
    private bool HasManyBefore(int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (
                _tokens[i].Shape == TokenShape.Word
                && _wording[_tokens[i].End - 1] == 's'
                && _tokens[i].End - _tokens[i].Start > 3
                && !_tokens[i].Is(Verbs | WordClass.Determiner)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A capital word that is none because it opens the wording.</summary>
    private bool IsName(int index) =>
        _tokens[index].IsName
        && (
            index > 0
            || _tokens[0].Is(WordClass.Place)
            || _tokens[0].IsAcronym
            || _tokens[0].IsPossessive
            || (_tokens.Count > 1 && _tokens[1].IsName)
            || IsBareName()
        )
        && !_tokens[index].Is(WordClass.Pronoun | WordClass.TimeWord)
        && !(index == 0 && _tokens[0].Is(WordClass.Determiner));

    /// <summary>"Tesla sold": a word for one thing takes an article unless it is a name.</summary>
    private bool IsBareName()
    {
        var word = _wording.AsSpan(_tokens[0].Start, _tokens[0].End - _tokens[0].Start);
        return _tokens.Count > 1
            && _tokens[0].Class == WordClass.None
            && _tokens[1].Is(Verbs)
            && word[^1] != 's'
            && !word.EndsWith("ing", StringComparison.Ordinal)
            && !word.EndsWith("men", StringComparison.Ordinal)
            && !word.EndsWith("people", StringComparison.OrdinalIgnoreCase);
    }

    private void ReadSubject()
    {
        if (_tokens.Count < 2)
            return;
        if (SubjectPhrase.IsBareThis(_wording, _tokens))
            Add(MissingPart.What);
        else if (SubjectPhrase.OpenPart(_wording, _tokens) is { } part)
            Add(part);
        for (var i = 1; i + 2 < _tokens.Count; i++)
        {
            if (SubjectPhrase.IsShareOfKnown(_wording, _tokens, i))
                Add(MissingPart.OfWhat);
        }
    }

    /// <summary>"Twice as many as in 2019": without a verb it says of nothing what it compares.</summary>
    private void ReadComparison()
    {
        if (_tokens.Count == 0 || !(_tokens[0].Is(WordClass.TrendNoun) || Is(0, "up") || Is(0, "down") || IsTimesMore()))
            return;
        for (var i = 1; i < _tokens.Count; i++)
        {
            if (_tokens[i].Is(Verbs) || HoldsName())
                return;
        }

        Add(MissingPart.What);
        Add(MissingPart.Where);
    }

    /// <summary>"Five times more than".</summary>
    private bool IsTimesMore() =>
        _tokens.Count > 2
        && (_tokens[0].Shape == TokenShape.Number || _tokens[0].Is(WordClass.NumberWord))
        && Is(1, "times")
        && (_tokens[2].Is(WordClass.TrendNoun) || Is(2, "as"));

    /// <summary>What happened needs a day, unless it is told as a sum up to now, and a name of somebody or some place.</summary>
    private void ReadHappening(IReadOnlyList<TimeReference> times)
    {
        var sum = false;
        for (var i = 0; i < _tokens.Count; i++)
            sum |= Is(i, "has") || Is(i, "have");
        if (!HoldsName())
            Add(MissingPart.Where);
        if (!sum && !HasTime(times))
            Add(MissingPart.When);
    }

    /// <summary>"600 men lost their jobs": a count of no named place or people, in the past.</summary>
    private void ReadCount(IReadOnlyList<TimeReference> times)
    {
        var past = false;
        for (var i = 0; i < _tokens.Count; i++)
            past |= _tokens[i].Is(WordClass.PastVerb);
        if (!past || HoldsName())
            return;
        Add(MissingPart.Where);
        if (!HasTime(times))
            Add(MissingPart.When);
    }

    private bool HasTime(IReadOnlyList<TimeReference> times) =>
        OpenTimes.HasYear(_wording, _tokens) || times.Any(time => time.From is not null);

    private bool HoldsName()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (IsName(i) && !IsMonth(i))
                return true;
        }

        return false;
    }

    private bool IsMonth(int index) =>
        (index > 0 && _tokens[index - 1].Shape == TokenShape.Number)
        || (index + 1 < _tokens.Count && _tokens[index + 1].Shape == TokenShape.Number);
}
