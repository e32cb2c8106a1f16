using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Workflows.Elsa.Persistence;

/// <summary>
/// Elsa's database contexts, taking part in the move: while one is being made, what Elsa stores goes through the desk's
/// connection and transaction. So where a review is, what its steps did and what people see is committed at once, or not at all.
/// </summary>
internal sealed class EnlistingContexts<T>(IDbContextFactory<T> contexts, IElsaDesk desk) : IDbContextFactory<T>
    where T : DbContext
{
    /// <inheritdoc />
    public T CreateDbContext()
    {
        var context = contexts.CreateDbContext();
        if (desk.Transaction is { Connection: { } connection } transaction)
        {
            context.Database.SetDbConnection(connection, contextOwnsConnection: false);
            context.Database.UseTransaction(transaction);
        }

        return context;
    }
}
