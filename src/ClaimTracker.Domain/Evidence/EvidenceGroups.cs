using System.Globalization;
using System.Text;

namespace ClaimTracker.Domain;

/// <summary>How much a body of evidence weighs.</summary>
public static class EvidenceGroups
{
    // Letters of other alphabets that look like a Latin one, each with that one; some only as capitals.
    private const string LookAlikes = "аaвbеeѕsіiјjкkмmнhоoрpсcтtуyхxһhԁdԛqԝwαaβbεeζzηnιiκkμmνvοoρpτtυyχxıi";

    // Letters by their category that show nothing.
    private const int HangulFiller = 0x115F;
    private const int HangulVowelFiller = 0x1160;

    private static readonly Dictionary<char, char> Latin = LookAlikes.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>
    /// The number of independent groups; what quotes us, was withdrawn or is mere context counts nothing. What was typed as one
    /// group, is of one origin or was kept as one page is one, and what is one with either of two makes these one. Where only a
    /// shared site is known and not the account, it is no further group beside an account of that site.
    /// </summary>
    public static int CountIndependent(IEnumerable<Evidence> evidence)
    {
        var counted = evidence.Where(e => e.Counts).ToList();
        var origins = counted.Select(e => e.Origin).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        List<HashSet<string>> groups = [];
        foreach (var one in counted)
        {
            HashSet<string> marks = [.. MarksOf(one, origins)];
            foreach (var other in groups.Where(marks.Overlaps).ToList())
            {
                marks.UnionWith(other);
                groups.Remove(other);
            }

            groups.Add(marks);
        }

        return groups.Count;
    }

    private static IEnumerable<string> MarksOf(Evidence evidence, List<string> origins)
    {
        yield return "group " + Plain(evidence.Group);
        if (evidence.Origin is { } origin)
            yield return "origin " + (origins.Find(o => o.StartsWith(origin + "/", StringComparison.Ordinal)) ?? origin);
        if ((evidence.SnapshotId ?? evidence.Snapshot?.Id) is > 0 and var page)
            yield return string.Create(CultureInfo.InvariantCulture, $"page {page}");
    }

    // Two labels that read alike are one: only letters and digits tell them apart, without case, width and accents, and not by
    // the alphabet of a letter that looks the same in two.
    private static string Plain(string group)
    {
        var plain = new StringBuilder(group.Length);
        foreach (var rune in group.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) || rune.Value is HangulFiller or HangulVowelFiller)
                continue;
            var lower = Rune.ToLowerInvariant(rune);
            plain.Append(lower.IsBmp && Latin.TryGetValue((char)lower.Value, out var latin) ? new Rune(latin) : lower);
        }

        return plain.ToString();
    }
}
