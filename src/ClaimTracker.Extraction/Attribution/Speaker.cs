using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Tells people, organisations and groups apart by the words that name them.</summary>
internal static class Speaker
{
    public static SpeakerKind KindOf(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        ref readonly var last = ref tokens[end - 1];
        if (!last.IsName)
        {
            var plural = text[last.StemEnd - 1] is 's' && !EndsLikeSingular(text[last.Start..last.StemEnd]);
            return plural || tokens.WordIs(text, end - 1, "police") ? SpeakerKind.Group
                : last.Is(WordClass.Title) ? SpeakerKind.Person : SpeakerKind.Organisation;
        }

        if (last.Shape == TokenShape.Upper || tokens.WordIs(text, end - 1, "news") || last.Is(WordClass.Agent | WordClass.Outlet | WordClass.Place | WordClass.PlaceNoun | WordClass.ReportNoun))
            return SpeakerKind.Organisation;
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Is(WordClass.Preposition) && !tokens[i].IsName)
                return tokens[start].Is(WordClass.Title) || (i > start && tokens[i - 1].Is(WordClass.Title)) ? SpeakerKind.Person : SpeakerKind.Organisation;
        }

        return tokens[start].Is(WordClass.Determiner) ? SpeakerKind.Organisation : SpeakerKind.Person;
    }

    private static bool EndsLikeSingular(ReadOnlySpan<char> word) =>
        word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal);
}
