namespace ClaimTracker.Extraction.Text;

/// <summary>The tokens of one sentence, in a buffer that is filled anew for each sentence and shared by all stages.</summary>
/// <param name="capacity">How many tokens it holds before it grows.</param>
internal sealed class TokenBuffer(int capacity)
{
    private Token[] _tokens = new Token[capacity];

    public int Count { get; private set; }

    /// <summary>True where the sentence ends inside a quotation.</summary>
    public bool EndsInQuote { get; private set; }

    public ref Token this[int index] => ref _tokens[index];

    public ReadOnlySpan<Token> Span => _tokens.AsSpan(0, Count);

    /// <summary>Reads a sentence in one pass.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="within">The sentence's place in it.</param>
    /// <param name="inQuote">True where the sentence begins inside a quotation.</param>
    public void Fill(ReadOnlySpan<char> text, TextSpan within, bool inQuote)
    {
        Count = 0;
        var quotes = new QuoteState(inQuote);
        var position = within.Start;
        var end = within.End;
        while (position < end)
        {
            var c = text[position];
            if (char.IsWhiteSpace(c))
            {
                position++;
                continue;
            }

            if (Count == _tokens.Length)
                Array.Resize(ref _tokens, _tokens.Length * 2);
            ref var token = ref _tokens[Count++];
            token.Start = position;
            token.Class = WordClass.None;
            if (char.IsLetter(c))
                WordScanner.ReadWord(text, end, ref token);
            else if (char.IsAsciiDigit(c))
                WordScanner.ReadNumber(text, end, ref token);
            else
                ReadMark(text, within, ref token, ref quotes);
            token.InQuote = quotes.Open;
            position = token.End;
        }

        EndsInQuote = quotes.DoubleOpen;
    }

    /// <summary>
    /// The first token that begins at or after a position in the text; <see cref="Count"/> where there is none.
    /// </summary>
    public int IndexAt(int position)
    {
        int low = 0,
            high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public bool WordIs(ReadOnlySpan<char> text, int index, string word) =>
        (uint)index < (uint)Count
        && text[_tokens[index].Start.._tokens[index].End].Equals(word, StringComparison.OrdinalIgnoreCase);

    public char MarkAt(ReadOnlySpan<char> text, int index) =>
        (uint)index < (uint)Count && _tokens[index].Shape >= TokenShape.Quote ? text[_tokens[index].Start] : '\0';

    private static void ReadMark(ReadOnlySpan<char> text, TextSpan within, ref Token token, ref QuoteState quotes)
    {
        var surrogate =
            char.IsHighSurrogate(text[token.Start]) && token.Start + 1 < within.End && char.IsLowSurrogate(text[token.Start + 1]);
        token.End = token.StemEnd = token.Start + (surrogate ? 2 : 1);
        token.Hash = text[token.Start] * 0x9E3779B1u;
        token.Shape = quotes.Take(text, within, token.Start) ? TokenShape.Quote : TokenShape.Mark;
    }
}
