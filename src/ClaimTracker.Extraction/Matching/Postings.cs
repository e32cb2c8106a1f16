namespace ClaimTracker.Extraction.Matching;

/// <summary>Which texts hold a feature, and with which weight: an inverted index in three arrays.</summary>
internal sealed class Postings
{
    private readonly Dictionary<uint, int> _rows = [];
    private readonly int[] _starts;
    private readonly int[] _texts;
    private readonly float[] _weights;

    /// <summary>Builds it.</summary>
    /// <param name="bags">The features of each text with their counts.</param>
    /// <param name="weigh">Text, count of the feature in it, number of texts that hold it → weight.</param>
    public Postings(IReadOnlyList<Dictionary<uint, int>> bags, Func<int, int, int, float> weigh)
    {
        var holders = new List<int>();
        foreach (var feature in bags.SelectMany(bag => bag.Keys))
        {
            if (_rows.TryAdd(feature, holders.Count))
                holders.Add(1);
            else
                holders[_rows[feature]]++;
        }

        _starts = new int[holders.Count + 1];
        for (var row = 0; row < holders.Count; row++)
            _starts[row + 1] = _starts[row] + holders[row];
        _texts = new int[_starts[^1]];
        _weights = new float[_starts[^1]];
        var next = _starts.AsSpan(0, holders.Count).ToArray();
        for (var text = 0; text < bags.Count; text++)
        {
            foreach (var (feature, count) in bags[text])
            {
                var row = _rows[feature];
                _texts[next[row]] = text;
                _weights[next[row]++] = weigh(text, count, holders[row]);
            }
        }
    }

    /// <summary>In how many texts a feature stands.</summary>
    public int Holders(uint feature) => _rows.TryGetValue(feature, out var row) ? _starts[row + 1] - _starts[row] : 0;

    /// <summary>Adds to each text's score what it gets for a feature.</summary>
    public void Add(uint feature, double factor, double[] scores)
    {
        if (!_rows.TryGetValue(feature, out var row))
            return;
        for (var at = _starts[row]; at < _starts[row + 1]; at++)
            scores[_texts[at]] += factor * _weights[at];
    }

    /// <summary>Divides the weights of each text by a number of its own.</summary>
    public void Divide(ReadOnlySpan<double> by)
    {
        for (var at = 0; at < _texts.Length; at++)
            _weights[at] = (float)(_weights[at] / by[_texts[at]]);
    }

    /// <summary>The length of each text's vector of weights.</summary>
    public double[] Lengths(int texts)
    {
        var squares = new double[texts];
        for (var at = 0; at < _texts.Length; at++)
            squares[_texts[at]] += _weights[at] * _weights[at];
        for (var text = 0; text < texts; text++)
            squares[text] = squares[text] > 0 ? Math.Sqrt(squares[text]) : 1;
        return squares;
    }
}
