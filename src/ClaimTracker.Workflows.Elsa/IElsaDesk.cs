using System.Data.Common;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>What Elsa is given by the desk that it runs for. One a scope, as the desk's database is.</summary>
public interface IElsaDesk
{
    /// <summary>The definitions in force.</summary>
    DefinitionCatalog Catalog { get; }

    /// <summary>
    /// The transaction of the move that is being made; null outside a move, or where nothing is stored in a database.
    /// </summary>
    DbTransaction? Transaction { get; }

    /// <summary>Keeps other moves of the claim's reviews out until the transaction ends.</summary>
    Task LockAsync(long claimId, CancellationToken cancel);
}
