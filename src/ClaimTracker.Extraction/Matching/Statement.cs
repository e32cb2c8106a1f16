using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A <see cref="MatchText"/> taken apart once, so that it can be compared with many.</summary>
public sealed class Statement
{
    private readonly string _text;
    private readonly List<Quantity> _quantities = [];
    private readonly List<TimeReference> _times = [];
    private readonly List<MatchWord> _words = [];

    /// <summary>Reads the words, figures and times of a text.</summary>
    public Statement(MatchText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        // The title of a checked claim often is the claim; figures are compared wherever they stand.
        _text = source.Title is null || source.Text.Contains(source.Title, StringComparison.OrdinalIgnoreCase)
            ? source.Text
            : source.Title + "\n" + source.Text;
        WordReader.Read(_text, _words);
        foreach (var sentence in SentenceSplitter.Split(_text))
        {
            var known = _times.Count;
            TimeScanner.Scan(_text, sentence, source.AsOf, _times);
            QuantityScanner.Scan(_text, sentence, _times[known..], _quantities);
        }
    }

    internal IReadOnlyList<MatchWord> Words => _words;

    internal IReadOnlyList<Quantity> Quantities => _quantities;

    internal IReadOnlyList<TimeReference> Times => _times;

    /// <summary>True where it denies: "did not", "no evidence that".</summary>
    internal bool Denies => _words.Exists(word => word.Plain is "not" or "no" or "never" or "without" or "false" || word.Plain.EndsWith("n't", StringComparison.Ordinal));
}
