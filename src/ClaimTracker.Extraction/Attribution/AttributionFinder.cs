using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Finds who says what a sentence states, and by which words.</summary>
internal static class AttributionFinder
{
    /// <summary>The cue with the most weight, the first of equals; a weight of 0 where the article itself speaks.</summary>
    public static Cue Find(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var best = default(Cue);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Shape > TokenShape.Upper || tokens[i].InQuote)
                continue;
            var cue = PrepositionCues.At(text, tokens, i);
            if (cue.Weight == 0 && tokens[i].Is(WordClass.Say | WordClass.WeakSay))
                cue = VerbCues.At(text, tokens, i);
            if (cue.Weight > best.Weight)
                best = cue;
        }

        return best;
    }

    /// <summary>The cue as a finding; a pronoun is put down to whom the memory knows.</summary>
    public static SourceAttribution Describe(string text, TokenBuffer tokens, Cue cue, SpeakerMemory memory)
    {
        ref readonly var first = ref tokens[cue.SourceStart];
        var source = text[first.Start..SourceEnd(tokens, cue)];
        if (cue.SourceEnd == cue.SourceStart + 1 && first.Is(WordClass.Pronoun))
            source = memory.Resolve(source) ?? source;
        else
            memory.Note(source, Speaker.KindOf(text, tokens, cue.SourceStart, cue.SourceEnd));
        var span = new TextSpan(tokens[cue.First].Start, tokens[cue.Last].End);
        var words = text[tokens[cue.CueStart].Start..tokens[cue.CueEnd - 1].End];
        var cueText = words.EndsWith(" that", StringComparison.Ordinal) ? words[..^5] : words;
        return new SourceAttribution(span, source, cueText, IsQuoted(tokens, cue));
    }

    private static int SourceEnd(TokenBuffer tokens, Cue cue)
    {
        ref readonly var last = ref tokens[cue.SourceEnd - 1];
        // "Russia's defence ministry" keeps its possessive; "according to Moscow's" cannot end with one.
        return last.End;
    }

    private static bool IsQuoted(TokenBuffer tokens, Cue cue)
    {
        int quoted = 0, outside = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsWord || (i >= cue.First && i <= cue.Last))
                continue;
            outside++;
            if (tokens[i].InQuote)
                quoted++;
        }

        return quoted * 2 >= outside && quoted > 1;
    }
}
