namespace ClaimTracker.Workflows.Drawing;

/// <summary>Breaks words over lines that fit a width; there is no font here, so letters count alike.</summary>
internal static class TextFit
{
    /// <summary>Width of a letter at 13 pixels, generous for Latin, Greek and Cyrillic.</summary>
    public const double Letter = 7.4;

    /// <summary>At most two lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Lines(string text, double width, double letter = Letter)
    {
        var most = Math.Max(4, (int)(width / letter));
        if (text.Length <= most)
            return [text];
        var cut = text.LastIndexOf(' ', most);
        if (cut <= 0)
            return [Shorten(text, most)];
        return [text[..cut], Shorten(text[(cut + 1)..], most)];
    }

    private static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
