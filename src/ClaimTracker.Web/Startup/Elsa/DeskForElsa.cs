using System.Data.Common;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Elsa;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Startup;

/// <summary>The desk as Elsa sees it.</summary>
internal sealed class DeskForElsa(DeskDb db, WorkflowLibrary library) : IElsaDesk
{
    public DefinitionCatalog Catalog => library.Catalog;

    public DbTransaction? Transaction => db.Database.CurrentTransaction?.GetDbTransaction();

    public Task LockAsync(long claimId, CancellationToken cancel) => db.LockChainAsync($"claim/{claimId}", cancel);
}
