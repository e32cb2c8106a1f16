using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Words that say nothing beside the rest where only one statement has them: "carried out" an attack, "the number of" cases, "the
/// town of" Vell.
/// </summary>
internal static class LightWords
{
    private static readonly WordSet Verbs = new(
        "make makes made making take takes took taken taking give gives gave given come comes came go goes went "
            + "gone going carry carried conduct conducted happen happened occur occurred perform performed see saw seen "
            + "record recorded records reported register registered post posted face faced suffer suffered experience "
            + "experienced undergo underwent put become became get got gets stood stand stands known found reach reached "
            + "remain remained remains be is are was were been be-past be-present have has had do does did done lie lies "
            + "run runs serve served ran existed exist exists seen held hold employ employs employed employing cost "
            + "costs"
    );

    private static readonly WordSet Nouns = new(
        "number numbers total figure figures amount group member members event way fact period course time local area region "
            + "province district country county city town village state nation people person persons "
            + "act process thing things place event"
    );

    private static readonly WordSet Pronouns = new("he she it they him them this that who where when we");

    private static readonly WordSet Others = new(
        "also then already any ever yet still together completely fully altogether now own there as well too for "
            + "to of with at by from exactly itself himself anyone anybody anything somebody someone"
    );

    private static readonly WordSet[] Classes = [Verbs, Nouns, Pronouns, Others];

    /// <summary>True for "it" and the like, which stand for what is named elsewhere.</summary>
    public static bool IsPronoun(Part part) => Is(part, Pronouns);

    /// <summary>What is left over of both once light words are gone that only one of them has.</summary>
    public static IEnumerable<Part> Heavy(List<Part> one, List<Part> other) =>
        HeavyOf(one, by: other).Concat(HeavyOf(other, by: one));

    // "Gave" and "took" are light, and part two statements all the same.
    private static IEnumerable<Part> HeavyOf(List<Part> left, List<Part> by) =>
        left.Where(part => !Array.Exists(Classes, words => Is(part, words) && !by.Exists(match => Is(match, words))));

    private static bool Is(Part part, WordSet words) =>
        part.Piece is { IsWord: true, Name: false } && (words.Has(part.Piece.Plain) || words.Has(part.Piece.Key));
}
