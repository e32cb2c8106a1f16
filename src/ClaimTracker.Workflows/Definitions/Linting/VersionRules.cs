namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>A version's id stands for one content, for ever.</summary>
internal static class VersionRules
{
    public static IEnumerable<Fault> Check(
        IReadOnlyCollection<WorkflowDefinition> definitions,
        IReadOnlyDictionary<string, string> bound
    )
    {
        foreach (var same in definitions.Where(d => d.VersionId.Length > 0).GroupBy(d => d.VersionId, StringComparer.Ordinal))
        {
            var first = same.First();
            var isBound = bound.TryGetValue(same.Key, out var hash);
            foreach (var other in same.Where(d => d.ContentHash != (hash ?? first.ContentHash)))
            {
                yield return new Fault(
                    other.File,
                    "",
                    "id",
                    isBound
                        ? $"reviews are bound to version “{same.Key}”, and its content has changed since; put the file back and save the change under a new id with the next version number"
                        : $"“{same.Key}” is the version id of {first.File} too, with other content; give one of the two another id and version number"
                );
            }
        }

        foreach (var same in definitions.Where(d => d.DefinitionId.Length > 0).GroupBy(d => (d.DefinitionId, d.Version)))
        {
            foreach (var other in same.Where(d => d.VersionId != same.First().VersionId))
            {
                yield return new Fault(
                    other.File,
                    "",
                    "version",
                    $"version {same.Key.Version} of “{same.Key.DefinitionId}” is in {same.First().File} already, under another id; raise the number"
                );
            }
        }
    }
}
