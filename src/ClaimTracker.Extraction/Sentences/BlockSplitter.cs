using System.Buffers;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Cuts one block into sentences, in one pass.</summary>
internal ref struct BlockSplitter(string text, TextSpan block, List<TextSpan> into)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…‽؟।۔՞。．！？\"“„«'‘`([)•⁃▪‣●○◦■►➢-—:");

    private readonly EndOfSentence _rule = new(text, block);
    private Enclosures _enclosures = new(text, block);
    private int _start = block.Start;
    private ListMarker? _list;

    public void Run()
    {
        for (var at = block.Start; at < block.End; )
        {
            var skip = text.AsSpan(at, block.End - at).IndexOfAny(Marks);
            if (skip < 0)
            {
                break;
            }

            at = Read(at + skip);
        }

        Emit(block.End);
    }

    /// <summary>Looks at the mark at <paramref name="at"/>; where to go on.</summary>
    private int Read(int at)
    {
        var c = text[at];
        if (Characters.IsBullet(c))
        {
            if (at > _start && char.IsWhiteSpace(text[at - 1]))
            {
                Cut(at);
            }

            return at + 1;
        }

        if (c is '.' or ')' && ListMarker.TryReadAt(text, block, at, out var marker) && TakeMarker(marker))
        {
            return marker.Span.End;
        }

        if (Characters.IsEnd(c))
        {
            var found = _rule.At(at, _start, _enclosures);
            if (found.Cut > 0)
            {
                Cut(found.Cut);
            }

            return Math.Max(Math.Max(found.Resume, found.Cut), at + 1);
        }

        if (Characters.IsDash(c))
        {
            return _rule.BreaksOff(at, out var end) ? Cut(end) : at + 1;
        }

        if (c == ':')
        {
            if (SpeakerLabels.Start(text, block, at) is var label && label > _start)
            {
                Cut(label);
            }

            return at + 1;
        }

        _enclosures.Meet(at);
        return at + 1;
    }

    /// <summary>Follows a list: its first marker opens a sentence, each later one begins the next.</summary>
    private bool TakeMarker(ListMarker marker)
    {
        if (IsBlank(_start, marker.Span.Start))
        {
            _list = marker;
            return true;
        }

        var goesOn = _list is { } last && (marker.Value == 1 || (marker.Value == last.Value + 1 && marker.Letter == last.Letter));
        if (goesOn && marker.Span.Start > _enclosures.BracketEnd)
        {
            Cut(marker.Span.Start);
            _list = marker;
        }

        return goesOn;
    }

    private readonly bool IsBlank(int from, int to)
    {
        while (from < to && (Characters.IsSpace(text[from]) || Characters.IsBullet(text[from])))
        {
            from++;
        }

        return from >= to;
    }

    private int Cut(int end)
    {
        Emit(end);
        _start = end;
        while (_start < block.End && Characters.IsSpace(text[_start]))
        {
            _start++;
        }

        return end;
    }

    private readonly void Emit(int end)
    {
        var span = Trimming.Trim(text, new TextSpan(_start, Math.Max(_start, end)));
        if (span.Length > 0)
        {
            into.Add(span);
        }
    }
}
