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

    /// <summary>
    /// Rows of a job's list. One that is not as this program writes it is left out, and said in the log; the others are done.
    /// </summary>
    /// <param name="rows">The rows, each with a column Id.</param>
    /// <param name="next">Which of them are read now: their order, and how many.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="odd">The ids of those left out, in this list and before it in the same run.</param>
    /// <param name="cancel">Gives up.</param>
    internal async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(
        IQueryable<TRow> rows,
        Func<IQueryable<TRow>, IQueryable<TRow>> next,
        Func<TRow, long> id,
        List<long> odd,
        CancellationToken cancel
    )
        where TRow : class
    {
        while (true)
        {
            var before = odd.ToList();
            var read = await next(rows.Where(row => !EF.Parameter(before).Contains(EF.Property<long>(row, "Id"))))
                .ReadSoundAsync(id, _ => null, cancel);
            foreach (var (row, why) in read.Odd)
            {
                log.LogError("Left out: {Row} {Id}, which is not as this program writes it: {Why}", typeof(TRow).Name, row, why);
                odd.Add(row);
            }

            if (read.Rows.Count > 0 || read.Odd.Count == 0)
                return read.Rows;
        }
    }

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
