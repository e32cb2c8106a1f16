using System.Globalization;
using System.Text;

namespace ClaimTracker.Domain;

/// <summary>How much a body of evidence weighs.</summary>
public static class EvidenceGroups
{
    /// <summary>
    /// The number of independent groups; what quotes us, was withdrawn or is mere context counts nothing. What was typed as one
    /// group, is of one origin or was kept as one page is one, and what is one with either of two makes these one.
    /// </summary>
    public static int CountIndependent(IEnumerable<Evidence> evidence)
    {
        List<HashSet<string>> groups = [];
        foreach (var counted in evidence.Where(e => e.Counts))
        {
            HashSet<string> marks = [.. MarksOf(counted)];
            foreach (var one in groups.Where(marks.Overlaps).ToList())
            {
                marks.UnionWith(one);
                groups.Remove(one);
            }

            groups.Add(marks);
        }

        return groups.Count;
    }

    private static IEnumerable<string> MarksOf(Evidence evidence)
    {
        yield return "group " + Plain(evidence.Group);
        if (evidence.Origin is { } origin)
            yield return "origin " + origin;
        if ((evidence.SnapshotId ?? evidence.Snapshot?.Id) is > 0 and var page)
            yield return string.Create(CultureInfo.InvariantCulture, $"page {page}");
    }

    // Two labels that read alike are one: case, width, blanks and what has no width make no difference.
    private static string Plain(string group)
    {
        var plain = new StringBuilder(group.Length);
        foreach (var rune in group.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            plain.Append(Rune.ToLowerInvariant(rune));
        }

        return plain.ToString();
    }
}
