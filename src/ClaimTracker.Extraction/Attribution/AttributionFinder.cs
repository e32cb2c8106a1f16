using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Finds who says what a sentence states, and by which words.</summary>
internal static class AttributionFinder
{
    /// <summary>The cue with the most weight, the first of equals; a weight of 0 where the article itself speaks.</summary>
    public static Cue Find(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var label = SpeakerLabel.Find(text, tokens);
        if (label.Weight == 0)
            label = SignatureLine.Find(text, tokens);
        return label.Weight > 0 ? label : Find(text, tokens, 0, tokens.Count);
    }

    /// <summary>The cue of one part of a sentence.</summary>
    public static Cue Find(ReadOnlySpan<char> text, TokenBuffer tokens, int first, int end)
    {
        var best = default(Cue);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Shape > TokenShape.Upper || tokens[i].InQuote)
                continue;
            var cue = PrepositionCues.At(text, tokens, i);
            if (cue.Weight == 0)
                cue = SpokenAt(text, tokens, i);
            if (cue.Weight == 0)
                cue = FigureCues.At(text, tokens, i);
            if (cue.Weight > best.Weight && cue.First >= first)
                best = cue;
        }

        return best;
    }

    /// <summary>The cue of a verb of saying; a weight of 0 where it is none.</summary>
    public static Cue SpokenAt(ReadOnlySpan<char> text, TokenBuffer tokens, int index)
    {
        var closing = ClosingSpeaker.At(text, tokens, index);
        var cue = tokens[index].Is(WordClass.Say | WordClass.WeakSay) ? VerbCues.At(text, tokens, index) : default;
        // "A think tank says": a word that may be a verb hides where the speaker begins.
        if (cue.Weight == 0 || (closing.Weight > 0 && closing.SourceStart < cue.SourceStart && cue.Lead == 0))
            cue = closing.Weight > 0 ? closing : cue;
        return cue.Weight > 0 ? cue : PromisedCues.At(text, tokens, index);
    }

    /// <summary>The cue as a reading; a pronoun is put down to whom the memory knows.</summary>
    public static SourceAttribution Describe(string text, TokenBuffer tokens, Cue cue, SpeakerMemory memory)
    {
        ref readonly var first = ref tokens[cue.SourceStart];
        var source = text[first.Start..tokens[cue.SourceEnd - 1].End];
        if (cue.IsLabel)
            source = source.TrimEnd('.');
        if (cue.SourceEnd == cue.SourceStart + 1 && first.Is(WordClass.Pronoun))
            source = memory.Resolve(source) ?? source;
        else
            memory.Note(source, Speaker.KindOf(text, tokens, cue.SourceStart, cue.SourceEnd));
        var span = new TextSpan(tokens[cue.First].Start, tokens[cue.Last].End);
        var words = cue.IsLabel ? LabelCue(text, tokens, cue) : text[tokens[cue.CueStart].Start..tokens[cue.CueEnd - 1].End];
        var cueText = words.EndsWith(" that", StringComparison.Ordinal) ? words[..^5] : words;
        return new SourceAttribution(span, source, cueText, IsQuoted(tokens, cue))
        {
            Anonymous = Speaker.IsAnonymous(text, tokens, cue.SourceStart, cue.SourceEnd),
        };
    }

    /// <summary>A label's mark, whichever it is: that of a name before its words or that behind them.</summary>
    private static string LabelCue(string text, TokenBuffer tokens, Cue cue) =>
        cue.SourceStart > cue.CueStart ? text[tokens[cue.CueStart].Start..tokens[cue.CueStart].End] : ":";

    private static bool IsQuoted(TokenBuffer tokens, Cue cue)
    {
        // What follows the speaker of words in marks says who that is.
        var end =
            cue.First > 0 && tokens[cue.First - 1].Shape == TokenShape.Quote && !AnyQuoted(tokens, cue.Last + 1)
                ? cue.First
                : tokens.Count;
        int quoted = 0,
            outside = 0;
        for (var i = 0; i < end; i++)
        {
            if (!tokens[i].IsWord || (i >= cue.First && i <= cue.Last))
                continue;
            outside++;
            if (tokens[i].InQuote)
                quoted++;
        }

        return quoted * 2 >= outside && quoted > 1;
    }

    private static bool AnyQuoted(TokenBuffer tokens, int first)
    {
        for (var i = first; i < tokens.Count; i++)
        {
            if (tokens[i].IsWord && tokens[i].InQuote)
                return true;
        }

        return false;
    }
}
