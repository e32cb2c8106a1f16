using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data;

/// <summary>Rows of a query, apart from those that cannot be read or hold what no program of ours writes.</summary>
/// <param name="Rows">The sound ones, in the order of the query.</param>
/// <param name="Odd">The ids of the others, each with why.</param>
internal sealed record SoundRows<TRow>(IReadOnlyList<TRow> Rows, IReadOnlyList<(long Id, string Why)> Odd);

/// <summary>
/// Reads rows of which one may have been written past the program: it does not take the others with it.
/// </summary>
internal static class SoundReading
{
    /// <summary>Reads what the query finds. Rows are asked for one by one only where they cannot be read together.</summary>
    /// <param name="query">The rows, each with a column Id.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="oddity">Why a row is odd; null where it is sound.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<SoundRows<TRow>> ReadSoundAsync<TRow>(
        this IQueryable<TRow> query,
        Func<TRow, long> id,
        Func<TRow, string?> oddity,
        CancellationToken cancel
    )
        where TRow : class
    {
        List<TRow> read;
        List<(long Id, string Why)> odd = [];
        try
        {
            read = await query.ToListAsync(cancel);
        }
        catch (Exception failure) when (IsOfRow(failure))
        {
            read = await ReadEachAsync(query, odd, cancel);
        }

        List<TRow> sound = [];
        foreach (var row in read)
        {
            if (oddity(row) is { } why)
                odd.Add((id(row), why));
            else
                sound.Add(row);
        }

        return new SoundRows<TRow>(sound, odd);
    }

    /// <summary>
    /// Reads a list of what is asked of rows. Of a row of which that cannot be read, <paramref name="instead"/> is asked, so that
    /// it keeps its place.
    /// </summary>
    /// <param name="rows">The rows, each with a column Id.</param>
    /// <param name="ask">What is asked of them.</param>
    /// <param name="instead">What can be read whatever the row holds.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<List<TItem>> ReadItemsAsync<TRow, TItem>(
        this IQueryable<TRow> rows,
        Func<IQueryable<TRow>, IQueryable<TItem>> ask,
        Func<IQueryable<TRow>, IQueryable<TItem>> instead,
        CancellationToken cancel
    )
        where TRow : class
    {
        try
        {
            return await ask(rows).ToListAsync(cancel);
        }
        catch (Exception failure) when (IsOfRow(failure))
        {
            List<TItem> read = [];
            foreach (var id in await rows.Select(row => EF.Property<long>(row, "Id")).ToListAsync(cancel))
                read.AddRange(await ReadItemAsync(rows.Where(row => EF.Property<long>(row, "Id") == id), ask, instead, cancel));
            return read;
        }
    }

    /// <summary>True for what reading a row throws whose columns hold what they cannot.</summary>
    public static bool IsOfRow(Exception failure) =>
        failure
            is InvalidOperationException
                or InvalidCastException
                or FormatException
                or OverflowException
                or ArgumentException
                or JsonException;

    /// <summary>
    /// True where a failure that nobody expected came of reading a row, and not of what was then done with it: from what EF, or
    /// <see cref="Rows.RowReader"/>, has compiled to make an object of the row.
    /// </summary>
    public static bool IsOfReading(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (IsOfRow(cause) && cause.StackTrace?.Contains(" lambda_method", StringComparison.Ordinal) == true)
                return true;
        }

        return false;
    }

    private static async Task<List<TItem>> ReadItemAsync<TRow, TItem>(
        IQueryable<TRow> row,
        Func<IQueryable<TRow>, IQueryable<TItem>> ask,
        Func<IQueryable<TRow>, IQueryable<TItem>> instead,
        CancellationToken cancel
    )
    {
        try
        {
            return await ask(row).ToListAsync(cancel);
        }
        catch (Exception failure) when (IsOfRow(failure))
        {
            return await instead(row).ToListAsync(cancel);
        }
    }

    /// <summary>
    /// Reads a list of what is asked of rows, without those of which it cannot be read; they are counted. As
    /// <see cref="ReadItemsAsync"/> where the row itself keeps no place.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">The property that tells one from another: <c>Id</c> mostly.</param>
    /// <param name="ask">What is asked of them.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<(List<TItem> Items, int Odd)> ReadReadableAsync<TRow, TKey, TItem>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, TKey>> key,
        Func<IQueryable<TRow>, IQueryable<TItem>> ask,
        CancellationToken cancel
    )
        where TRow : class
    {
        try
        {
            return (await ask(rows).ToListAsync(cancel), 0);
        }
        catch (Exception failure) when (IsOfRow(failure))
        {
            // What no row by itself fails over is another failure, and comes again.
            var (read, odd) = (new List<TItem>(), 0);
            foreach (var one in await rows.Select(key).ToListAsync(cancel))
            {
                try
                {
                    read.AddRange(await ask(rows.Where(IsOf(key, one))).ToListAsync(cancel));
                }
                catch (Exception alone) when (IsOfRow(alone))
                {
                    odd++;
                }
            }

            return odd > 0 ? (read, odd) : (await ask(rows).ToListAsync(cancel), 0);
        }
    }

    /// <summary>
    /// Reads a page of a list that is ordered by a name of its own, and the name after which it goes on; null where it ends. What
    /// cannot be read keeps its place in the list, so that no number of such rows hides what comes after them.
    /// </summary>
    /// <param name="rows">The rows from where the page begins, in the order of their names.</param>
    /// <param name="name">The name.</param>
    /// <param name="size">How many are on a page.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<(IReadOnlyList<TRow> Items, int Odd, string? Next)> ReadPageAsync<TRow>(
        this IQueryable<TRow> rows,
        Expression<Func<TRow, string>> name,
        int size,
        CancellationToken cancel
    )
        where TRow : class
    {
        var names = await rows.Select(name).Take(size + 1).ToListAsync(cancel);
        var (items, odd) = await rows.Take(size).ReadReadableAsync(name, page => page, cancel);
        return (items, odd, names.Count > size ? names[size - 1] : null);
    }

    private static Expression<Func<TRow, bool>> IsOf<TRow, TKey>(Expression<Func<TRow, TKey>> key, TKey one) =>
        Expression.Lambda<Func<TRow, bool>>(
            Expression.Equal(key.Body, Expression.Property(Expression.Constant(new Box<TKey>(one)), nameof(Box<>.Value))),
            key.Parameters
        );

    private sealed record Box<T>(T Value);

    private static async Task<List<TRow>> ReadEachAsync<TRow>(
        IQueryable<TRow> query,
        List<(long Id, string Why)> odd,
        CancellationToken cancel
    )
        where TRow : class
    {
        List<TRow> read = [];
        foreach (var id in await query.Select(row => EF.Property<long>(row, "Id")).ToListAsync(cancel))
        {
            try
            {
                read.AddRange(await query.Where(row => EF.Property<long>(row, "Id") == id).ToListAsync(cancel));
            }
            catch (Exception failure) when (IsOfRow(failure))
            {
                odd.Add((id, $"it cannot be read: {failure.Message}"));
            }
        }

        return read;
    }
}
