namespace ClaimTracker.Extraction.Kinds;

/// <summary>The kinds by their ids, for forms, filters and the methodology page.</summary>
public static class KindIds
{
    /// <summary>Every kind's id, e.g. <c>casualty-figure</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ClaimKinds.All.Select(kind => kind.Id)];
}
