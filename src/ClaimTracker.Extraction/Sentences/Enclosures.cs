using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>
/// Which quotation and bracket the reader stands in. Every search for a closing mark is bounded, and one that failed is
/// not repeated over the same characters, so that the work stays linear.
/// </summary>
internal struct Enclosures(string text, TextSpan block)
{
    private const int LongestBracket = 500;
    private const int LongestQuote = 3000;
    private const int LongestOutcry = 320;
    private int _bracketFailed,
        _doubleFailed,
        _singleFailed;

    /// <summary>Where the bracket that was opened last closes; before the reader where none is open.</summary>
    public int BracketEnd { get; private set; } = -1;

    /// <summary>Where the double quotation closes.</summary>
    public int DoubleEnd { get; private set; } = -1;

    /// <summary>True where the double quotation is excited or broken-off speech, which is kept in one piece.</summary>
    public bool DoubleIsOutcry { get; private set; }

    /// <summary>Where the single quotation closes.</summary>
    public int SingleEnd { get; private set; } = -1;

    /// <summary>Takes note of the quotation mark or bracket at <paramref name="at"/>.</summary>
    public void Meet(int at)
    {
        var c = text[at];
        if (c is '(' or '[')
        {
            if (BracketEnd < at && at >= _bracketFailed)
            {
                BracketEnd = FindBracket(at, c, c == '(' ? ')' : ']');
            }
        }
        else if (Characters.IsDoubleQuote(c))
        {
            if (DoubleEnd < at && at >= _doubleFailed && Opens(at))
            {
                DoubleEnd = FindDouble(at, c);
            }
        }
        else if (SingleEnd < at && at >= _singleFailed && c is '\'' or '‘' or '`' && Opens(at))
        {
            SingleEnd = FindSingle(at, c);
        }
    }

    private readonly bool Opens(int at)
    {
        var before = at == block.Start ? ' ' : text[at - 1];
        return at + 1 < block.End
            && !char.IsWhiteSpace(text[at + 1])
            && (char.IsWhiteSpace(before) || Characters.IsOpener(before) || Characters.IsDash(before));
    }

    private int FindBracket(int at, char open, char close)
    {
        var limit = Math.Min(block.End, at + LongestBracket);
        var depth = 0;
        for (var i = at; i < limit; i++)
        {
            depth +=
                text[i] == open ? 1
                : text[i] == close ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        _bracketFailed = limit;
        return -1;
    }

    private int FindDouble(int at, char open)
    {
        var close = open switch
        {
            '“' or '„' => '”',
            '«' => '»',
            _ => '"',
        };
        var limit = Math.Min(block.End, at + LongestQuote);
        DoubleIsOutcry = false;
        for (var i = at + 1; i < limit; i++)
        {
            if (text[i] == close && (close != '"' || !char.IsWhiteSpace(text[i - 1])))
            {
                DoubleIsOutcry = (DoubleIsOutcry || Characters.IsDash(text[i - 1])) && i - at < LongestOutcry;
                return i;
            }

            DoubleIsOutcry |= text[i] == '!';

            // A paragraph of a longer quotation opens anew without having closed.
            if (text[i] == open && open != '"')
            {
                break;
            }
        }

        _doubleFailed = limit;
        return -1;
    }

    private int FindSingle(int at, char open)
    {
        // "'90s", "'S-Hertogenbosch".
        if (char.IsAsciiDigit(text[at + 1]) || (at + 2 < block.End && text[at + 1] is 's' or 'S' && text[at + 2] == '-'))
        {
            return -1;
        }

        var limit = Math.Min(block.End, at + LongestQuote);
        for (var i = at + 2; i < limit; i++)
        {
            // After an "s" a straight mark is an apostrophe as likely as not ("the officers' pay").
            if (
                text[i] is '\'' or '’'
                && (i + 1 == block.End || !char.IsLetterOrDigit(text[i + 1]))
                && (open == '‘' || text[i - 1] is not ('s' or 'S'))
            )
            {
                return i;
            }
        }

        _singleFailed = limit;
        return -1;
    }
}
