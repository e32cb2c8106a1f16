using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.CheckWorthiness;

/// <summary>
/// The version of the features that a model was trained for. A new class of words moves the signs behind it, so the version
/// is made of the signs as well: a model of others is refused, not misread.
/// </summary>
internal static class FeatureVersion
{
    /// <summary>Raised whenever a feature changes otherwise than by a class of words or a found sign.</summary>
    private const int Revision = 2;

    private const int MostSigns = 64;

    /// <summary>Revision, and a hash of what the signs are: e.g. <c>2-1f3c09ab</c>.</summary>
    public static string Current { get; } = Of(Revision, WordClasses(), Enum.GetNames<FoundSign>());

    /// <summary>The version of features with these signs: classes of words by their bits, and found signs behind them.</summary>
    /// <exception cref="InvalidOperationException">They do not fit beside each other.</exception>
    public static string Of(int revision, IReadOnlyList<string> classes, IReadOnlyList<string> found)
    {
        if (classes.Count + found.Count > MostSigns)
        {
            throw new InvalidOperationException(
                $"{classes.Count} classes of words and {found.Count} found signs do not fit into {MostSigns} bits."
            );
        }

        var signs = $"{string.Join(',', classes)}+{string.Join(',', found)}";
        return $"{revision}-{signs.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619):x8}";
    }

    private static string[] WordClasses() =>
        [
            .. Enum.GetValues<WordClass>()
                .Where(one => one != WordClass.None)
                .OrderBy(one => (ulong)one)
                .Select(one => one.ToString()),
        ];
}
