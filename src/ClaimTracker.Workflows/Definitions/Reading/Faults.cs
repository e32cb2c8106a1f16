namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Gathers what is wrong with one file.</summary>
internal sealed class Faults(string file)
{
    private readonly List<Fault> all = [];
    private readonly HashSet<Fault> known = [];

    public IReadOnlyList<Fault> All => all;

    public void Add(string activity, string field, string message)
    {
        var fault = new Fault(file, activity, field, message);
        if (known.Add(fault))
            all.Add(fault);
    }
}
