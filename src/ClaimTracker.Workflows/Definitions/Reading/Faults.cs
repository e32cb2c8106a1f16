namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Gathers what is wrong with one file.</summary>
internal sealed class Faults(string file)
{
    private readonly List<Fault> _all = [];
    private readonly HashSet<Fault> _known = [];

    public IReadOnlyList<Fault> All => _all;

    public void Add(string activity, string field, string message)
    {
        var fault = new Fault(file, activity, field, message);
        if (_known.Add(fault))
            _all.Add(fault);
    }
}
