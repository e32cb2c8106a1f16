using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Whether two forms of one statement say the same in other words: what the matcher calls the same, where neither tense nor
/// negation nor modality came or went. Figures that are written out, converted in brackets or counted again are the same figures.
/// </summary>
internal static partial class SameSaid
{
    private const int LongestStatement = 120;

    private static readonly HashSet<string> Modals = ["will", "would", "may", "might", "can", "could", "should", "must", "shall"];

    private static readonly HashSet<string> Copulas = ["is", "are", "was", "were", "has", "have", "had"];

    private static readonly HashSet<string> Fronted =
    [
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "after",
        "before",
        "during",
        "since",
        "within",
        "under",
        "with",
        "last",
    ];

    private static readonly PhraseList Sayings = new("others.txt");

    private static readonly string[] Endings = ["", "s", "es", "d", "ed", "ing"];

    /// <summary>True where both say the same. Never true for statements that are longer than anybody writes.</summary>
    public static bool Is(PageStatement was, PageStatement now)
    {
        if (was.Words.Count is 0 or > LongestStatement || now.Words.Count is 0 or > LongestStatement)
            return false;
        var (old, fresh) = SameWriting.Of(was.Text, now.Text);
        var (before, after) = (Bare(old), Bare(fresh));
        if (PageStatement.KeyOf(before) == PageStatement.KeyOf(after) || IsTurned(before, after))
            return true;
        return !TurnsForm(before, after)
            && new Cues(after, before).HasNew("Negation") == new Cues(before, after).HasNew("Negation")
            && ClaimMatcher.Compare(new MatchText(old), new MatchText(fresh)).Relation == MatchRelation.Same;
    }

    // The owner's name is the name; "that" before what is said says nothing.
    private static List<PlainWord> Bare(string text) =>
        PlainWords.Of(Owners().Replace(text, "")).FindAll(word => word.Form != "that");

    // "In March the council sold the mill", "the council sold the mill in March": what opens with a preposition went from the one
    // end to the other.
    private static bool IsTurned(List<PlainWord> was, List<PlainWord> now)
    {
        // "Police said two were held in May", "in May police said two were held": when it happened became when it was said.
        if (was.Count != now.Count || was.Count < 4 || Sayings.Find(was).Exists(one => one.Class == "Saying"))
            return false;
        var (old, fresh) = (was.ConvertAll(word => word.Form), now.ConvertAll(word => word.Form));
        return Enumerable
            .Range(1, old.Count - 1)
            .Any(at =>
                (Fronted.Contains(old[0]) || Fronted.Contains(old[at]))
                && old.Skip(at).Concat(old.Take(at)).SequenceEqual(fresh)
                && Fronted.Contains(fresh[0]) != Fronted.Contains(old[0])
            );
    }

    // "Licenses" and "licensed", "is" and "was", "scored" and "scoured": the matcher may take them for one, a look does not.
    private static bool TurnsForm(List<PlainWord> was, List<PlainWord> now)
    {
        var (gone, added) = (Without(was, now), Without(now, was));
        // "The club has", "the club have".
        (gone, added) = (WithoutNumber(gone, added), WithoutNumber(added, gone));
        if (gone.Concat(added).Any(word => Modals.Contains(word.Form)))
            return true;
        // What is said from the other end has a verb of its own: "bought it", "it was bought by".
        var (lost, got) = (gone.FindAll(IsCopula), added.FindAll(IsCopula));
        if (lost.Count > 0 && got.Count > 0)
            return true;
        if (!(lost.Count == 0 || gone.Exists(IsBy)) || !(got.Count == 0 || added.Exists(IsBy)))
            return true;
        // Rules tell a day from 24 hours.
        if ((gone.Exists(IsDay) && added.Exists(IsHour)) || (gone.Exists(IsHour) && added.Exists(IsDay)))
            return true;
        return gone.Exists(one =>
            added.Exists(other =>
                one.IsWord
                && other.IsWord
                && (AreForms(one.Form, other.Form) || LookAlike(one.Form, other.Form) || AreTenses(one.Form, other.Form))
            )
        );

        static bool IsCopula(PlainWord word) => Copulas.Contains(word.Form);
        static bool IsDay(PlainWord word) => word.Form.EndsWith("day", StringComparison.Ordinal);
        static bool IsHour(PlainWord word) => word.Form.TrimEnd('s').EndsWith("hour", StringComparison.Ordinal);
        static bool IsBy(PlainWord word) => word.Form == "by";
    }

    private static List<PlainWord> WithoutNumber(List<PlainWord> words, List<PlainWord> others) =>
        words.FindAll(word => !others.Exists(other => IsPair(word.Form, other.Form) || IsPair(other.Form, word.Form)));

    private static bool IsPair(string one, string many) => (one, many) is ("is", "are") or ("has", "have") or ("was", "were");

    private static bool AreForms(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= 3 && (IsForm(one, other, common) || IsForm(one, other, common - 1));
    }

    // "Pays" and "paid".
    private static bool AreTenses(string one, string other) =>
        VerbForms.IsPast(one) != VerbForms.IsPast(other) && Senses.Of(one, false) == Senses.Of(other, false);

    private static bool IsForm(string one, string other, int root) =>
        Endings.Contains(one[root..].TrimStart('e')) && Endings.Contains(other[root..].TrimStart('e'));

    // One letter or two in the middle apart.
    private static bool LookAlike(string one, string other)
    {
        if (SpelledAlike.Of(one) == SpelledAlike.Of(other))
            return false;
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        return start > 0 && end > 0 && Math.Max(one.Length, other.Length) - start - end <= 2;
    }

    private static List<PlainWord> Without(List<PlainWord> words, List<PlainWord> others) =>
        [.. words.Where(word => !others.Exists(other => other.Form == word.Form))];

    [GeneratedRegex(
        @"(?<=\w{3})(?<!that|what|there|here|she|this|who|how|it|let)['’]s\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Owners();
}
