namespace ClaimTracker.Extraction.Text;

/// <summary>Finds where a word or a number ends, and hashes it on the way.</summary>
internal static class WordScanner
{
    private const uint HashSeed = 2166136261;

    public static void ReadWord(ReadOnlySpan<char> text, int end, ref Token token)
    {
        var position = token.Start;
        var hash = HashSeed;
        var capitals = 0;
        var letters = 0;
        while (position < end)
        {
            var c = text[position];
            if (char.IsLetterOrDigit(c))
            {
                letters++;
                if (char.IsUpper(c))
                    capitals++;
            }
            else if (!JoinsLetters(text, end, position))
            {
                break;
            }

            hash = Mix(hash, c == '’' ? '\'' : c);
            position++;
        }

        if (position < end && text[position] == '.' && IsDotted(text, token.Start, position))
            position++;
        token.Hash = hash;
        token.End = position;
        token.StemEnd = StemEnd(text, token.Start, position);
        token.Shape =
            capitals > 1 && capitals >= letters - (token.End - token.StemEnd > 1 ? 1 : 0) ? TokenShape.Upper
            : char.IsUpper(text[token.Start]) ? TokenShape.Capitalized
            : TokenShape.Word;
        token.Class = Classify(text, token);
    }

    public static void ReadNumber(ReadOnlySpan<char> text, int end, ref Token token)
    {
        var position = token.Start;
        while (position < end && (char.IsLetterOrDigit(text[position]) || JoinsDigits(text, end, position)))
            position++;
        token.End = token.StemEnd = position;
        token.Shape = TokenShape.Number;
        // All figures look alike to the model: what matters is that there is one, and how long it is.
        token.Hash = HashSeed + (uint)Math.Min(position - token.Start, 6);
    }

    public static uint Mix(uint hash, char c) => (hash ^ char.ToLowerInvariant(c)) * 16777619;

    private static WordClass Classify(ReadOnlySpan<char> text, in Token token)
    {
        var word = text[token.Start..token.StemEnd];
        // "in May" is a month; "may" is a modal wherever it has no capital.
        var wordClass = word is "May" && token.Start > 0 && text[token.Start - 1] == ' ' ? WordClass.None : Lexicon.ClassOf(word);
        if (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal))
            wordClass |= WordClass.EndsInEd;
        if (token.End - token.Start > 3 && text[token.End - 1] is 't' or 'T' && text[token.End - 2] is '\'' or '’')
            wordClass |= WordClass.Negation | WordClass.Auxiliary;
        return wordClass;
    }

    private static bool JoinsLetters(ReadOnlySpan<char> text, int end, int position) =>
        position + 1 < end
        && text[position] switch
        {
            '\'' or '’' => char.IsLetter(text[position + 1]),
            '-' or '‑' => char.IsLetterOrDigit(text[position + 1]),
            '&' => char.IsUpper(text[position + 1]) && char.IsUpper(text[position - 1]),
            '.' => char.IsLetter(text[position + 1]) && IsDotted(text, position - 1, position),
            _ => char.GetUnicodeCategory(text[position]) is System.Globalization.UnicodeCategory.NonSpacingMark,
        };

    private static bool JoinsDigits(ReadOnlySpan<char> text, int end, int position) =>
        position + 1 < end
        && (
            text[position] is '.' or ',' or ':'
                ? char.IsAsciiDigit(text[position + 1])
                : text[position] == '-' && char.IsLetter(text[position + 1])
        );

    /// <summary>True where the dot closes a single letter, as in "U.S." or the "J." of a name.</summary>
    private static bool IsDotted(ReadOnlySpan<char> text, int start, int dot) =>
        char.IsUpper(text[dot - 1])
        && (dot - 1 == start || (dot >= 2 && text[dot - 2] == '.'))
        && (dot < 2 || !char.IsLetter(text[dot - 2]));

    private static int StemEnd(ReadOnlySpan<char> text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’' ? end - 2 : end;
}
