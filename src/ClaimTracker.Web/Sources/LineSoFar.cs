namespace ClaimTracker.Web.Sources;

/// <summary>The end of the line that has been read so far: enough of it to tell what a raised mark stands behind.</summary>
internal sealed class LineSoFar
{
    // A figure, its unit and the word before it.
    private const int Most = 40;

    private string _end = "";

    /// <summary>True where it ends with a letter or digit.</summary>
    public bool EndsInWord => _end.Length > 0 && char.IsLetterOrDigit(_end[^1]);

    /// <summary>True where it ends with a digit.</summary>
    public bool EndsInDigit => _end.Length > 0 && char.IsDigit(_end[^1]);

    /// <summary>What there is of it.</summary>
    public string Text => _end;

    /// <summary>Goes on with the line.</summary>
    public void Add(string text) =>
        _end =
            text.Length >= Most ? text[^Most..]
            : (_end + text) is var all && all.Length > Most ? all[^Most..]
            : all;

    /// <summary>Begins a new line.</summary>
    public void Clear() => _end = "";

    /// <summary>
    /// The word or figure that a text ends with, separators of thousands and decimals included; empty where it ends with
    /// something else.
    /// </summary>
    public static string LastWord(string text)
    {
        var start = text.Length;
        while (
            start > 0
            && (char.IsLetterOrDigit(text[start - 1]) || (start < text.Length && start > 1 && IsWithinFigure(text, start - 1)))
        )
        {
            start--;
        }

        return text[start..];
    }

    private static bool IsWithinFigure(string text, int at) =>
        text[at] is '.' or ',' or '^' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);
}
