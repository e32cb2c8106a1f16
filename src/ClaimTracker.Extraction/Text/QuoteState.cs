namespace ClaimTracker.Extraction.Text;

/// <summary>Follows quotation marks through a sentence and tells them from apostrophes.</summary>
internal struct QuoteState(bool open)
{
    private bool _singleOpen;

    public bool DoubleOpen { get; private set; } = open;

    public readonly bool Open => DoubleOpen || _singleOpen;

    /// <summary>Takes the mark at a position; false where it is no quotation mark.</summary>
    public bool Take(ReadOnlySpan<char> text, TextSpan within, int position)
    {
        switch (text[position])
        {
            case '"':
                DoubleOpen = !DoubleOpen;
                return true;
            case '“' or '„' or '«':
                DoubleOpen = true;
                return true;
            case '”' or '»':
                DoubleOpen = false;
                return true;
            case '‘':
            case '\'' when !_singleOpen && OpensWord(text, within, position):
                _singleOpen = true;
                return true;
            case '’' or '\'' when _singleOpen:
                _singleOpen = false;
                return true;
            default:
                return false;
        }
    }

    private static bool OpensWord(ReadOnlySpan<char> text, TextSpan within, int position) =>
        (position == within.Start || char.IsWhiteSpace(text[position - 1]))
        && position + 1 < within.End
        && char.IsLetter(text[position + 1]);
}
