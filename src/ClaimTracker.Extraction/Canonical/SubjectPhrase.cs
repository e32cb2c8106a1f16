using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// Whether the words that a wording begins with say of whom or what it speaks: "The company", "This", "The increase" do not.
/// </summary>
internal static class SubjectPhrase
{
    private const int Longest = 8;
    private const WordClass Verbs =
        WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Event | WordClass.EndsInEd;

    /// <summary>Things of which there is one.</summary>
    private static readonly string[] Unique =
    [
        "world",
        "sun",
        "moon",
        "earth",
        "planet",
        "universe",
        "internet",
        "pound",
        "dollar",
        "euro",
        "yen",
        "rouble",
        "ruble",
        "yuan",
        "pope",
    ];

    private static readonly string[] Measured =
    [
        "number",
        "figure",
        "figures",
        "toll",
        "total",
        "amount",
        "rate",
        "increase",
        "decrease",
        "rise",
        "fall",
        "drop",
        "decline",
        "cost",
        "costs",
        "price",
        "share",
        "average",
        "proportion",
        "gap",
        "deficit",
        "surplus",
    ];

    /// <summary>"This is the highest", "That fell": no noun follows.</summary>
    public static bool IsBareThis(string wording, TokenBuffer tokens) =>
        (
            tokens.WordIs(wording, 0, "this")
            || tokens.WordIs(wording, 0, "that")
            || tokens.WordIs(wording, 0, "these")
            || tokens.WordIs(wording, 0, "those")
        ) && tokens[1].Is(WordClass.Auxiliary | WordClass.PastVerb | WordClass.Trend | WordClass.Adverb);

    /// <summary>
    /// What a definite phrase without a name, and without words that complete it, leaves open; null where it leaves nothing.
    /// </summary>
    public static MissingPart? OpenPart(string wording, TokenBuffer tokens)
    {
        var first = Opening(wording, tokens);
        if (
            !(
                tokens.WordIs(wording, first, "the")
                || tokens.WordIs(wording, first, "this")
                || tokens.WordIs(wording, first, "these")
                || tokens.WordIs(wording, first, "those")
                || tokens.WordIs(wording, first, "both")
            )
        )
        {
            return null;
        }

        var who = false;
        for (var i = first + 1; i < Math.Min(tokens.Count, first + Longest); i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.IsName || token.Is(WordClass.Superlative) || Array.Exists(Unique, word => tokens.WordIs(wording, i, word)))
                return null;
            if (Array.Exists(Measured, word => tokens.WordIs(wording, i, word)))
            {
                return i + 1 < tokens.Count && tokens[i + 1].Is(WordClass.Preposition) && !tokens.WordIs(wording, i + 1, "by")
                    ? null
                    : MissingPart.OfWhat;
            }

            who |= token.Is(WordClass.Agent | WordClass.Title | WordClass.Person);
            // "the fire in Vell": what it is follows.
            if (i > first + 1 && (token.Is(WordClass.Preposition | WordClass.Relative) || !token.IsWord))
            {
                return NamesWhole(tokens, i) ? null
                    : who ? MissingPart.Who
                    : MissingPart.What;
            }

            if (token.Is(Verbs) && i > first + 1)
                return who ? MissingPart.Who : MissingPart.What;
        }

        return who ? MissingPart.Who : MissingPart.What;
    }

    /// <summary>"12 of the victims", "half of those": the whole is known only to the text.</summary>
    public static bool IsShareOfKnown(string wording, TokenBuffer tokens, int of)
    {
        if (
            !tokens.WordIs(wording, of, "of")
            || !(
                tokens.WordIs(wording, of + 1, "the")
                || tokens.WordIs(wording, of + 1, "those")
                || tokens.WordIs(wording, of + 1, "these")
            )
            || !(
                tokens[of - 1].Shape == TokenShape.Number
                || tokens[of - 1].Is(WordClass.NumberWord)
                || tokens.WordIs(wording, of - 1, "most")
                || tokens.WordIs(wording, of - 1, "half")
            )
        )
        {
            return false;
        }

        return !NamesWhole(tokens, of + 2, 2 * Longest);
    }

    private static bool NamesWhole(TokenBuffer tokens, int first, int reach = Longest)
    {
        for (
            var i = first;
            i < Math.Min(tokens.Count, first + reach) && !tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb);
            i++
        )
        {
            if (tokens[i].IsName && !tokens[i].Is(WordClass.TimeWord))
                return true;
        }

        return false;
    }

    /// <summary>Behind an opening time: "In 2019, the firm".</summary>
    private static int Opening(string wording, TokenBuffer tokens)
    {
        if (!tokens[0].Is(WordClass.Preposition))
            return 0;
        for (var i = 1; i < Math.Min(tokens.Count, Longest); i++)
        {
            if (tokens.MarkAt(wording, i) == ',')
                return i + 1;
        }

        return 0;
    }
}
