using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Runs the items of a job, each so that its failure is its own: whatever one throws, the next one is done in the same run. A
/// failure is an exception; what a source answers, or the domain refuses, is not.
/// </summary>
public sealed class JobItems(DeskDb db, ILogger<JobItems> log)
{
    /// <summary>Longest reason that is stored.</summary>
    public const int LongestReason = 500;

    /// <summary>Runs one item.</summary>
    /// <param name="item">What it is, for the log.</param>
    /// <param name="work">Does it.</param>
    /// <param name="failed">Notes that it failed, and why; where that fails too, the item is tried again at the next run.</param>
    /// <param name="cancel">Ends the job, and not the item alone.</param>
    /// <exception cref="Exception">The database does not answer, so that nothing can be done or noted.</exception>
    public async Task RunAsync(string item, Func<Task> work, Func<string, Task> failed, CancellationToken cancel)
    {
        try
        {
            // What an item before this one left in memory is none of its business.
            db.ChangeTracker.Clear();
            await work();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Failed: {Item}", item);
            await NoteAsync(item, () => failed(Reason(failure)), cancel);
        }
    }

    /// <summary>A failure in a sentence that can be stored.</summary>
    public static string Reason(Exception failure)
    {
        var cause = failure is DbUpdateException { InnerException: { } inner } ? inner : failure;
        return PlainText.Shorten($"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}", LongestReason);
    }

    private async Task NoteAsync(string item, Func<Task> note, CancellationToken cancel)
    {
        try
        {
            db.ChangeTracker.Clear();
            await note();
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Could not note the failure of: {Item}", item);
            if (!await db.Database.CanConnectAsync(cancel))
                throw;
        }
    }
}
