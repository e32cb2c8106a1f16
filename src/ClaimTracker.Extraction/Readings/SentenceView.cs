using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Readings;

/// <summary>
/// What is known of a sentence while it is read. One instance serves all sentences of a text, one after another.
/// </summary>
internal sealed class SentenceView
{
    // Most sentences of most texts have no more; a short text costs little more than what is read of it.
    private const int FewTokens = 64;

    public string Text { get; set; } = "";

    public TextSpan Span { get; set; }

    public TokenBuffer Tokens { get; } = new(FewTokens);

    public List<Quantity> Quantities { get; } = [];

    public List<TimeReference> Times { get; } = [];

    /// <summary>Who speaks; a weight of 0 where the article does.</summary>
    public Cue Cue { get; set; }

    /// <summary>The first token behind a dateline; 0 where there is none.</summary>
    public int Opening { get; set; }

    public Mood Mood { get; set; }

    /// <summary>Words that soften the statement.</summary>
    public List<TextSpan> Hedges { get; } = [];

    public bool WordIs(int index, string word) => Tokens.WordIs(Text, index, word);

    /// <summary>True where a token is part of "X said", not of what was said.</summary>
    public bool IsAttribution(int index) => Cue.Weight > 0 && index >= Cue.First && index <= Cue.Last;

    /// <summary>The tokens that a span touches: at least one, wherever it begins and ends.</summary>
    public (int First, int End) TokensOf(TextSpan span)
    {
        var first = Math.Min(Tokens.IndexAt(span.Start), Tokens.Count - 1);
        var end = Tokens.IndexAt(span.End);
        if (end < Tokens.Count && Tokens[end].Start < span.End)
            end++;
        return (first, Math.Max(end, first + 1));
    }

    /// <summary>
    /// True where one of the tokens from <paramref name="first"/> to before <paramref name="end"/> is of a class.
    /// </summary>
    public bool Any(int first, int end, WordClass any)
    {
        for (var i = Math.Max(0, first); i < end && i < Tokens.Count; i++)
        {
            if (Tokens[i].Is(any))
                return true;
        }

        return false;
    }

    /// <summary>The first token of the clause around a token: after the nearest comma, semicolon or dash to its left.</summary>
    public int ClauseStart(int index)
    {
        for (var i = index - 1; i >= 0 && index - i < 60; i--)
        {
            if (IsBreak(i))
                return i + 1;
        }

        return Math.Max(0, index - 60);
    }

    /// <summary>After the last token of the clause around a token.</summary>
    public int ClauseEnd(int index)
    {
        var i = index;
        while (i < Tokens.Count && i - index < 60 && !IsBreak(i))
            i++;
        return i;
    }

    private bool IsBreak(int index) => Tokens.MarkAt(Text, index) is ',' or ';' or ':' or '–' or '—';
}
