using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>
/// Decides which findings become claims, and shares a sentence out among them. Findings in one part of a sentence are
/// one claim, of the first kind in order; an inserted part ("triggered by …", "home to …", "the highest since …")
/// that holds a finding of its own is a claim of its own.
/// </summary>
internal sealed class ClaimParts
{
    private const int MostClaims = 4;
    private readonly List<Finding> _findings = [];
    private readonly List<(int First, int End)> _parts = [];

    public List<ClaimPart> Claims { get; } = [];

    public void Find(SentenceView sentence)
    {
        Claims.Clear();
        _findings.Clear();
        foreach (var kind in ClaimKinds.All)
            kind.Find(sentence, _findings);
        if (_findings.Count == 0)
            return;
        InsertedParts.Find(sentence, _parts);
        foreach (var finding in _findings)
        {
            if (Claims.Count < MostClaims && finding.End > sentence.Opening && Assertion.IsStated(sentence, finding))
                Add(sentence, finding);
        }

        Claims.Sort(static (left, right) => left.First.CompareTo(right.First));
    }

    private void Add(SentenceView sentence, Finding finding)
    {
        var part = -1;
        for (var i = 0; i < _parts.Count; i++)
        {
            if (finding.First >= _parts[i].First - 1 && finding.End <= _parts[i].End + 1 && finding.First < _parts[i].End)
                part = i;
        }

        var (first, end) = part < 0 ? (sentence.Opening, sentence.Tokens.Count) : _parts[part];
        foreach (var claim in Claims)
        {
            if (claim.First == first && claim.End == end)
                return;
        }

        Claims.Add(new ClaimPart(finding, first, end, part >= 0));
    }
}
