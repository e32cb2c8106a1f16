namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>Splits sentences for cross-validation; a group always falls into one fold. Deterministic.</summary>
internal static class Folds
{
    public static int[] Assign(IReadOnlyList<LabelledSentence> sentences, int folds)
    {
        var random = new Random(20);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new int[sentences.Count];
        for (var i = 0; i < result.Length; i++)
        {
            if (sentences[i].Group is not { } group)
                result[i] = random.Next(folds);
            else if (groups.TryGetValue(group, out var fold))
                result[i] = fold;
            else
                result[i] = groups[group] = random.Next(folds);
        }

        return result;
    }
}
