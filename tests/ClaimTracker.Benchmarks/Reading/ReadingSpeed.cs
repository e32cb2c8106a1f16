using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// Sentences a second on one core over real articles, and what each allocates; the peer on some of the same sentences.
/// </summary>
internal static class ReadingSpeed
{
    private const int Runs = 5;
    private const int PeerSentences = 300;
    private static readonly DateOnly Published = new(2023, 6, 15);

    public static void Print()
    {
        var texts = Wikinews.Read().ConvertAll(article => article.Text);
        var sentences = texts.SelectMany(text => SentenceSplitter.Split(text).Select(span => span.Of(text))).ToList();
        var whole = Timing.Of(() => texts.ForEach(text => ArticleReader.Read(text, Published)), Runs);
        var split = Timing.Of(() => texts.ForEach(text => SentenceSplitter.Split(text)), Runs);
        var figures = Timing.Of(() => ScanAll(sentences), Runs);
        // The peer remembers what it has read, so each run gets sentences of its own.
        var samples = sentences
            .Where((_, at) => at % (sentences.Count / (2 * PeerSentences)) == 0)
            .Take(2 * PeerSentences)
            .Chunk(PeerSentences)
            .GetEnumerator();
        var peer = Timing.Of(() => ReadNext(samples), 1);
        var ratio = Rate(whole, sentences.Count) / Rate(peer, PeerSentences);
        Table.Row(
            "speed: reading whole",
            Figure(whole, sentences.Count),
            "50,000 sentences/s, 2,048 B",
            $"Recognizers, figures and times alone: {Figure(peer, PeerSentences)}; ours {ratio:F0} times"
        );
        Table.Row("speed: sentence splitting alone", Figure(split, sentences.Count));
        Table.Row("speed: quantities alone", Figure(figures, sentences.Count));
    }

    private static void ScanAll(List<string> sentences)
    {
        var found = new List<Quantity>();
        foreach (var sentence in sentences)
        {
            found.Clear();
            QuantityScanner.Scan(sentence, new TextSpan(0, sentence.Length), found);
        }
    }

    private static void ReadNext(IEnumerator<string[]> samples)
    {
        samples.MoveNext();
        Array.ForEach(samples.Current, Recognizers.ReadAll);
    }

    private static double Rate(Timing timing, int sentences) => sentences / timing.Seconds;

    private static string Figure(Timing timing, int sentences) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Rate(timing, sentences):N0} sentences/s, {timing.Bytes / sentences:N0} B each"
        );
}
