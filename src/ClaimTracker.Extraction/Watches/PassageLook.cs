namespace ClaimTracker.Extraction.Watches;

/// <summary>How a quoted passage stands on a page.</summary>
public enum PassageState
{
    /// <summary>It is there, word for word; white space, quotation marks, dashes and capitals may differ.</summary>
    Unchanged,

    /// <summary>Something close to it is there, or it is there only as what the page takes back.</summary>
    Changed,

    /// <summary>Nothing like it is there.</summary>
    Missing,
}

/// <summary>A figure of the passage that reads differently now.</summary>
/// <param name="Was">As quoted.</param>
/// <param name="Now">As the page has it.</param>
public sealed record FigureChange(string Was, string Now);

/// <summary>What a look at a page found.</summary>
/// <param name="State">How the passage stands.</param>
/// <param name="Now">What the page says in its place; null unless changed.</param>
/// <param name="Figures">The figures that differ.</param>
/// <param name="TakenBack">True where the page itself marks the passage as corrected or withdrawn.</param>
public sealed record PassageLook(PassageState State, string? Now, IReadOnlyList<FigureChange> Figures, bool TakenBack)
{
    internal static readonly PassageLook Unchanged = new(PassageState.Unchanged, null, [], false);

    internal static readonly PassageLook Missing = new(PassageState.Missing, null, [], false);
}
