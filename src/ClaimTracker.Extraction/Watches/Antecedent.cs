namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// What a passage leans on that does not say itself whom or what it means: "He will wear the number 11 shirt". Where that names
/// another now, the same words say something else.
/// </summary>
internal static class Antecedent
{
    // Sentences back at most: whom a pronoun further down means, nobody can say by rule.
    private const int Farthest = 3;
    private const double Another = 0.4;

    private static readonly HashSet<string> Pronouns =
    [
        "he",
        "she",
        "it",
        "they",
        "his",
        "her",
        "its",
        "their",
        "both",
        "this",
        "these",
        "that",
        "those",
    ];

    /// <summary>What it was and what stands for it now, where these name different ones; null where they do not.</summary>
    /// <param name="kept">The kept page.</param>
    /// <param name="was">The passage's place on it.</param>
    /// <param name="page">The page as it stands.</param>
    /// <param name="now">The passage's place on that.</param>
    /// <param name="pairing">What differs.</param>
    public static (PageStatement Was, PageStatement Now)? Changed(
        PageStatements kept,
        Place was,
        PageStatements page,
        Place now,
        PagePairing pairing
    )
    {
        if (was.First.Words is not [{ Form: var first }, ..] || !Pronouns.Contains(first))
            return null;
        foreach (var before in Back(kept, was.First))
        {
            if (pairing.EditOf(before) is { } edited)
            {
                if (NamesAnother(before, edited) || (IsNext(before, was.First) && PagePairing.Likeness(before, edited) < Another))
                    return (before, edited);
            }
            else if (
                page.Lacks(before.Key)
                && IsNext(before, was.First)
                && Back(page, now.First).FirstOrDefault() is { } other
                && other.BlockIndex == now.First.BlockIndex
                && kept.Lacks(other.Key)
                && PagePairing.Likeness(before, other) < Another
            )
            {
                return (before, other);
            }

            if (NamesOf(before).Count > 0)
                return null;
        }

        return null;
    }

    private static bool IsNext(PageStatement before, PageStatement passage) =>
        before.BlockIndex == passage.BlockIndex && before.Index == passage.Index - 1;

    private static IEnumerable<PageStatement> Back(PageStatements page, PageStatement from)
    {
        var given = 0;
        for (var at = from.Index - 1; at >= 0 && given < Farthest; at--)
        {
            var one = page.All[at];
            if (one.Block.Zone != from.Block.Zone || one.Block.Linked > 0.5 || one.Block.Kind == BlockKind.Heading)
                continue;
            given++;
            yield return one;
        }
    }

    // One name for another: one that is added, or an office beside it, leaves whom it means.
    private static bool NamesAnother(PageStatement was, PageStatement now)
    {
        var (old, fresh) = (NamesOf(was), NamesOf(now));
        return old.Count > 0 && fresh.Count > 0 && !old.IsSubsetOf(fresh) && !fresh.IsSubsetOf(old);
    }

    private static HashSet<string> NamesOf(PageStatement s) =>
        PassageSubject.NamesOf(s.Words.Skip(1).Where(word => word.Capital && !word.IsDay && !Tells.ADate(word)));
}
