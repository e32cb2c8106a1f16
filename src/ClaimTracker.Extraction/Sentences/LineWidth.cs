namespace ClaimTracker.Extraction.Sentences;

/// <summary>Tells text wrapped at a fixed width (e-mails, wire copy) from text with one paragraph a line.</summary>
internal static class LineWidth
{
    private const int Narrowest = 40;
    private const int Widest = 120;

    /// <summary>The width at which <paramref name="text"/> is wrapped; 0 where it is not.</summary>
    /// <remarks>
    /// Most breaks in wrapped English prose are followed by a lower-case word; a list of headlines has none, however
    /// even its lines are.
    /// </remarks>
    public static int OfWrapped(string text)
    {
        int width = 0,
            breaks = 0,
            wrapped = 0;
        for (var start = 0; start < text.Length; )
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            width = Math.Max(width, end - start);
            if (width > Widest)
            {
                return 0;
            }

            start = end + 1;
            if (start < text.Length && text[start] is not ('\n' or '\r'))
            {
                breaks++;
                wrapped += char.IsLower(text[start]) && end > 0 && char.IsLetterOrDigit(text[end - 1]) ? 1 : 0;
            }
        }

        return width >= Narrowest && breaks >= 2 && wrapped * 5 >= breaks * 2 ? width : 0;
    }
}
