namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Words that may say one thing of one thing, out of <c>synonyms.txt</c>. Unlike in <see cref="Senses"/> a word may stand in
/// several groups, so that two that share one with a third need not share one with each other.
/// </summary>
internal static class Synonyms
{
    private static readonly Dictionary<string, HashSet<int>> Groups = Read();

    /// <summary>True where a group has both.</summary>
    public static bool Share(Piece one, Piece other) =>
        Groups.TryGetValue(one.Common, out var left) && Groups.TryGetValue(other.Common, out var right) && left.Overlaps(right);

    private static Dictionary<string, HashSet<int>> Read()
    {
        var groups = new Dictionary<string, HashSet<int>>();
        var number = 0;
        foreach (var line in Senses.Lines("synonyms.txt"))
        {
            number++;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var key = Senses.Of(word, false);
                if (!groups.TryGetValue(key, out var of))
                    groups.Add(key, of = []);
                of.Add(number);
            }
        }

        return groups;
    }
}
