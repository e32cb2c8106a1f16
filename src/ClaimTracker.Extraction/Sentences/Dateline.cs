using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>
/// Where an agency's story begins: "ODRAN, Aug. 19 (Reuters) - ", "LAGOS, Nigeria (AP) — ", "VELL — ". No part of what it says.
/// </summary>
internal static class Dateline
{
    private const int Longest = 16;

    /// <summary>The token behind the dash; 0 where a sentence has no dateline.</summary>
    public static int End(string text, TokenBuffer tokens)
    {
        if (tokens.Count < 4 || tokens[0].Shape != TokenShape.Upper)
            return 0;
        var bracket = false;
        for (var i = 0; i < Math.Min(Longest, tokens.Count - 1); i++)
        {
            ref readonly var token = ref tokens[i];
            switch (tokens.MarkAt(text, i))
            {
                case '—' or '–' or '-':
                    // One word in capitals may be an acronym that something is said of behind a dash; a town is longer.
                    return i > 1 || token.Start - tokens[0].Start > 3 ? i + 1 : 0;
                case '(':
                    bracket = true;
                    break;
                case ',' or '.' or ')' or '/':
                    break;
                default:
                    if (!(token.IsName || token.Shape == TokenShape.Number || (bracket && token.IsWord)))
                        return 0;
                    break;
            }
        }

        return 0;
    }
}
