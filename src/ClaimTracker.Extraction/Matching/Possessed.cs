namespace ClaimTracker.Extraction.Matching;

/// <summary>"Exports from China" are China's: what a country sells or buys belongs to it, however that is written.</summary>
internal static class Possessed
{
    private static readonly string Export = Senses.Of("exports", false);
    private static readonly string Import = Senses.Of("imports", false);

    /// <summary>Puts the owner before the thing. Imports from a country are another's.</summary>
    public static void Rewrite(List<Piece> pieces)
    {
        for (var i = 0; i + 2 < pieces.Count; i++)
        {
            var link = pieces[i + 1].Plain;
            if (
                !(pieces[i].Common == Export ? link == "from" : pieces[i].Common == Import && link is "to" or "into")
                || !pieces[i + 2].Name
            )
            {
                continue;
            }

            if (i > 0 && pieces[i - 1].Owner)
                continue;
            var end = i + 2;
            while (end < pieces.Count && pieces[end].Name && !pieces[end - 1].Owner)
                end++;
            var owner = pieces.GetRange(i + 2, end - i - 2);
            owner[^1] = owner[^1] with { Owner = true };
            pieces.RemoveRange(i + 1, end - i - 1);
            pieces.InsertRange(i, owner);
            i += owner.Count;
        }
    }
}
