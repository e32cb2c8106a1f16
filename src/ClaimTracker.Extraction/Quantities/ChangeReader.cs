using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells which way the thing itself moved between two times: "rose by 3 %", "a 3 % drop", "from 12 to 15", "up $1.12".
/// Two things that are compared, "3 % more than Spain", moved nowhere.
/// </summary>
internal static class ChangeReader
{
    private const int FarthestVerb = 7;
    private const int FarthestNoun = 3;
    private const int WidestGap = 48;

    /// <summary>Sets the direction of the figures from <paramref name="first"/> on.</summary>
    public static void Fill(Passage p, List<Quantity> found, int first)
    {
        for (var i = first; i < found.Count; i++)
        {
            // A figure between marks, as in a long row of them, has no word beside it that could tell.
            var (start, end) = (found[i].Span.Start, found[i].Span.End);
            if (
                !char.IsLetter(p[start - 1])
                && !char.IsLetter(p[start - 2])
                && !char.IsLetter(p[end])
                && !char.IsLetter(p[end + 1])
            )
            {
                continue;
            }

            if (Read(p, found, first, i) is { } direction)
                found[i] = found[i] with { Change = direction };
        }
    }

    private static Direction? Read(Passage p, List<Quantity> found, int first, int at)
    {
        var quantity = found[at];
        if (quantity.Unit is "magnitude" or "times" or "degree")
            return null;
        // "rises five metres above the sea"
        if (p.IsAny(p.WordAfter(quantity.Span.End), ["above", "below", "into", "off", "onto"]))
            return null;
        return Behind(p, quantity) ?? Before(p, found, first, at) ?? InAList(p, found, first, at);
    }

    /// <summary>"fell 4, 6 and 9 per cent": the later ones as the first.</summary>
    [Example("Rents fell 4, 6 and 9 per cent.", "4", "6", "9 per cent")]
    private static Direction? InAList(Passage p, List<Quantity> found, int first, int at)
    {
        if (at == first || found[at - 1] is not { Change: { } change } before || before.Unit != found[at].Unit)
            return null;
        return p.Text[before.Span.End..found[at].Span.Start] is ", " or " and " or ", and " or " or " ? change : null;
    }

    /// <summary>"a 3 % annual drop", "3 % higher", "12 more than a year ago".</summary>
    [Example("A 3% annual drop was seen.", "3%")]
    private static Direction? Behind(Passage p, Quantity quantity)
    {
        var at = quantity.Span.End;
        if (
            quantity.Counted is { } counted
            && counted[(counted.LastIndexOf(' ') + 1)..] is var head
            && FigureWords.Has(head, FigureWord.MoveNoun)
        )
        {
            return Of(head);
        }

        var word = p.WordAfterJoin(at);
        if (word.Length == 0)
            return null;
        if (p.IsAny(word, ["higher", "lower", "more", "fewer", "less", "up", "down"]))
        {
            var up = p.IsAny(word, ["higher", "more", "up"]);
            if (p.IsAny(word, ["up", "down"]))
                return p.IsAny(p.WordAfter(word.End), ["on", "from"]) ? Way(up) : null;
            return p.Is(p.WordAfter(word.End), "than") && IsEarlier(p, p.WordAfter(word.End).End) ? Way(up)
                : quantity.Unit is not null
                && p.IsAny(word, ["higher", "lower"])
                && !p.Is(p.WordAfter(word.End), "than")
                && !NounFollows(p, word.End)
                    ? Way(up)
                : null;
        }

        if (
            quantity.Counted is not null
            && quantity.Unit is null
            && !Passage.IsHyphen(p[quantity.Span.Start + 1])
            && !HasHyphen(p, quantity.Span)
        )
        {
            return null;
        }

        for (var words = 0; words < FarthestNoun && word.Length > 0; words++, word = p.WordAfter(word.End))
        {
            if (p.Is(word, FigureWord.MoveNoun))
            {
                return quantity.Per is null && !p.Is(p.WordAfter(word.End), FigureWord.OpensNoun) && !IsNoMove(p, word, quantity)
                    ? Of(p[word])
                    : null;
            }

            if (NounLexicon.IsStop(p[word]))
                break;
        }

        return null;
    }

    /// <summary>"rose by 3 %", "an increase of 12", "up 3 %", "from 12 to 15".</summary>
    [Example("Rents rose by 3%.", "3%")]
    private static Direction? Before(Passage p, List<Quantity> found, int first, int at)
    {
        var quantity = found[at];
        var word = p.WordBefore(quantity.Span.Start);
        while (word.Length > 0 && p.Is(word, FigureWord.MoveFiller))
            word = p.WordBefore(word.Start);
        if (word.Length == 0)
            return null;
        if (p.Is(word, "of"))
        {
            var noun = p.WordBefore(word.Start);
            return p.Is(noun, FigureWord.MoveNoun) && !IsNoMove(p, noun, quantity) ? Of(p[noun]) : null;
        }

        if (p.IsAny(word, ["by", "to", "at"]))
        {
            if (p.Is(word, "at") && !p.IsAny(p.WordBefore(word.Start), ["up", "down"]))
                return null;
            return Search(p, word.Start)
                ?? (p.Is(word, "to") && at > first ? Second(p, found[at - 1], quantity, word.Start) : null);
        }

        if (p.IsAny(word, ["up", "down"]))
            return MovesBefore(p, word) ? Way(p.Is(word, "up")) : null;
        if (Of(p[word]) is not { } direction)
            return quantity.Unit is "percentage-point" or "basis-point" ? Search(p, quantity.Span.Start) : null;
        if (p.Is(word, FigureWord.PlainMove))
        {
            return quantity.Unit is not null and not "year" || quantity.Counted is null ? direction
                : IsSubject(p, word) ? direction
                : null;
        }

        if (quantity is { Unit: null, Counted: "points" or "point" })
            return p.Is(word, FigureWord.ByHand) ? null : direction;
        return
            quantity.Unit is "%" or "percentage-point" or "basis-point"
            || (CurrencyLexicon.IsMoney(quantity.Unit) && !p.Is(word, FigureWord.ByHand))
            ? direction
            : null;
    }

    /// <summary>
    /// "from 12 to 15", "rose 3 % to 15": the second figure moves as the first one did, or as the verb before it says.
    /// </summary>
    private static Direction? Second(Passage p, Quantity previous, Quantity quantity, int to)
    {
        if (to - previous.Span.End is < 0 or > WidestGap)
            return null;
        if (previous.Change is { } change)
            return change;
        var from = p.WordBefore(previous.Span.Start);
        var start =
            p.Is(from, "from") ? from.Start
            : p.Is(p.WordAt(previous.Span.Start), "from") ? previous.Span.Start
            : -1;
        if (start < 0)
            return null;
        // "went from 50 cents to 40": the verb says nothing, the figures do.
        var shifted = previous.Unit is not null || p.AnyBefore(start, 2, FigureWord.Shift);
        return Search(p, start)
            ?? (
                shifted && previous.Unit == quantity.Unit && previous.Value != quantity.Value
                    ? Way(quantity.Value > previous.Value)
                    : null
            );
    }

    /// <summary>The nearest word of moving before a position, in the same clause.</summary>
    private static Direction? Search(Passage p, int before)
    {
        var word = p.WordBeforeFigures(before);
        for (var words = 0; words < FarthestVerb && word.Length > 0; words++, word = p.WordBeforeFigures(word.Start))
        {
            if (Of(p[word]) is { } direction)
                return direction;
            // "The index fell, and the team won by 12 points."
            if (p.Is(word, FigureWord.Contest))
                return null;
            if (p.IsAny(word, ["up", "down"]) && MovesBefore(p, word))
                return Way(p.Is(word, "up"));
        }

        return null;
    }

    /// <summary>"was up 3 %", ", up 3 %"; what one picked up or shot down did not move.</summary>
    private static bool MovesBefore(Passage p, TextSpan up)
    {
        var before = p.WordBefore(up.Start);
        return before.Length == 0 || p[before.End] == '.' || p.Is(before, FigureWord.BeforeUp);
    }

    private static bool IsSubject(Passage p, TextSpan verb) =>
        p.WordBefore(verb.Start) is { Length: > 0 } noun && NounLexicon.IsPlural(p[noun]);

    private static bool IsEarlier(Passage p, int than)
    {
        var word = p.WordAfter(than);
        if (word.Length == 0)
            return char.IsAsciiDigit(p[p.SkipBlanks(than)]);
        if (p.IsAny(word, ["last", "yesterday", "before", "previously", "ever"]))
            return true;
        if (p.IsAny(word, ["in", "at", "during"]))
            return true;
        for (var words = 0; words < FarthestNoun && word.Length > 0; words++, word = p.WordAfter(word.End))
        {
            if (p.Is(word, FigureWord.Earlier))
                return true;
        }

        return false;
    }

    /// <summary>"a gain of 900 million" is what was earned, "a leap of 8.41m" and "a 30-foot fall" what a body did.</summary>
    private static bool IsNoMove(Passage p, TextSpan noun, Quantity quantity) =>
        (quantity.Unit is not "%" && p.IsAny(noun, ["gain", "gains"]))
        || (
            quantity.Unit is "m" or "cm" or "foot" or "inch" or "km" or "mile" or "yard"
            && p.IsAny(
                noun,
                ["leap", "jump", "climb", "drop", "fall", "slide", "plunge", "tumble", "dip", "hike", "hikes", "advance"]
            )
        );

    private static bool NounFollows(Passage p, int at) => p.WordAfter(at) is { Length: > 0 } next && !NounLexicon.IsStop(p[next]);

    private static bool HasHyphen(Passage p, TextSpan span) => p[span].ContainsAny('-', '\u2010', '\u2011');

    private static Direction Way(bool up) => up ? Direction.Up : Direction.Down;

    private static Direction? Of(ReadOnlySpan<char> word)
    {
        var classes = FigureWords.Of(word);
        return (classes & FigureWord.Rise) != 0 ? Direction.Up
            : (classes & FigureWord.Fall) != 0 ? Direction.Down
            : null;
    }
}
