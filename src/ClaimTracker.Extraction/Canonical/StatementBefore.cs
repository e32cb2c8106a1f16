using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// What the sentence right before says, where a sentence goes on from it: "The crash left 31 people hurt.", "That is twice as
/// much as
/// in 2022.", "In Harrow, the figure is 17."
/// </summary>
/// <param name="Wording">That sentence's one claim, which can be checked by itself.</param>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Place">Where it happened.</param>
/// <param name="Times">When.</param>
/// <param name="Figure">Its one figure as the wording has it; null where it has none or several.</param>
/// <param name="Happened">True where it tells what happened, and when.</param>
internal sealed record StatementBefore(
    string Wording,
    string Kind,
    string? Place,
    IReadOnlyList<TimeReference> Times,
    string? Figure,
    bool Happened
)
{
    private const WordClass Verbs =
        WordClass.PastVerb | WordClass.Auxiliary | WordClass.EndsInEd | WordClass.Casualty | WordClass.Event | WordClass.Trend;

    private static readonly WordSet Compares = new(
        "more less fewer higher lower up down twice double half compared roughly about around nearly almost equivalent"
    );

    private static readonly WordSet Figures = new("figure number rate total toll share count");

    /// <summary>The claim of a sentence, where it is its only one and leaves nothing open.</summary>
    public static StatementBefore? Of(SentenceView sentence, IReadOnlyList<ClaimReading> claims)
    {
        if (claims is not [{ StandsAlone: true } claim])
            return null;
        var happened =
            claim.Times.Count > 0
            && sentence.Any(sentence.Opening, sentence.Tokens.Count, WordClass.PastVerb | WordClass.EndsInEd | WordClass.Event)
            && !sentence.Any(sentence.Opening, sentence.Tokens.Count, WordClass.Modal | WordClass.Future | WordClass.Intention);
        var figure = claim.Quantities is [var only] ? Number(sentence, only) : null;
        return new StatementBefore(
            claim.Canonical,
            claim.Kind,
            claim.Place,
            claim.Times,
            figure is not null && IsOnce(claim.Canonical, figure) ? figure : null,
            happened
        );
    }

    /// <summary>
    /// The wording of a sentence that goes on from this one; null where it does not, or where it is not certain how.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wording">Its own wording.</param>
    /// <param name="dated">True where it has a time of its own.</param>
    public string? GoesOn(SentenceView sentence, string wording, bool dated) =>
        Happened && !dated && IsHappening(sentence) ? $"{wording} when {Uncapitalised(Wording)}"
        : IsComparison(sentence) ? Compared(sentence, wording)
        : SameOf(sentence);

    /// <summary>True where a sentence begins with the bare word for what happened: "The crash left".</summary>
    private static bool IsHappening(SentenceView sentence)
    {
        var first = sentence.Opening;
        return first + 2 < sentence.Tokens.Count
            && sentence.WordIs(first, "the")
            && sentence.Tokens[first + 1].Is(WordClass.EventNoun)
            && !sentence.Tokens[first + 1].IsName
            && sentence.Tokens[first + 2].Is(Verbs)
            && !sentence.Tokens[first + 2].IsName;
    }

    /// <summary>
    /// "That is twice as much as in 2022", "This was the lowest rate since 2008": it is said of all that stands before.
    /// </summary>
    public static bool IsComparison(SentenceView sentence)
    {
        var first = sentence.Opening;
        if (
            first + 3 >= sentence.Tokens.Count
            || !(sentence.WordIs(first, "that") || sentence.WordIs(first, "this"))
            || !(sentence.WordIs(first + 1, "is") || sentence.WordIs(first + 1, "was"))
        )
        {
            return false;
        }

        ref readonly var next = ref sentence.Tokens[first + 2];
        return Compares.Has(sentence.Text.AsSpan(next.Start, next.End - next.Start))
            || next.Is(WordClass.TrendNoun)
            || (sentence.WordIs(first + 2, "the") && sentence.Any(first + 3, first + 5, WordClass.Superlative));
    }

    private string? Compared(SentenceView sentence, string wording)
    {
        ref readonly var verb = ref sentence.Tokens[sentence.Opening + 1];
        var opening = sentence.Text[sentence.Tokens[sentence.Opening].Start..verb.End] + ' ';
        return wording.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? $"{Wording}, {wording[opening.Length..]}" : null;
    }

    /// <summary>"In Harrow, the figure is 17": the same of another place.</summary>
    private string? SameOf(SentenceView sentence)
    {
        var tokens = sentence.Tokens;
        if (
            Place is null
            || Figure is null
            || !IsOnce(Wording, Place)
            || sentence.Quantities is not [var quantity]
            || !(sentence.WordIs(0, "in") || sentence.WordIs(0, "for"))
        )
        {
            return null;
        }

        var (figure, end) = sentence.TokensOf(quantity.Span);
        var the = 1;
        while (the < figure && !sentence.WordIs(the, "the") && (tokens[the].IsName || tokens.MarkAt(sentence.Text, the) == ','))
            the++;
        if (
            the < 2
            || the + 3 != figure
            || !sentence.WordIs(the, "the")
            || !Figures.Has(sentence.Text.AsSpan(tokens[the + 1].Start, tokens[the + 1].End - tokens[the + 1].Start))
            || !(sentence.WordIs(the + 2, "is") || sentence.WordIs(the + 2, "was"))
            || end < tokens.Count - 1
            || Number(sentence, quantity) is not { } number
        )
        {
            return null;
        }

        var last = tokens.MarkAt(sentence.Text, the - 1) == ',' ? the - 2 : the - 1;
        return Wording
            .Replace(Figure, number, StringComparison.Ordinal)
            .Replace(Place, sentence.Text[tokens[1].Start..tokens[last].End], StringComparison.Ordinal);
    }

    /// <summary>The number of a figure, without what it counts.</summary>
    private static string? Number(SentenceView sentence, Quantity quantity)
    {
        var (first, end) = sentence.TokensOf(quantity.Span);
        var number = -1;
        for (var i = first; i < end; i++)
        {
            if (sentence.Tokens[i].Shape != TokenShape.Number)
                continue;
            if (number >= 0)
                return null;
            number = i;
        }

        return number < 0 ? null : sentence.Text[sentence.Tokens[number].Start..sentence.Tokens[number].End];
    }

    private static bool IsOnce(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(words, at + 1, StringComparison.Ordinal) < 0;
    }

    // "Two trains", "The ferry"; a name keeps its capital.
    private static string Uncapitalised(string wording)
    {
        var end = wording.IndexOf(' ', StringComparison.Ordinal);
        return
            end > 0
            && Lexicon.ClassOf(wording[..end].ToLowerInvariant()) is var kind
            && (kind & (WordClass.Determiner | WordClass.NumberWord)) != 0
            ? char.ToLowerInvariant(wording[0]) + wording[1..]
            : wording;
    }
}
