using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Keeps filters of the queue under names, for oneself or for the desk. A saved one is an address.</summary>
public sealed class SavedFilters(DeskDb db)
{
    /// <summary>
    /// What a person sees: their own, and what others share; the first <see cref="SavedFilter.Most"/> of each, by name. Counted
    /// apart are those of which what is stored is not as this program writes it.
    /// </summary>
    public async Task<(List<SavedFilter> Filters, int Odd)> ReadAsync(string person, CancellationToken cancel)
    {
        var all = db.SavedFilters.AsNoTracking();
        var (own, oddOwn) = await all.Where(f => f.Owner == person)
            .OrderBy(f => f.Name)
            .Take(SavedFilter.Most)
            .ReadReadableAsync(f => f.Id, filters => filters, cancel);
        var shared = true;
        var (others, oddOthers) = await all.Where(f => f.Shared == shared && f.Owner != person)
            .OrderBy(f => f.Name)
            .Take(SavedFilter.Most)
            .ReadReadableAsync(f => f.Id, filters => filters, cancel);
        return ([.. own, .. others], oddOwn + oddOthers);
    }

    /// <summary>Keeps a filter, without the place in it.</summary>
    public Task<Result> SaveAsync(string? name, QueueFilter filter, bool shared, Actor asked, CancellationToken cancel) =>
        db.CommitAsync(
            "save filter",
            Right.Work,
            async who =>
            {
                var owner = who.For(asked).Name;
                var query = filter.FromBeginning.Query;
                if (query.Length > SavedFilter.MaxQuery)
                {
                    return Result.Refused(
                        "too-long",
                        $"This filter has {query.Length:N0} characters, and {SavedFilter.MaxQuery:N0} is the most that is kept."
                    );
                }

                if (await db.SavedFilters.CountAsync(f => f.Owner == owner, cancel) >= SavedFilter.Most)
                    return Result.Refused("full", $"You keep {SavedFilter.Most} filters already; delete one first.");
                var saved = new SavedFilter(owner, query, shared, db.Now);
                if ((await RenameAsync(saved, name, cancel)).Refusal is { } refusal)
                    return new Result(refusal);
                db.SavedFilters.Add(saved);
                return Result.Ok;
            },
            cancel
        );

    /// <summary>Gives a filter another name.</summary>
    public Task<Result> RenameAsync(long id, string? name, Actor asked, CancellationToken cancel) =>
        ChangeAsync(id, "rename filter", asked, filter => RenameAsync(filter, name, cancel), cancel);

    /// <summary>Deletes a filter. What it found stays as it is.</summary>
    public Task<Result> DeleteAsync(long id, Actor asked, CancellationToken cancel) =>
        ChangeAsync(
            id,
            "delete filter",
            asked,
            filter =>
            {
                db.SavedFilters.Remove(filter);
                return Task.FromResult(Result.Ok);
            },
            cancel
        );

    private async Task<Result> RenameAsync(SavedFilter filter, string? name, CancellationToken cancel)
    {
        if (filter.Rename(name).Refusal is { } refusal)
            return new Result(refusal);
        return await db.SavedFilters.AnyAsync(f => f.Owner == filter.Owner && f.Name == filter.Name && f.Id != filter.Id, cancel)
            ? Result.Refused("name-taken", $"A filter of {filter.Owner}'s is called “{filter.Name}” already; give another name.")
            : Result.Ok;
    }

    private Task<Result> ChangeAsync(
        long id,
        string action,
        Actor asked,
        Func<SavedFilter, Task<Result>> change,
        CancellationToken cancel
    ) =>
        db.CommitAsync(
            action,
            Right.Work,
            async who =>
            {
                if (await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } filter)
                    return Result.Refused("unknown-filter", "That filter is not kept any more.");
                return filter.NotToChange(who.For(asked)) is { } refusal ? new Result(refusal) : await change(filter);
            },
            cancel
        );
}
