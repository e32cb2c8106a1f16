using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads what a bare number counts from the words before it: "the number of refugees rose to 5 million", "jobless claims fell to
/// 210,000".
/// </summary>
internal static class SubjectReader
{
    private const int FarthestHead = 12;
    private const int LongestPhrase = 48;

    private static readonly string[] Copulas = ["is", "was", "were", "are", "at", "be"];
    private static readonly string[] Auxiliaries =
    [
        "had",
        "has",
        "have",
        "could",
        "would",
        "will",
        "may",
        "to",
        "already",
        "then",
        "also",
        "now",
    ];
    private static readonly string[] Prepositions = ["among", "in", "of", "from", "for", "on", "at", "by"];

    /// <summary>Reads the noun of the clause whose verb ends, but for a preposition, where the figure begins.</summary>
    public static bool TryRead(Passage p, int start, out TextSpan counted)
    {
        counted = default;
        var verb = p.WordBefore(start);
        if (p.IsAny(verb, ["to", "at", "by", "from"]))
            verb = p.WordBefore(verb.Start);
        var copula = p.IsAny(verb, Copulas);
        if (!copula && !p.Is(verb, FigureWord.CountsSubject))
            return false;
        return TryReadNumberOf(p, verb.Start, out counted) || (!copula && TryReadPlural(p, verb.Start, out counted));
    }

    /// <summary>True where the clause says that a number is what stands there: "the number of infected is 1501".</summary>
    public static bool IsNumber(Passage p, int start)
    {
        var verb = p.WordBefore(start);
        if (p.IsAny(verb, ["to", "at"]))
            verb = p.WordBefore(verb.Start);
        return (p.IsAny(verb, Copulas) || p.Is(verb, FigureWord.CountsSubject)) && TryReadNumberOf(p, verb.Start, out _);
    }

    /// <summary>"The number of confirmed dead stood at 1,207".</summary>
    [Example("The number of refugees rose to 500.", "500")]
    private static bool TryReadNumberOf(Passage p, int before, out TextSpan counted)
    {
        counted = default;
        var word = p.WordBefore(before);
        for (var words = 0; words < FarthestHead && word.Length > 0; words++, word = p.WordBefore(word.Start))
        {
            if (p.IsAny(word, ["number", "numbers"]) && p.Is(p.WordAfter(word.End), "of"))
                return CountedNoun.TryReadWhole(p, p.WordAfter(word.End).End, out counted) && counted.End <= before;
        }

        return false;
    }

    /// <summary>
    /// "Jobless claims fell to 210,000"; of "casualties among the troops rose" the casualties, and of "the toll in the islands
    /// rose" none.
    /// </summary>
    [Example("Jobless claims fell to 210,000.", "210,000")]
    private static bool TryReadPlural(Passage p, int before, out TextSpan counted)
    {
        counted = default;
        var noun = p.WordBefore(before);
        while (p.IsAny(noun, Auxiliaries))
            noun = p.WordBefore(noun.Start);
        for (var phrases = 0; phrases < 3; phrases++)
        {
            if (!IsCountable(p, noun))
                return false;
            var (first, word) = (noun, p.WordBefore(noun.Start));
            while (
                word.Length > 0
                && !NounLexicon.IsStop(p[word])
                && !NumberLexicon.TryFind(p[word], out _)
                && noun.End - word.Start < LongestPhrase
            )
            {
                (first, word) = (word, p.WordBefore(word.Start));
            }

            counted = new TextSpan(first.Start, noun.End);
            if (p.IsAny(word, ["the", "its", "their"]))
                word = p.WordBefore(word.Start);
            if (!p.IsAny(word, Prepositions))
                break;
            noun = p.WordBefore(word.Start);
        }

        return true;
    }

    private static bool IsCountable(Passage p, TextSpan noun) =>
        noun.Length > 0
        && (NounLexicon.IsPlural(p[noun]) || NounLexicon.IsFate(p[noun]))
        && !p.Is(noun, FigureWord.MeasuredPlural);
}
