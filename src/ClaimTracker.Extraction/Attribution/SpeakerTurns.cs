using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Speakers who are named apart from their words: a label in a transcript holds to the next label, a signature line belongs to
/// the quotation before it, and "And from Ortiz:" to the one behind it.
/// </summary>
internal static class SpeakerTurns
{
    public static void Carry(string text, SentenceReading[] sentences)
    {
        var isTranscript = sentences.Count(sentence => IsLabel(sentence)) > 1;
        SourceAttribution? speaker = null;
        for (var i = 0; i < sentences.Length; i++)
        {
            if (IsLabel(sentences[i]))
                speaker = sentences[i].Attribution;
            else if (i > 0 && !isTranscript && HoldsBreak(text, sentences, i))
                speaker = null;
            else if (speaker is not null)
                Give(sentences, i, speaker);
            if (i > 0)
                JoinLines(text, sentences, i);
        }
    }

    private static bool IsLabel(SentenceReading sentence) =>
        sentence.Attribution is { Cue: ":" } label && label.Span.Start == sentence.Span.Start;

    private static bool IsSignature(SentenceReading sentence) =>
        sentence.Attribution is { Cue: "—" or "–" or "-" or "―" } signature && signature.Span.Start == sentence.Span.Start;

    private static void JoinLines(string text, SentenceReading[] sentences, int index)
    {
        var before = sentences[index - 1].Span.In(text).TrimEnd();
        if (IsSignature(sentences[index]) && EndsInMark(before))
        {
            Give(sentences, index - 1, sentences[index].Attribution! with { Quoted = true });
        }
        else if (
            before.EndsWith(":")
            && sentences[index - 1].Attribution is { } announced
            && text[sentences[index].Span.Start] is '“' or '"'
        )
        {
            Give(sentences, index, announced with { Quoted = true });
        }
    }

    private static void Give(SentenceReading[] sentences, int index, SourceAttribution speaker)
    {
        if (sentences[index].Attribution is null)
            sentences[index] = sentences[index].SaidBy(speaker);
    }

    private static bool EndsInMark(ReadOnlySpan<char> words) => words.Length > 0 && words[^1] is '”' or '"';

    private static bool HoldsBreak(string text, SentenceReading[] sentences, int second) =>
        text.AsSpan(sentences[second - 1].Span.End, sentences[second].Span.Start - sentences[second - 1].Span.End).Contains('\n');
}
