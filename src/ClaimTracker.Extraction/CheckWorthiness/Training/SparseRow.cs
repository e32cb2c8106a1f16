using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>A sentence as the trainer sees it: weight indices in rising order, and the value at each.</summary>
internal readonly record struct SparseRow(int[] Index, float[] Value)
{
    /// <param name="sentence">What to read.</param>
    /// <param name="view">Read into; one serves all sentences, one after another.</param>
    public static SparseRow Of(string sentence, SentenceView view)
    {
        view.Text = sentence;
        SentenceReader.Read(view, new TextSpan(0, sentence.Length), inQuote: false, published: null);
        var sink = new CollectingSink([], [], []);
        FeatureExtractor.Extract(view, ref sink);
        var values = new SortedDictionary<int, float>();
        foreach (var block in (ReadOnlySpan<List<int>>)[sink.Words, sink.Characters, sink.Builds])
        {
            foreach (var index in block)
                values[index] = values.GetValueOrDefault(index) + (1 / MathF.Sqrt(block.Count));
        }

        return new SparseRow([.. values.Keys], [.. values.Values]);
    }

    public double Dot(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (var i = 0; i < Index.Length; i++)
            sum += weights[Index[i]] * Value[i];
        return sum;
    }

    public void AddTo(Span<double> weights, double factor)
    {
        for (var i = 0; i < Index.Length; i++)
            weights[Index[i]] += factor * Value[i];
    }

    private readonly record struct CollectingSink(List<int> Words, List<int> Characters, List<int> Builds) : IFeatureSink
    {
        public void Word(uint hash) => Words.Add(FeatureIndex.OfWord(hash));

        public void Character(uint hash) => Characters.Add(FeatureIndex.OfCharacter(hash));

        public void Build(uint hash) => Builds.Add(FeatureIndex.OfBuild(hash));
    }
}
