namespace ClaimTracker.Extraction.Kinds;

/// <summary>All kinds: the classes that are one, by their rank.</summary>
public static class ClaimKinds
{
    internal static readonly IClaimKind[] All =
    [
        .. typeof(IClaimKind)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IClaimKind)))
            .Select(type => (IClaimKind)Activator.CreateInstance(type)!)
            .OrderBy(kind => kind.Rank),
    ];

    /// <summary>The ids that are stored with claims.</summary>
    public static readonly IReadOnlyList<string> Ids = [.. All.Select(kind => kind.Id)];
}
