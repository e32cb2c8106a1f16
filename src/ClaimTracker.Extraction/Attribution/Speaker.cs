using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Tells people, organisations and groups apart by the words that name them.</summary>
internal static class Speaker
{
    // What companies and the like are called, and nobody by family name.
    private static readonly WordSet Firms = new(
        "Motors Foods Steel Air Airlines Airways Group Media Energy Holdings Pharma Systems Industries Partners Records Studios Rail "
            + "Railways Water Power Oil Gas Mining Insurance Technologies Software Electric Telecom Networks Brewery Breweries Stores "
            + "Supermarkets Logistics Shipping Airport Hospital Museum Festival"
    );

    public static SpeakerKind KindOf(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        ref readonly var last = ref tokens[end - 1];
        if (!last.IsName)
        {
            var plural = text[last.StemEnd - 1] is 's' && !EndsLikeSingular(text[last.Start..last.StemEnd]);
            return plural || tokens.WordIs(text, end - 1, "police") ? SpeakerKind.Group
                : last.Is(WordClass.Title) ? SpeakerKind.Person
                : SpeakerKind.Organisation;
        }

        if (
            last.Shape == TokenShape.Upper
            || tokens.WordIs(text, end - 1, "news")
            || (end > start + 1 && Firms.Has(text[last.Start..last.StemEnd]))
            || last.Is(WordClass.Agent | WordClass.Outlet | WordClass.Place | WordClass.PlaceNoun | WordClass.ReportNoun)
        )
        {
            return SpeakerKind.Organisation;
        }

        for (var i = start; i < end; i++)
        {
            if (tokens[i].Is(WordClass.Preposition) && !tokens[i].IsName)
            {
                return tokens[start].Is(WordClass.Title) || (i > start && tokens[i - 1].Is(WordClass.Title))
                    ? SpeakerKind.Person
                    : SpeakerKind.Organisation;
            }
        }

        return tokens[start].Is(WordClass.Determiner) ? SpeakerKind.Organisation : SpeakerKind.Person;
    }

    /// <summary>True for a group or an unnamed one: no name stands in the words, and they are many or begin with "a".</summary>
    public static bool IsAnonymous(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        end = BeforeQuoter(text, tokens, start, end);
        for (var i = start; i < end; i++)
        {
            if (tokens[i].IsName && (i > 0 || tokens[i].IsAcronym) && !tokens[i].InQuote)
                return false;
        }

        if (tokens[start].Is(WordClass.Pronoun) || tokens.WordIs(text, end - 1, "police"))
            return false;
        if (
            tokens.WordIs(text, start, "a")
            || tokens.WordIs(text, start, "an")
            || tokens.WordIs(text, start, "one")
            || tokens[start].Is(WordClass.NumberWord)
        )
        {
            return true;
        }
        // Of "two people familiar with the matter" the head stands before the preposition.
        var head = start;
        while (head + 1 < end && !tokens[head + 1].Is(WordClass.Preposition) && tokens[head + 1].IsWord)
            head++;
        return tokens[head].IsWord
            && text[tokens[head].StemEnd - 1] == 's'
            && !EndsLikeSingular(text[tokens[head].Start..tokens[head].StemEnd]);
    }

    /// <summary>"Officials quoted by the Herald": the paper's name is not theirs.</summary>
    private static int BeforeQuoter(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        for (var i = start + 1; i + 1 < end; i++)
        {
            if (tokens[i].Is(WordClass.EndsInEd) && !tokens[i].IsName && tokens.WordIs(text, i + 1, "by"))
                return i;
        }

        return end;
    }

    private static bool EndsLikeSingular(ReadOnlySpan<char> word) =>
        word.EndsWith("ss", StringComparison.Ordinal)
        || word.EndsWith("us", StringComparison.Ordinal)
        || word.EndsWith("is", StringComparison.Ordinal);
}
