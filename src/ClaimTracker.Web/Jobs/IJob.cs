namespace ClaimTracker.Web.Jobs;

/// <summary>Work that falls due. What is due stands in the database; the clock only says that it is time to look.</summary>
public interface IJob
{
    /// <summary>Does all that is due now. It can be run twice, and be killed at any point.</summary>
    Task DoDueAsync(CancellationToken cancel);
}
