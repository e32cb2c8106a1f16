namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Gathers what is wrong with one file.</summary>
internal sealed class Findings(string file)
{
    private readonly List<Finding> all = [];
    private readonly HashSet<Finding> known = [];

    public IReadOnlyList<Finding> All => all;

    public void Add(string activity, string field, string message)
    {
        var finding = new Finding(file, activity, field, message);
        if (known.Add(finding))
            all.Add(finding);
    }
}
