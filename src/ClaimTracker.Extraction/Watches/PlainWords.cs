using System.Collections.Frozen;
using System.Globalization;
using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// A statement → its words, figures by value and days by date: "1,000,000", "1 million" and "one million" are one word, and so
/// are "$3.4bn" and "3.4 billion dollars", "17 March 2023" and "17.03.2023".
/// </summary>
internal static class PlainWords
{
    private const int LongestWord = 64;

    private static readonly FrozenDictionary<string, (string First, string Second)> Contracted = new Dictionary<
        string,
        (string, string)
    >
    {
        ["its"] = ("it", "is"),
        ["thats"] = ("that", "is"),
        ["theres"] = ("there", "is"),
        ["hes"] = ("he", "is"),
        ["shes"] = ("she", "is"),
        ["whats"] = ("what", "is"),
        ["whos"] = ("who", "is"),
        ["heres"] = ("here", "is"),
        ["theyre"] = ("they", "are"),
        ["were"] = ("we", "are"),
        ["youre"] = ("you", "are"),
        ["im"] = ("i", "am"),
        ["theyve"] = ("they", "have"),
        ["weve"] = ("we", "have"),
        ["ive"] = ("i", "have"),
        ["youve"] = ("you", "have"),
        ["itll"] = ("it", "will"),
        ["theyll"] = ("they", "will"),
        ["well"] = ("we", "will"),
        ["youll"] = ("you", "will"),
        ["hell"] = ("he", "will"),
        ["shell"] = ("she", "will"),
    }.ToFrozenDictionary();

    // With a full stop: "Jan" and "Mar" are names too.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["jan"] = "january",
        ["feb"] = "february",
        ["mar"] = "march",
        ["apr"] = "april",
        ["jun"] = "june",
        ["jul"] = "july",
        ["aug"] = "august",
        ["sep"] = "september",
        ["sept"] = "september",
        ["oct"] = "october",
        ["nov"] = "november",
        ["dec"] = "december",
        ["mon"] = "monday",
        ["tue"] = "tuesday",
        ["tues"] = "tuesday",
        ["wed"] = "wednesday",
        ["thu"] = "thursday",
        ["thurs"] = "thursday",
        ["fri"] = "friday",
        ["dr"] = "doctor",
        ["prof"] = "professor",
        ["gov"] = "governor",
        ["sen"] = "senator",
        ["gen"] = "general",
        ["lt"] = "lieutenant",
        ["capt"] = "captain",
    }.ToFrozenDictionary();

    /// <summary>The words of a text in their order.</summary>
    public static List<PlainWord> Of(string text)
    {
        text = WithMinus(text);
        var found = new List<PlainWord>(text.Length / 6 + 2);
        var passage = new Passage(text, new TextSpan(0, text.Length));
        List<(TextSpan Span, string Form)> days =
        [
            .. WrittenDays.Of(text).Concat(WrittenTimes.Of(text)).OrderBy(one => one.Span.Start),
        ];
        var day = 0;
        for (var at = 0; at < text.Length; )
        {
            while (day < days.Count && days[day].Span.Start < at)
                day++;
            if (day < days.Count && days[day].Span.Start == at)
            {
                found.Add(new PlainWord(days[day].Form, days[day].Form, days[day].Span, false));
                at = days[day].Span.End;
            }
            else if (NoteMarks.At(text, at) is var mark and > 0)
            {
                at += mark;
            }
            else
            {
                at = Read(passage, text, at, found);
            }
        }

        return found;
    }

    // A dash before a figure, with nothing before it, is a minus as some set it; both have one sign.
    private static string WithMinus(string text)
    {
        if (text.IndexOf('–', StringComparison.Ordinal) < 0)
            return text;
        var signs = text.ToCharArray();
        for (var i = 0; i + 1 < signs.Length; i++)
        {
            if (signs[i] == '–' && char.IsAsciiDigit(signs[i + 1]) && (i == 0 || signs[i - 1] is ' ' or '(' or '\u00A0'))
                signs[i] = '−';
        }

        return new string(signs);
    }

    private static int Read(Passage passage, string text, int at, List<PlainWord> into)
    {
        var c = text[at];
        if (
            (
                FigureReader.IsNumeralStart(c)
                || (char.IsAsciiLetter(c) && NumberLexicon.TryFind(passage[passage.WordAt(at)], out _))
            ) && TryReadFigure(passage, at, into, out var end)
        )
        {
            return end;
        }

        if (IsWordChar(text, at))
        {
            end = EndOfWord(text, at);
            AddWord(text, new TextSpan(at, end), into);
            return end;
        }

        if (c is '"' or '“' or '„' or '«' or '\'' or '‘' or '’' or '`' && OpensQuote(text, at) && into.Count > 0)
            Add("\"", new TextSpan(at, at + 1), into);
        else if (IsSign(c) && !(c == '+' && at == text.Length - 1))
            Add(c.ToString(), new TextSpan(at, at + 1), into);
        return at + 1;
    }

    private static bool TryReadFigure(Passage passage, int at, List<PlainWord> into, out int end)
    {
        end = at;
        if (
            !Amount.TryRead(passage, at, out var amount)
            || amount.End <= at
            || amount.Figure.Kind is FigureKind.Indefinite or FigureKind.Couple
        )
        {
            return false;
        }

        var start = Comparison(passage, amount.Start, out var sign);
        while (into.Count > 0 && into[^1].Span.Start >= start)
            into.RemoveAt(into.Count - 1);
        if (sign is not null)
            Add(sign, new TextSpan(start, amount.Start), into);
        var form = "#" + amount.Value.ToString("G12", CultureInfo.InvariantCulture) + amount.Unit;
        into.Add(new PlainWord(form, form, new TextSpan(amount.Start, amount.End), false));
        end = amount.End;
        return true;
    }

    // Only phrases that mean exactly the same are brought to one sign: "nearly" and "just over" stay words.
    private static int Comparison(Passage passage, int start, out string? sign)
    {
        sign = null;
        var from = start;
        var comparator = ComparatorReader.ReadBefore(passage, ref from);
        if (from == start || comparator == Comparator.Eq)
            return start;
        sign = passage.Text[from..start].Trim().ToString().ToLowerInvariant() switch
        {
            "more than" or "over" or "above" or "in excess of" or "upwards of" => ">",
            "at least" or "no fewer than" or "no less than" or "not fewer than" or "not less than" or "a minimum of" => "≥",
            "fewer than" or "less than" or "under" or "below" => "<",
            "up to" or "at most" or "no more than" or "not more than" or "a maximum of" => "≤",
            "about" or "around" or "approximately" or "roughly" or "some" or "circa" or "ca" => "~",
            _ => null,
        };
        return sign is null ? start : from;
    }

    private static void AddWord(string text, TextSpan span, List<PlainWord> into)
    {
        var form = Form(text.AsSpan(span.Start, Math.Min(span.Length, LongestWord)));
        if (form.Length == 0)
            return;
        var capital = char.IsUpper(text[span.Start]);
        if (
            capital
            && (form is "dr" || (span.End < text.Length && text[span.End] == '.'))
            && Short.TryGetValue(form, out var full)
        )
        {
            form = full;
        }
        // "didn't", "can't", "won't": a negation is a word of its own, however it is written.
        if (form.Length > 3 && form.EndsWith("nt", StringComparison.Ordinal) && text[span.End - 2] is '\'' or '’')
        {
            into.Add(
                Word(
                    form switch
                    {
                        "cant" => "can",
                        "wont" => "will",
                        "shant" => "shall",
                        _ => form[..^2],
                    },
                    span,
                    capital
                )
            );
            into.Add(Word("not", span, false));
        }
        else if (Contracted.TryGetValue(form, out var two) && text.AsSpan(span.Start, span.Length).IndexOfAny('\'', '’', 'ʼ') > 0)
        {
            into.Add(Word(two.First, span, capital));
            into.Add(Word(two.Second, span, false));
        }
        else if (form is "cannot")
        {
            into.Add(Word("can", span, capital));
            into.Add(Word("not", span, false));
        }
        else
        {
            // What belongs to somebody speaks of him: "Corti's" has the stem of "Corti".
            var owned = form.Length > 3 && form[^1] == 's' && text[span.End - 2] is '\'' or '’' or 'ʼ' ? form[..^1] : form;
            into.Add(new PlainWord(form, StemOf(owned), span, capital));
        }
    }

    private static PlainWord Word(string form, TextSpan span, bool capital) => new(form, StemOf(form), span, capital);

    private static void Add(string form, TextSpan span, List<PlainWord> into) => into.Add(new PlainWord(form, form, span, false));

    private static string StemOf(string form)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        form.CopyTo(buffer);
        var word = buffer[..form.Length];
        var stem = word[..Stemmer.Stem(word)];
        return Variants.Of(stem) ?? stem.ToString();
    }

    private static string Form(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (c >= 128)
                return FoldedText.Of(word.ToString()).Folded is { Length: <= LongestWord } folded ? folded : "";
            if (char.IsAsciiLetterOrDigit(c))
                plain[length++] = char.ToLowerInvariant(c);
        }

        // The owner's name is the name: "Ukraine's" and "Ukraine’s" meet, and "its" is left alone.
        return plain[..length].ToString();
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (IsWordChar(text, at) || text[at] is '\u00AD' or '\u200B' or '\u2060')
                at++;
            else if (at + 1 < text.Length && IsInner(text, at))
                at++;
            else
                break;
        }

        return at;
    }

    private static bool IsInner(string text, int at) =>
        text[at] switch
        {
            '\'' or '’' or 'ʼ' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            '.' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) && (at < 2 || !char.IsLetter(text[at - 2])),
            _ => false,
        };

    private static bool OpensQuote(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–')
        && at + 1 < text.Length
        && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsWordChar(string text, int at)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
            return char.IsLetter(text, char.IsLowSurrogate(c) && at > 0 ? at - 1 : at);
        return char.IsLetterOrDigit(c)
            || c is (>= '₀' and <= '₉')
            || (
                c >= 128
                && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            );
    }

    private static bool IsSign(char c) =>
        c is '%' or '$' or '+' or '<' or '>' or '~' or '?' or '±' or '≈' or '‰' or '≥' or '≤'
        || (c == '&')
        || (c >= 128 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol);
}
