using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Kinds;
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

    /// <summary>
    /// What a wording leaves open for whoever reads it alone, by the rule that says so of each claim that is found; none where it
    /// stands alone.
    /// </summary>
    /// <param name="wording">The wording, as somebody typed it.</param>
    /// <param name="kind">The claim's kind; of one that is not known nothing is asked that only kinds must name.</param>
    public static IReadOnlyList<MissingPart> ReadMissing(string wording, string kind)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return new ReadingPass(wording, null, CheckWorthinessModel.Shipped).ReadMissing(
            ClaimKinds.All.FirstOrDefault(known => known.Id == kind)?.MustName ?? MustName.Nothing
        );
    }
}
