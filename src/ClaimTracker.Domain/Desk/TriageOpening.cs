namespace ClaimTracker.Domain;

/// <summary>Who looked at a claim in triage last, so that two people do not weigh the same one.</summary>
public sealed class TriageOpening
{
    /// <summary>Who looks again within this time is not noted again.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private TriageOpening() { }

    /// <summary>The first to look at a claim.</summary>
    public TriageOpening(long claimId) => ClaimId = claimId;

    public long ClaimId { get; private set; }

    public string Person { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>True where it is noted already that this person looks.</summary>
    public bool IsNoted(string person, DateTime now) => PersonName.Same(Person, person) && now - At < Apart && At <= now;

    /// <summary>Notes who looks.</summary>
    public void Note(string person, DateTime now) => (Person, At) = (person, now);
}
