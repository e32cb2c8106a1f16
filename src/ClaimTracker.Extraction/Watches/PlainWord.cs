using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>A word, figure, date or sign of a statement in the form in which two statements are compared.</summary>
/// <param name="Form">Folded; a figure by its value and measure ("#1000000", "#5%"), a day as "@2023-03-17".</param>
/// <param name="Stem">The form without its ending, one for words of one meaning.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Capital">Written with a capital.</param>
internal readonly record struct PlainWord(string Form, string Stem, TextSpan Span, bool Capital)
{
    public bool IsFigure => Form[0] == '#';

    public bool IsDay => Form[0] == '@';

    public bool IsWord => char.IsLetter(Form[0]);
}
