using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>A run of marks read as one: "?!", "...", ". . .".</summary>
/// <param name="End">Behind its last mark.</param>
/// <param name="Length">How many marks it holds.</param>
/// <param name="Spaced">True where spaces stand between them.</param>
internal readonly record struct MarkRun(int End, int Length, bool Spaced)
{
    /// <summary>Reads the run that begins at <paramref name="at"/>.</summary>
    public static MarkRun Read(string text, TextSpan block, int at)
    {
        var end = at + 1;
        var length = 1;
        while (end < block.End && Characters.IsEnd(text[end]))
        {
            end++;
            length++;
        }

        var spaced = false;
        while (
            text[at] == '.'
            && end + 1 < block.End
            && text[end] is ' ' or '\u00A0'
            && text[end + 1] == '.'
            && (end + 2 == block.End || !char.IsLetterOrDigit(text[end + 2]))
        )
        {
            spaced = true;
            end += 2;
            length++;
        }

        return new MarkRun(end, length, spaced);
    }
}
