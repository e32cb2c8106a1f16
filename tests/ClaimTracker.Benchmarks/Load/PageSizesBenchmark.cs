using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>
/// What each page costs, in processor time, at many claims against few: over HTTP on the program itself, by somebody who is
/// signed in, so that no page comes out of the cache. Each answer's status is checked. A list that is not full at few claims has
/// less to show there, and is compared with ten times as many.
/// </summary>
internal static class PageSizesBenchmark
{
    private const int Few = 1_000;
    private const int Some = 10_000;
    private const int Many = 1_000_000;
    private const int Rounds = 5;

    // A page that is shorter than this part of the same page at many claims is not full.
    private const double Full = 0.9;

    // The kernel counts processor time in hundredths of a second: a round is long enough for them to be a few per cent of it.
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(700);

    /// <summary>
    /// Runs; <paramref name="options"/> are how many claims to measure at (a million where it is not said), and a word out of the
    /// pages' names.
    /// </summary>
    public static async Task RunAsync(string[] options)
    {
        var many = options.Length > 0 ? int.Parse(options[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : Many;
        Table.Begin($"Pages at {many:N0} claims against {Few:N0}: processor time a page");
        await RunAsync("SQLite", null, many, options.ElementAtOrDefault(1));
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server, many, options.ElementAtOrDefault(1));
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server, int many, string? only)
    {
        await using var small = await Side.StartAsync(server, Few);
        await using var middle = await Side.StartAsync(server, Some);
        await using var large = await Side.StartAsync(server, many);
        var above = 0;
        for (var page = 0; page < large.Pages.Count; page++)
        {
            var sort = large.Pages[page];
            if (only is not null && !sort.Name.Contains(only, StringComparison.OrdinalIgnoreCase))
                continue;
            var length = (await large.TakeAsync(page)).Length;
            var other = (await small.TakeAsync(page)).Length >= Full * length ? small : middle;
            if (other == middle)
                await middle.TakeAsync(page);
            List<(double Few, double Many)> rounds = [];

            // By turns, so that what else the machine does meets both alike.
            for (var i = 0; i < Rounds; i++)
                rounds.Add(((await other.TakeAsync(page)).Milliseconds, (await large.TakeAsync(page)).Milliseconds));
            var ratios = rounds.Select(round => round.Many / round.Few).Order().ToList();
            var ratio = Median(rounds.Select(r => r.Many)) / Median(rounds.Select(r => r.Few));
            above += ratio > sort.AtMost ? 1 : 0;
            Table.Row(
                $"{name}: {sort.Name}",
                $"{ratio:0.00} × ({ratios[0]:0.00}–{ratios[^1]:0.00}; {Median(rounds.Select(r => r.Many)):0.0} ms){(ratio > sort.AtMost ? " **above**" : "")}",
                $"≤ {sort.AtMost:0.0} ×",
                $"at {other.Claims:N0}: {Median(rounds.Select(r => r.Few)):0.0} ms"
            );
        }

        Table.Row($"{name}: pages above what they may cost", $"{above}", "0", large.Counted);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <summary>One database with its server and a person who reads.</summary>
    private sealed class Side : IAsyncDisposable
    {
        private readonly ServerNode _node;
        private readonly DeskClient _client;
        private readonly ProcessorClock _clock;
        private readonly bool _isPostgres;

        private Side(
            int claims,
            ServerNode node,
            DeskClient client,
            ProcessorClock clock,
            bool isPostgres,
            IReadOnlyList<PageSort> pages
        ) => (Claims, _node, _client, _clock, _isPostgres, Pages) = (claims, node, client, clock, isPostgres, pages);

        public int Claims { get; }

        public IReadOnlyList<PageSort> Pages { get; }

        /// <summary>Whose time is in the figures.</summary>
        public string Counted =>
            !_isPostgres ? "the server's process"
            : _clock.CountsDatabase ? "the server's process and the database's"
            : "the server's process alone";

        public static async Task<Side> StartAsync(string? server, int claims)
        {
            var connection = await KeptDesk.OpenAsync(server, claims);
            await using var provider = new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddDeskDatabase(connection)
                .BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            var pages = await PageList.OfAsync(scope.ServiceProvider.GetRequiredService<DeskDb>());
            var node = await ServerNode.StartAsync(connection);
            var client = new DeskClient(node.Address);
            await client.SignInAsync(BenchDesk.Person(0), BenchDesk.Password);
            return new Side(
                claims,
                node,
                client,
                new ProcessorClock(node, server is null ? null : connection),
                server is not null,
                pages
            );
        }

        /// <summary>Milliseconds of processor time a page of a kind, and characters of its answer.</summary>
        public async Task<(double Milliseconds, double Length)> TakeAsync(int page)
        {
            var addresses = Pages[page].Addresses;
            var (before, watch, taken, length) = (await _clock.ReadAsync(), Stopwatch.StartNew(), 0, 0L);
            while (taken < addresses.Count || watch.Elapsed < Round)
                length += (await _client.OpenAsync(addresses[taken++ % addresses.Count])).Length;
            return ((await _clock.ReadAsync() - before) * 1_000 / taken, (double)length / taken);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await _node.DisposeAsync();
        }
    }
}
