namespace ClaimTracker.Web.Data;

/// <summary>
/// How often what readers are told of a claim became another thing: put in doubt, suspended, retracted, decided anew, due
/// earlier, or the way back. The database's own triggers add a row for each, whoever changed the claim, and nobody waits for
/// another; <see cref="Jobs.TallyJob"/> adds up what is there. Servers ask for the sum before they give out a page that they
/// kept.
/// </summary>
public sealed class PublicChange
{
    public long Id { get; init; }

    /// <summary>How many changes the row stands for.</summary>
    public required long Number { get; init; }
}
