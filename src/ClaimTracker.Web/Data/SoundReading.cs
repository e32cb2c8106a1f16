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
