using System.Text;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

// The text of a block, as it is gathered.
internal sealed partial class BlockWalk
{
    private void Append(string words, Context context)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            // Where a word may be broken: nothing that a reader sees.
            if (c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF')
                continue;
            if (context.Preformatted && c == '\n')
            {
                _broken = true;
                continue;
            }

            if (char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F' or '\u2009' or '\u2007'))
            {
                if (_text.Length > 0 && _text[^1] != ' ' && !_broken)
                    _text.Append(' ');
                continue;
            }

            if (_broken)
                EndLine(c, context);
            // "StatusActive": labels and what they label may touch in the source and stand apart on the screen.
            if (_text.Length > 0 && char.IsUpper(c) && char.IsLower(_text[^1]) && i == 0 && !_inText && !_glued)
                _text.Append(' ');
            _glued = false;
            _text.Append(c);
            if (context.Linked)
                _linked++;
        }
    }

    // A line break within a sentence is a blank, else the end of a block.
    private void EndLine(char next, Context context)
    {
        _broken = false;
        var last = _text.Length > 0 ? _text[^1] : '.';
        if (last == ' ' && _text.Length > 1)
            last = _text[^2];
        if (
            (
                char.IsLower(next)
                || (char.IsAsciiDigit(next) && char.IsLower(last) && LineEnds.IsSentence(_text))
                || last == ','
                || LineEnds.AreOpen(_text)
            ) && last is not ('.' or '!' or '?' or ':' or ';')
        )
        {
            _text.Append(' ');
        }
        else
        {
            Flush(context);
        }
    }

    private void Flush(Context context)
    {
        _broken = false;
        var text = _text.ToString().Trim();
        if (text.Length > 0 && text.Any(char.IsLetterOrDigit))
            _blocks.Add(Block(text, context));
        if (text.Length == 0)
            return;
        _text.Clear();
        _linked = 0;
        _notes.Clear();
        _anchors.Clear();
    }

    private PageBlock Block(string text, Context context)
    {
        var heading = _headings.Count > 0 ? _headings[^1] : default;
        var under =
            context.Kind == BlockKind.Heading || context.Zone > PageZone.Aside
                ? null
                : _headings.Select(above => ZoneOf.Heading(above.Text)).LastOrDefault(zone => zone is not null);
        return new PageBlock(text, context.Kind, under ?? context.Zone)
        {
            Heading = heading.Text,
            Part = _headings.Count > 1 && _headings[^2].Level > 1 ? _headings[^2].Text : null,
            Level = context.Kind == BlockKind.Heading ? context.Level : heading.Level,
            Group = context.Group,
            IsNotice = context.IsNotice,
            Linked = text.Length == 0 ? 0 : Math.Min(1, _linked / (double)text.Length),
            Notes = [.. _notes],
            Anchors = [.. _anchors],
        };
    }

    private void GoOn((StringBuilder Text, int Linked, bool Broken) around) => (_text, _linked, _broken) = around;
}
