using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Words for what kills: "fire", "blast", "strike".</summary>
internal static class Happening
{
    /// <summary>True for such a word.</summary>
    public static bool Is(string plain) =>
        (Lexicon.ClassOf(plain) & (WordClass.EventNoun | WordClass.Weapon | WordClass.Attack)) != 0;
}
