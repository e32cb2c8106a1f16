using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction;

/// <summary>
/// Reads texts: sentences, their figures, times and sources, and the claims that belong into triage. Deterministic, and safe to
/// call from many threads.
/// </summary>
public static class ArticleReader
{
    /// <summary>Reads an article.</summary>
    /// <param name="text">Plain text, any length; offsets in the reading are UTF-16 code units into it.</param>
    /// <param name="published">What "on Tuesday" and "last year" are resolved against; null leaves them unresolved.</param>
    /// <param name="model">What scores the sentences; null for the shipped model.</param>
    public static Reading Read(string text, DateOnly? published, CheckWorthinessModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ReadingPass(text, published, model ?? CheckWorthinessModel.Shipped).ReadAll();
    }

    /// <summary>Reads a text as one sentence, whatever stops it holds.</summary>
    public static SentenceReading ReadSentence(string text, DateOnly? published, CheckWorthinessModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new ReadingPass(text, published, model ?? CheckWorthinessModel.Shipped).ReadOne(new TextSpan(0, text.Length));
    }
}
