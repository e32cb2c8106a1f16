using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>
/// Cuts a text into blocks that no sentence crosses. A blank line always ends one. A single line break does too, unless
/// the line was merely wrapped: the next one goes on in lower case, or the text is hard-wrapped and the line is full.
/// </summary>
internal ref struct BlockReader(string text)
{
    private readonly int _wrapWidth = LineWidth.OfWrapped(text);
    private int _position;

    /// <summary>Reads the next block; false at the end of the text. Page numbers are passed over.</summary>
    public bool TryRead(out TextSpan block)
    {
        while (TryReadAny(out block))
        {
            if (!IsPageNumber(block))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryReadAny(out TextSpan block)
    {
        while (_position < text.Length && Characters.IsSpace(text[_position]))
        {
            _position++;
        }

        var start = _position;
        if (start == text.Length)
        {
            block = default;
            return false;
        }

        // Where the last sentence of the block seems to begin: decides whether a lower-case line goes on with it.
        var sentence = start;
        var line = start;
        while (_position < text.Length)
        {
            var c = text[_position];
            if (Characters.IsLineBreak(c))
            {
                var next = SkipLineBreak(_position, out var blank);
                if (blank || next == text.Length || !IsWrapped(line, sentence, _position, next))
                {
                    // A lower-case line after a lower-case end of line: both are items of a list.
                    var item = sentence > start && sentence < _position && char.IsLower(text[sentence]) && !blank;
                    block = new TextSpan(start, item ? sentence : _position);
                    _position = item ? sentence : next;
                    return true;
                }

                _position = line = next;
                continue;
            }

            if (
                c is ' '
                && _position > start
                && text[_position - 1] is '.' or '!' or '?'
                && !Abbreviations.Is(FullStop.WordBefore(text, start, _position - 1))
            )
            {
                sentence = _position + 1;
            }

            _position++;
        }

        block = new TextSpan(start, _position);
        return true;
    }

    private readonly bool IsPageNumber(TextSpan block) =>
        block.Length <= 4 && !block.In(text).Trim().ContainsAnyExceptInRange('0', '9');

    private readonly int SkipLineBreak(int at, out bool blank)
    {
        var next = at + (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
        blank = false;
        while (next < text.Length && Characters.IsSpace(text[next]))
        {
            blank |= Characters.IsLineBreak(text[next]);
            next++;
        }

        return next;
    }

    private readonly bool IsWrapped(int line, int sentence, int end, int next)
    {
        var last = end - 1;
        while (last > line && Characters.IsSpace(text[last]))
        {
            last--;
        }

        var first = text[next];
        if (Characters.IsBullet(first) || ListMarker.StartsAt(text, next))
        {
            return false;
        }

        if (first is '.' or ',' or ';' or ')' or ']' or '%')
        {
            return next + 1 >= text.Length || !char.IsLetterOrDigit(text[next + 1]);
        }

        var full = _wrapWidth > 0 && last + 1 - line + 1 + WordLength(next) > _wrapWidth;
        if (full)
        {
            return true;
        }

        var closed = text[last] is '.' or '!' or '?' or '…' or ':' or ';' or '"' or '”';
        return !closed
            && (
                (char.IsLower(first) && !char.IsLower(text[sentence]))
                || (first == '(' && last + 1 < end && !IsCapitalInside(next))
            );
    }

    private readonly bool IsCapitalInside(int at) => at + 1 < text.Length && char.IsUpper(text[at + 1]);

    private readonly int WordLength(int at)
    {
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end - at;
    }
}
