using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Whether a full stop or its kin ends a sentence.</summary>
internal readonly struct EndOfSentence(string text, TextSpan block)
{
    /// <summary>What was decided.</summary>
    /// <param name="Cut">Where the sentence ends; 0 where it goes on.</param>
    /// <param name="Resume">Where to go on reading.</param>
    internal readonly record struct Boundary(int Cut, int Resume);

    /// <summary>Looks at the mark at <paramref name="at"/> of a sentence that began at <paramref name="start"/>.</summary>
    public Boundary At(int at, int start, Enclosures enclosures)
    {
        var run = MarkRun.Read(text, block, at);
        var end = SkipClosers(run.End, out var quoted, out var single);
        if (IsEnclosed(at, end, enclosures))
        {
            return new Boundary(0, run.End);
        }

        if (end == block.End || !char.IsWhiteSpace(text[end]))
        {
            var tight = TightJoin.End(text, block, at, run, end);
            return new Boundary(tight, Math.Max(tight, run.End));
        }

        var next = NextWord.After(text, block, end);
        if (next.Kind == NextKind.GoesOn)
        {
            return new Boundary(0, run.End);
        }

        if (run.Spaced)
        {
            return Ellipsis(at, run, end, next);
        }

        var goesOn =
            text[at] == '.' && run.Length == 1
                ? new FullStop(text, block, at, start).GoesOn(next)
                : IsBareOmission(run, at) || GoesOnAfterOutcry(at, run, quoted, next);
        goesOn |= (single && next.Kind == NextKind.Bracket) || (quoted && next.Kind == NextKind.Dash);
        return new Boundary(goesOn ? 0 : end, run.End);
    }

    /// <summary>True for speech that is broken off: <c>to--" At this moment</c>.</summary>
    public bool BreaksOff(int at, out int end)
    {
        end = at + 2;
        if (
            at == block.Start
            || end >= block.End
            || !Characters.IsDash(text[at - 1] == '-' || text[at] != '-' ? text[at] : ' ')
            || text[at + 1] is not ('"' or '”')
            || !char.IsWhiteSpace(text[end])
            || char.IsWhiteSpace(text[at - 1])
        )
        {
            return false;
        }

        var next = NextWord.After(text, block, end);
        return next.Kind == NextKind.Capital && Abbreviations.IsPlainStarter(next.Word(text));
    }

    /// <summary>
    /// Inside brackets and single quotation marks nothing ends. Inside double ones a sentence does (long statements are
    /// quoted in several), unless they hold an outcry.
    /// </summary>
    private bool IsEnclosed(int at, int end, Enclosures enclosures)
    {
        if (enclosures.BracketEnd > at)
        {
            return enclosures.BracketEnd >= end || IsOmission(enclosures.BracketEnd, end);
        }

        return enclosures.SingleEnd >= end || (enclosures.DoubleEnd >= end && enclosures.DoubleIsOutcry);
    }

    /// <summary>
    /// True for the "[...]" whose bracket closes at <paramref name="close"/>, where the sentence goes on behind it; a
    /// word that begins sentences shows that its end was left out too.
    /// </summary>
    private bool IsOmission(int close, int end)
    {
        var i = close - 1;
        while (i > block.Start && text[i] is '.' or '…' or ' ')
        {
            i--;
        }

        return text[i] is '[' or '(' && (close - i > 3 || text[i + 1] == '…') && !StartsAfter(end);
    }

    private bool StartsAfter(int end)
    {
        var next = NextWord.After(text, block, end);
        return next.Kind == NextKind.Capital && Abbreviations.IsStarter(next.Word(text));
    }

    /// <summary>An ellipsis that stands free ("we did this ... We did that") leaves something out inside a sentence.</summary>
    private bool IsBareOmission(MarkRun run, int at) =>
        text[at] is '.' or '…' && run.Length is 3 or 1 && at > block.Start && char.IsWhiteSpace(text[at - 1]);

    private bool GoesOnAfterOutcry(int at, MarkRun run, bool quoted, NextWord next)
    {
        if (text[run.End - 1] is not ('!' or '?') || next.Kind != NextKind.Capital)
        {
            return false;
        }

        return (quoted && SpeechVerbs.Follow(text, block, next.Start))
            || (
                text[at] == '!'
                && Abbreviations.IsExclaimedName(FullStop.WordBefore(text, block.Start, at))
                && !Abbreviations.IsStarter(next.Word(text))
            );
    }

    /// <summary>". . ." leaves something out; ". . . ." leaves out an end too.</summary>
    private Boundary Ellipsis(int at, MarkRun run, int end, NextWord next)
    {
        if (run.Length < 4 || next.Kind is not (NextKind.Capital or NextKind.Number or NextKind.Opened))
        {
            return new Boundary(0, run.End);
        }

        var attached = at > block.Start && !char.IsWhiteSpace(text[at - 1]);
        return new Boundary(attached && end == run.End ? at + 1 : end, run.End);
    }

    private int SkipClosers(int from, out bool quoted, out bool single)
    {
        quoted = single = false;
        var i = from;
        while (i < block.End)
        {
            if (Characters.IsCloser(text[i]) || IsStrayOpener(i))
            {
                quoted |= Characters.IsDoubleQuote(text[i]) || Characters.IsSingleQuote(text[i]);
                single |= Characters.IsSingleQuote(text[i]);
                i++;
            }
            else if (text[i] == '[' && FootnoteEnd(i) is var note and > 0)
            {
                i = note;
            }
            else if (Characters.IsEnd(text[i]) && i > from)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>A quotation mark that was turned the wrong way: it closes, since a space follows.</summary>
    private bool IsStrayOpener(int at) =>
        text[at] is '“' or '‘' or '„' && (at + 1 == block.End || char.IsWhiteSpace(text[at + 1]));

    private int FootnoteEnd(int open)
    {
        var i = open + 1;
        while (i < block.End && i - open < 8 && char.IsAsciiLetterOrDigit(text[i]))
        {
            i++;
        }

        return i > open + 1 && i < block.End && text[i] == ']' ? i + 1 : 0;
    }
}
