namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>
/// Splits sentences for cross-validation, deterministically. A group always falls into one fold, and so does a text that
/// occurs more than once (greetings do): else it would be judged by what was learned from itself.
/// </summary>
internal static class Folds
{
    public static int[] Assign(IReadOnlyList<LabelledSentence> sentences, int folds)
    {
        var random = new Random(20);
        var texts = sentences.Select(sentence => Normalized(sentence.Text)).ToArray();
        var repeated = texts
            .GroupBy(text => text, StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        var assigned = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new int[sentences.Count];
        for (var i = 0; i < result.Length; i++)
        {
            // What several groups repeat is no group's own.
            var together =
                repeated.Contains(texts[i]) ? "text " + texts[i]
                : sentences[i].Group is { } group ? "group " + group
                : null;
            if (together is null)
                result[i] = random.Next(folds);
            else if (assigned.TryGetValue(together, out var fold))
                result[i] = fold;
            else
                result[i] = assigned[together] = random.Next(folds);
        }

        return result;
    }

    /// <summary>Letters and digits in small letters: two texts that differ in marks and spaces alone are one.</summary>
    private static string Normalized(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
