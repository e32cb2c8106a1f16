namespace ClaimTracker.Web.Transfer;

/// <summary>What an import added and what it met already.</summary>
internal sealed class ImportCounts
{
    /// <summary>Articles added.</summary>
    public int Articles { get; private set; }

    /// <summary>Claims added, or filled in with their verdicts.</summary>
    public int Claims { get; private set; }

    /// <summary>Articles and claims that were there already.</summary>
    public int Known { get; private set; }

    /// <summary>Records that could not be taken in.</summary>
    public int Refused { get; set; }

    /// <summary>Notes an article.</summary>
    public void Count(bool added)
    {
        if (added)
            Articles++;
        else
            Known++;
    }

    /// <summary>Notes a claim.</summary>
    public void CountClaim(bool added)
    {
        if (added)
            Claims++;
        else
            Known++;
    }

    /// <summary>Notes an article that came in with claims found in it.</summary>
    public void Count(bool added, int claims)
    {
        Count(added);
        Claims += claims;
    }

    /// <summary>Adds what a batch counted, once the batch is stored.</summary>
    public void Add(ImportCounts other)
    {
        Articles += other.Articles;
        Claims += other.Claims;
        Known += other.Known;
        Refused += other.Refused;
    }
}
