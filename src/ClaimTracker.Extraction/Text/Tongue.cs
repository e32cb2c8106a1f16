using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Text;

/// <summary>Tells the language of a text by its small words, or its script where that is not Latin.</summary>
public static class Tongue
{
    // Fewer words than this say nothing.
    private const int Least = 6;
    private const int Longest = 20_000;

    private static readonly (string Code, FrozenSet<string> Words)[] Small =
    [
        Of(
            "en",
            "the a may without be can must no all any each when where been there what so than up over under between if of and to in is was for that on with as at by from are were been has have had which this its not it he she they an will said who but or their after more than into would about"
        ),
        Of(
            "de",
            "der die das und ist nicht ein eine von mit den dem des sich auf für im wurde wird sind auch bei aus nach wie dass hat zum zur werden über vom oder einer einen"
        ),
        Of(
            "fr",
            "le la les des et est une un du que qui dans pour pas sur au avec ce cette sont par plus aux été ont être mais ou leur ses elle il nous vous selon"
        ),
        Of(
            "es",
            "el la los las de y es una un que en por con para del se no su al más como fue han lo según pero sus este esta son entre sobre desde"
        ),
        Of(
            "it",
            "il lo la gli le di e è un una che in per con del della dei delle non si sono al alla da nel nella anche più ha come stato questo dal"
        ),
        Of(
            "pt",
            "o os as de e é um uma que em para com do da dos das não se por no na mais foi como ao pelo pela são também mas seu sua segundo"
        ),
        Of(
            "nl",
            "de het een en van is niet dat in op te voor met zijn aan door ook naar bij uit worden werd heeft hebben maar om deze dit als nog"
        ),
        Of("pl", "i w z na nie się do jest że to o po jak za od przez dla są był była który która ale oraz przy tym roku według"),
        Of("sv", "och att det i en som är på av för med den till inte har de om ett från var men vid eller under sig"),
        Of("da", "og at det i en som er på af for med den til ikke har de om et fra var men ved eller under sig"),
        Of("fi", "ja on ei se että oli hän mutta ovat myös kun joka tai sekä mukaan vuoden"),
        Of("cs", "a v se na je že s z do o by ale jako za po k pro jsou bylo který která podle od nebo"),
        Of("tr", "ve bir bu için da de ile olarak olan daha gibi çok en ne göre kadar sonra oldu"),
        Of("ro", "și de la în cu pe nu că este un o din pentru care mai sunt a fost sau au prin după"),
        Of("hu", "a az és nem hogy egy is volt meg ez de csak már van vagy szerint"),
        Of("id", "yang dan di dari untuk dengan ini itu pada adalah tidak dalam akan telah oleh sebagai juga ke"),
    ];

    // Of an article's beginning; English news has twice as many small words, other languages share a quarter of that with it.
    private const int Beginning = 2_000;
    private const double EnglishShare = 0.2;

    /// <summary>
    /// As <see cref="Of(string)"/>, for whole articles: it asks for other languages only where the beginning is not plainly
    /// English.
    /// </summary>
    public static string? OfArticle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlainlyEnglish(text.AsSpan(0, Math.Min(text.Length, Beginning))) ? "en" : Of(text);
    }

    private static bool IsPlainlyEnglish(ReadOnlySpan<char> text)
    {
        var english = Small[0].Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[8];
        var (words, small) = (0, 0);
        foreach (var range in text.SplitAny(" \n"))
        {
            var word = text[range].Trim(",.;:“”\"()");
            if (word.IsEmpty)
                continue;
            words++;
            if (word.Length <= lower.Length && english.Contains(lower[..word.ToLowerInvariant(lower)]))
                small++;
        }

        return words >= Least && small >= words * EnglishShare;
    }

    /// <summary>
    /// A code of two letters, or of four for a script; null where the text is too short or nothing of it is known.
    /// </summary>
    public static string? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Length > Longest ? text[..Longest] : text;
        if (ScriptOf(text) is { } script)
            return script;
        var words = text.ToLowerInvariant()
            .Split(
                [' ', '\n', ',', '.', ';', ':', '“', '”', '"', '(', ')', '\u00A0', '-', '–', '—'],
                StringSplitOptions.RemoveEmptyEntries
            );
        if (words.Length < Least)
            return null;
        var best = Small
            .Select(language => (language.Code, Count: words.Count(language.Words.Contains)))
            .MaxBy(language => language.Count);
        return best.Count >= 2 && best.Count * 10 >= words.Length ? best.Code : null;
    }

    private static (string, FrozenSet<string>) Of(string code, string words) => (code, words.Split(' ').ToFrozenSet());

    private static string? ScriptOf(string text)
    {
        int latin = 0,
            cyrillic = 0,
            greek = 0,
            hebrew = 0,
            arabic = 0,
            han = 0,
            other = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            if (c < 0x250)
                latin++;
            else if (c is >= '\u0370' and < '\u0400')
                greek++;
            else if (c is >= '\u0400' and < '\u0530')
                cyrillic++;
            else if (c is >= '\u0590' and < '\u0600')
                hebrew++;
            else if (c is >= '\u0600' and < '\u0780')
                arabic++;
            else if (c is (>= '\u3040' and < '\ua000') or (>= '\uac00' and < '\ud7b0'))
                han++;
            else
                other++;
        }

        var most = new[]
        {
            ("Latn", latin),
            ("Cyrl", cyrillic),
            ("Grek", greek),
            ("Hebr", hebrew),
            ("Arab", arabic),
            ("Hani", han),
            ("Zyyy", other),
        }.MaxBy(s => s.Item2);
        return most is { Item1: "Latn" } or { Item2: 0 } ? null : most.Item1;
    }
}
