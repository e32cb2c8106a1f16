using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>
/// Decides which readings become claims, and shares a sentence out among them. Readings in one part of a sentence are
/// one claim, of the first kind in order; an inserted part ("triggered by …", "home to …", "the highest since …")
/// that holds a reading of its own is a claim of its own.
/// </summary>
internal sealed class ClaimParts
{
    private const int MostClaims = 4;
    private readonly List<KindReading> _readings = [];
    private readonly List<(int First, int End)> _parts = [];

    public List<ClaimPart> Claims { get; } = [];

    public void Find(SentenceView sentence)
    {
        Claims.Clear();
        _readings.Clear();
        foreach (var kind in ClaimKinds.All)
            kind.Find(sentence, _readings);
        if (_readings.Count == 0)
            return;
        InsertedParts.Find(sentence, _parts);
        foreach (var reading in _readings)
        {
            if (Claims.Count < MostClaims && reading.End > sentence.Opening && Assertion.IsStated(sentence, reading))
                Add(sentence, reading);
        }

        Claims.Sort(static (left, right) => left.First.CompareTo(right.First));
    }

    private void Add(SentenceView sentence, KindReading reading)
    {
        var part = -1;
        for (var i = 0; i < _parts.Count; i++)
        {
            if (reading.First >= _parts[i].First - 1 && reading.End <= _parts[i].End + 1 && reading.First < _parts[i].End)
                part = i;
        }

        var (first, end) = part < 0 ? (sentence.Opening, sentence.Tokens.Count) : _parts[part];
        foreach (var claim in Claims)
        {
            if (claim.First == first && claim.End == end)
                return;
        }

        Claims.Add(new ClaimPart(reading, first, end, part >= 0));
    }
}
