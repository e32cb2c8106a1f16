namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Speech that runs over several sentences: those that stand wholly in quotation marks have the speaker whom a
/// neighbour in the same paragraph names.
/// </summary>
internal static class QuotedSpeech
{
    public static void Carry(string text, SentenceReading[] sentences)
    {
        for (var i = 1; i < sentences.Length; i++)
            TakeOver(text, sentences, i, i - 1);
        for (var i = sentences.Length - 2; i >= 0; i--)
            TakeOver(text, sentences, i, i + 1);
    }

    private static void TakeOver(string text, SentenceReading[] sentences, int index, int neighbour)
    {
        var sentence = sentences[index];
        if (sentence.Attribution is not null || sentences[neighbour].Attribution is not { Quoted: true } speaker
            || !IsSpeech(text, sentences, index))
            return;
        var gap = index < neighbour
            ? text.AsSpan(sentence.Span.End, sentences[neighbour].Span.Start - sentence.Span.End)
            : text.AsSpan(sentences[neighbour].Span.End, sentence.Span.Start - sentences[neighbour].Span.End);
        if (!gap.Contains('\n'))
            sentences[index] = sentence with { Attribution = speaker };
    }

    /// <summary>True where the sentence opens with a quotation mark, or the one before it left one open.</summary>
    private static bool IsSpeech(string text, SentenceReading[] sentences, int index)
    {
        var words = sentences[index].Span.In(text);
        if (words[0] is '“' or '"')
            return true;
        return words[^1] is '”' or '"' && !words[..^1].ContainsAny('“', '"', '”');
    }
}
