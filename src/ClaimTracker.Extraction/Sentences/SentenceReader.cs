using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Reads one sentence: its words, and what each reader finds in them.</summary>
internal static class SentenceReader
{
    /// <summary>Reads a sentence anew into <paramref name="sentence"/>, whose text is set.</summary>
    /// <param name="sentence">Takes what is found; what it held of another sentence goes.</param>
    /// <param name="span">Its place in the text.</param>
    /// <param name="inQuote">True where it begins inside a quotation.</param>
    /// <param name="published">What times are resolved against, or null.</param>
    /// <param name="before">What the sentences before spoke of, which a clock time alone is of; null for none.</param>
    /// <param name="labels">Who speaks at which line, where the text is a transcript; null where nobody asked.</param>
    public static void Read(
        SentenceView sentence,
        TextSpan span,
        bool inQuote,
        DateOnly? published,
        DaySpokenOf? before = null,
        TurnLabels? labels = null
    )
    {
        sentence.Span = span;
        sentence.Tokens.Fill(sentence.Text, span, inQuote);
        sentence.Quantities.Clear();
        sentence.Times.Clear();
        TimeScanner.Scan(sentence.Text, span, published, sentence.Times, before?.Day, before?.Story);
        QuantityScanner.Scan(sentence.Text, span, sentence.Times, sentence.Quantities);
        sentence.Opening = Dateline.End(sentence.Text, sentence.Tokens);
        sentence.Cue = labels?.Find(sentence.Tokens) is { Weight: > 0 } label
            ? label
            : AttributionFinder.Find(sentence.Text, sentence.Tokens);
        sentence.Mood = MoodFinder.Of(sentence);
        sentence.Hedges.Clear();
        HedgeFinder.Find(sentence, sentence.Hedges);
    }
}
