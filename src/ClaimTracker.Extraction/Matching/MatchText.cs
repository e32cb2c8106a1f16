using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A statement to be matched: what somebody wrote, or a claim that the desk already has.</summary>
/// <param name="Text">The wording.</param>
/// <param name="Title">A headline or the checked claim in short, where there is one.</param>
/// <param name="AsOf">The day that relative times in it count from, where known.</param>
/// <param name="Speaker">Who says it, where the wording itself does not tell; null where nobody is known.</param>
public sealed record MatchText(string Text, string? Title = null, DateOnly? AsOf = null, string? Speaker = null)
{
    /// <summary>
    /// What is longer is compared by its first so many characters: claims and posts are shorter, and each word is held against
    /// each.
    /// </summary>
    public const int MostCompared = 5_000;

    /// <summary>The part of a text that is compared; it ends with a whole word where that has an end.</summary>
    internal static string Compared(string text)
    {
        if (text.Length <= MostCompared)
            return ComposedText.Of(text);
        var end = text.AsSpan(0, MostCompared).LastIndexOfAny(" \t\r\n");
        return ComposedText.Of(
            text[
                ..(
                    end > 0 ? end
                    : char.IsHighSurrogate(text[MostCompared - 1]) ? MostCompared - 1
                    : MostCompared
                )
            ]
        );
    }
}

/// <summary>How a claim relates to a statement.</summary>
public enum MatchRelation
{
    /// <summary>
    /// All else: a part that only one states, or that both do not state alike, or an order that was not understood.
    /// </summary>
    Related,

    /// <summary>It says the same of the same day with another figure: never linked by itself.</summary>
    OtherFigure,

    /// <summary>Both agree in every part that either states.</summary>
    Same,
}

/// <summary>How two statements compare; the same whichever of them is asked for first.</summary>
/// <param name="Relation">What a person should look at first.</param>
/// <param name="Parts">The words that part them, in alphabetical order; empty for <see cref="MatchRelation.Same"/>, and for
/// nothing else.</param>
public sealed record Match(MatchRelation Relation, IReadOnlyList<string> Parts);
