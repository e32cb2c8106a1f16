namespace ClaimTracker.Benchmarks.Watches;

/// <summary>A page that changed, or seems to have, or that is not the page at all.</summary>
/// <param name="Id">Kind, subject and number.</param>
/// <param name="Want">change, noise or wall.</param>
/// <param name="Quote">The passage.</param>
/// <param name="Before">The page as it was kept.</param>
/// <param name="Now">The page as it stands.</param>
/// <param name="Status">The status of the answer.</param>
internal sealed record Trap(string Id, string Want, string Quote, string Before, string Now, int Status = 200);
