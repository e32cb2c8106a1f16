using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Brings the spellings of one word to one, so that a page that took to British or American spelling reads as it did. The endings
/// go by rules, each of which leaves two words two; what no rule reaches stands in <c>spellings.txt</c>. Inflections stay: tense
/// says something.
/// (The matcher's rules may bring more together, "scored" and "scoured": there a person looks, here "unchanged" is said.)
/// </summary>
internal static partial class SpelledAlike
{
    private const int Shortest = 5;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    // Pages use the same words over and over. A page of made-up words fills it up to here, and costs the others nothing but that.
    private const int MostKnown = 50_000;

    private static readonly FrozenDictionary<string, string> Pairs = Read();
    private static readonly ConcurrentDictionary<string, string> Known = new();

    // Few words hold any of these, and all words are asked.
    private static readonly SearchValues<string> Turns = SearchValues.Create(
        [
            "og",
            "ae",
            "oe",
            "our",
            "iz",
            "is",
            "yz",
            "ys",
            "ens",
            "re",
            "er",
            "ll",
            "ss",
            "tt",
            "pp",
            "gg",
            "dd",
            "eabl",
            "dgem",
            "sulph",
            "gramme",
        ],
        StringComparison.Ordinal
    );

    private static readonly (Regex From, string To)[] Rules =
    [
        (Gram(), "gram$1"),
        (Er(), "er$1"),
        (Ered(), "erd"),
        (Ering(), "ering"),
        (Or(), "or"),
        (Og(), "og"),
        (Yze(), "yz$1"),
        (Ice(), "ic$1"),
        (Ence(), "enc$1"),
        (Double(), "$1$2$3"),
        (DoubleL(), "l$1"),
        (Ful(), "lful$1"),
        (Able(), "abl$1"),
        (Dgment(), "dgment$1"),
        (Sulf(), "sulf"),
        (Digraph(), "e"),
    ];

    /// <summary>A word as it is compared: folded in, folded out.</summary>
    public static string Of(string form)
    {
        if (Pairs.TryGetValue(form, out var one))
            return one;
        var letters = form.AsSpan();
        if (form.Length < Shortest || letters.IndexOfAny(Turns) < 0 || letters.ContainsAnyExceptInRange('a', 'z'))
            return form;
        if (Known.TryGetValue(form, out var known))
            return known;
        var word = form;
        foreach (var (from, to) in Rules)
            word = from.Replace(word, to);
        if (Known.Count < MostKnown)
            Known[form] = word;
        return word;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var pairs = new Dictionary<string, string>();
        using var reader = new StreamReader(typeof(SpelledAlike).Assembly.GetManifestResourceStream("spellings.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var others = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var other in others.Append(line[..colon]))
                pairs[other] = line[..colon];
        }

        return pairs.ToFrozenDictionary();
    }

    // Programme, kilogramme.
    [GeneratedRegex("(?<=[a-z])gramme(s)?$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Gram();

    // Metre, litre, ochre, manoeuvre; "acre" with them, which harms nobody.
    [GeneratedRegex("(?<=[btcghv])re([sd]?)$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Er();

    // Centred has become "centerd" by now.
    [GeneratedRegex("(?<=[btcghv])ered$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Ered();

    // Centring; "string" and "bring" have too few letters before.
    [GeneratedRegex("(?<=[a-z]{2}[btcghv])ring$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Ering();

    // Behind a vowel, for "scour" and "score" are two.
    [GeneratedRegex(
        "(?<=[aeiouy][a-z]{1,8})our(?=(?:s|ed|ings?|ful|fully|able|ably|ites?|ers?|less|hoods?|al|ally|ists?|ism|y|ly)?$)",
        Options,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Or();

    [GeneratedRegex("(?<=[a-z]{3})og(?:ue(?=[sd]?$)|u(?=ing$))", Options, RegexLimit.Milliseconds)]
    private static partial Regex Og();

    [GeneratedRegex("(?<=[a-z]{3})ys(e|ed|es|er|ers|ing)$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Yze();

    // Organise, practise and practice; three letters before keep "prized" and "priced" two.
    [GeneratedRegex("(?<=[a-z]{3})i[zs](e|ed|es|er|ers|ing|ation|ations|able)$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Ice();

    // Licence, defence, offence; "tense" and "fence" have no vowel before and stay.
    [GeneratedRegex("(?<=[aeiouy][a-z]{1,8})ens(e|es|ed|ing|ee|ees|er|ers|ive|eless)$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Ence();

    // Travelled, focussed, benefitted. "Filled" and "filed", "latter" and "later" have no vowel before and stay two, refilled
    // too.
    [GeneratedRegex(
        @"^([a-z]*[aeiouy][a-z]*[^aeiouy][aeiou])(?!(?<=fi)ll)([lstpgd])\2(ed|ings?|ers?|ors?|ous|ously|ery|ists?|able|ation)$",
        Options,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Double();

    // Fulfill, enrollment, install.
    [GeneratedRegex("(?<=[aeiouy][a-z]{0,8}[^aeiouy][aeiou])ll(s|ment|ments)?$", Options, RegexLimit.Milliseconds)]
    private static partial Regex DoubleL();

    [GeneratedRegex("llful(ly|ness)?$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Ful();

    [GeneratedRegex("(?<=[a-z]{2})eabl(e|y)$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Able();

    [GeneratedRegex("dgement(s|al)?$", Options, RegexLimit.Milliseconds)]
    private static partial Regex Dgment();

    [GeneratedRegex("sulph", Options, RegexLimit.Milliseconds)]
    private static partial Regex Sulf();

    // Encyclopaedia, anaemia, oestrogen, diarrhoea; a syllable follows, so that "shoes" stay shoes.
    [GeneratedRegex("[ao]e(?=[bcdfglmnprstv]+[a-z]*[aeiouy]|u)(?=[a-z]{3})|ae(?=o)", Options, RegexLimit.Milliseconds)]
    private static partial Regex Digraph();
}
