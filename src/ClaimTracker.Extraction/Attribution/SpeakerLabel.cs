using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// The label before a colon that says who speaks, as transcripts and headlines write it: "GUPTA:", "JOHN STILES, GOVERNOR:", "Dr
/// Helen Marsh (Lab):", "A.", "Police:". The name is kept as written; what stands behind a comma or in brackets is the office.
/// </summary>
internal static class SpeakerLabel
{
    private const int Longest = 16;

    /// <summary>In letters: shorter capitals are as often a country or a thing as a name.</summary>
    private const int ShortestName = 4;

    private static readonly WordSet NoSpeakers = new(
        "breaking update updated text video watch note correction exclusive analysis opinion live fact claim photo caption read more related warning"
            + " summary graphic title date time place subject topic background context factbox explainer timeline total result results verdict rating example"
    );

    /// <summary>The label that opens a sentence; a weight of 0 where none does.</summary>
    public static Cue Find(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        if (IsTurn(text, tokens, out var turnEnd))
            return Of(turnEnd - 1, turnEnd, 1);
        var colon = Colon(text, tokens);
        if (colon <= 0 || colon + 1 >= tokens.Count)
            return default;
        var end = NameEnd(text, tokens, colon);
        if (end == 0 || !(IsShouted(text, tokens, end) || IsTitled(text, tokens, end) || IsQuotedName(tokens, end, colon)))
            return default;
        return Of(colon, colon + 1, end);
    }

    private static Cue Of(int cue, int cueEnd, int sourceEnd) => new(cue, cueEnd, 0, sourceEnd, 6) { IsLabel = true };

    /// <summary>"Q:", "A.", at the start of a turn.</summary>
    private static bool IsTurn(ReadOnlySpan<char> text, TokenBuffer tokens, out int end)
    {
        end = 0;
        if (tokens.Count < 3 || text[tokens[0].Start] is not ('Q' or 'A') || tokens[0].StemEnd - tokens[0].Start > 2)
            return false;
        var length = tokens[0].End - tokens[0].Start;
        end =
            length == 2 && text[tokens[0].End - 1] == '.' ? 1
            : length == 1 && tokens.MarkAt(text, 1) is ':' or '.' ? 2
            : 0;
        return end > 0 && (tokens[end].IsName || tokens[end].Shape is TokenShape.Number or TokenShape.Quote);
    }

    private static int Colon(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        for (var i = 0; i < Math.Min(Longest, tokens.Count); i++)
        {
            if (tokens.MarkAt(text, i) == ':')
                return i;
            if (
                tokens[i].InQuote || (tokens[i].Is(WordClass.Say | WordClass.Auxiliary | WordClass.PastVerb) && !tokens[i].IsName)
            )
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Where the name ends: at a comma, a bracket or the colon; 0 where other marks stand in it.</summary>
    private static int NameEnd(ReadOnlySpan<char> text, TokenBuffer tokens, int colon)
    {
        for (var i = 0; i <= colon; i++)
        {
            if (tokens[i].Shape < TokenShape.Number)
                continue;
            var mark = tokens.MarkAt(text, i);
            if (mark is ',' or '(' or ':')
                return i;
            if (!(mark == '.' && i > 0 && tokens[i - 1].IsName))
                return 0;
        }

        return 0;
    }

    /// <summary>"GUPTA", "THE PRESIDENT", "SEN. COLE": capitals only.</summary>
    private static bool IsShouted(ReadOnlySpan<char> text, TokenBuffer tokens, int end)
    {
        var known = false;
        for (var i = 0; i < end; i++)
        {
            if (!tokens[i].IsWord)
                continue;
            if (tokens[i].Shape != TokenShape.Upper && tokens[i].End - tokens[i].Start > 2)
                return false;
            known |=
                tokens[i].Is(WordClass.Agent | WordClass.Title | WordClass.Outlet)
                || tokens[i].StemEnd - tokens[i].Start >= ShortestName;
        }

        return known && !IsNoSpeaker(text, tokens) && !(end == 1 && tokens[0].Is(WordClass.Place));
    }

    /// <summary>
    /// "Police", "Mr Doyle", "The witness", "Health ministry", "Dr Helen Marsh": an office, with or without a name.
    /// </summary>
    private static bool IsTitled(ReadOnlySpan<char> text, TokenBuffer tokens, int end)
    {
        var office = false;
        for (var i = 0; i < end; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.IsWord)
                continue;
            var known = token.Is(WordClass.Agent | WordClass.Title | WordClass.Outlet);
            if (
                !token.IsName
                && !known
                && !(token.Is(WordClass.Determiner) && i == 0)
                && !tokens.WordIs(text, i, "of")
                && !tokens.WordIs(text, i, "the")
            )
            {
                return false;
            }
            // "Key figures:" is a heading.
            office |= known && !token.Is(WordClass.ReportNoun);
        }

        return office && tokens[0].IsName && !IsNoSpeaker(text, tokens);
    }

    /// <summary>'Lena Ortiz: “…': a name in full before a quotation.</summary>
    private static bool IsQuotedName(TokenBuffer tokens, int end, int colon)
    {
        for (var i = 0; i < end; i++)
        {
            if (!tokens[i].IsName)
                return false;
        }

        return end > 1 && tokens[colon + 1].Shape == TokenShape.Quote;
    }

    private static bool IsNoSpeaker(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        Span<char> word = stackalloc char[16];
        var first = text[tokens[0].Start..tokens[0].StemEnd];
        return first.Length <= word.Length && NoSpeakers.Has(word[..first.ToLowerInvariant(word)]);
    }
}
