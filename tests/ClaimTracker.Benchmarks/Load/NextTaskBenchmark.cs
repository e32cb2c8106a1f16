using System.Collections.Concurrent;
using System.Diagnostics;
using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>
/// 200 people press “Next task” at once, again and again, over HTTP on the program itself, while there are tasks for all of them:
/// nobody may be told that there is none, and nobody may be given what another has.
/// </summary>
internal static class NextTaskBenchmark
{
    private const int People = 200;
    private const int Presses = 8;
    private const int Claims = 40_000;

    public static async Task RunAsync()
    {
        Table.Begin($"{People} people press “Next task” at once, {Presses} times each");
        await RunAsync("SQLite", null, nodes: 1);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL, two nodes", server, nodes: 2);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server, int nodes)
    {
        await using var desk = await BenchDesk.StartAsync(server, Claims);
        await desk.AddPeopleAsync(People);
        var open = await desk.InScopeAsync(services =>
            services.GetRequiredService<DeskDb>().Tasks.CountAsync(t => t.Status == ReviewTaskStatus.Open)
        );
        if (open < People * Presses)
            throw new InvalidOperationException($"{open} tasks are too few for {People * Presses} presses.");
        List<ServerNode> servers = [];
        for (var i = 0; i < nodes; i++)
            servers.Add(await ServerNode.StartAsync(desk.ConnectionString));
        try
        {
            var run = await PressAsync(servers);
            Table.Row($"{name}: told that no task is free, while {open:N0} were", $"{run.Refused} of {run.Seconds.Count}", "0");
            Table.Row(
                $"{name}: given what another had",
                $"{run.Seconds.Count - run.Refused - run.Given.Distinct().Count()}",
                "0"
            );
            Table.Row(
                $"{name}: from press to the task's page",
                $"median {At(run.Seconds, 0.5):0.00} s, 95 % {At(run.Seconds, 0.95):0.00} s, longest {run.Seconds.Max():0.00} s"
            );
        }
        finally
        {
            foreach (var node in servers)
                await node.DisposeAsync();
        }
    }

    private static async Task<(int Refused, IReadOnlyCollection<string> Given, IReadOnlyCollection<double> Seconds)> PressAsync(
        List<ServerNode> servers
    )
    {
        var people = Enumerable.Range(0, People).Select(i => new DeskClient(servers[i % servers.Count].Address)).ToList();
        for (var i = 0; i < People; i++)
            await people[i].SignInAsync(BenchDesk.Person(i), BenchDesk.Password);
        var tokens = await Task.WhenAll(people.Select(person => person.TokenAsync("/desk")));
        var (refused, given, seconds) = (0, new ConcurrentBag<string>(), new ConcurrentBag<double>());
        for (var press = 0; press < Presses; press++)
        {
            await Task.WhenAll(
                people.Zip(
                    tokens,
                    async (person, token) =>
                    {
                        var watch = Stopwatch.StartNew();
                        var (page, landed) = await person.PostAsync("/desk?handler=Next", token, []);
                        seconds.Add(watch.Elapsed.TotalSeconds);
                        if (landed.AbsolutePath.StartsWith("/desk/claims/", StringComparison.Ordinal))
                            given.Add(landed.AbsolutePath + landed.Fragment);
                        else if (page.Contains("No task is free for you now", StringComparison.Ordinal))
                            Interlocked.Increment(ref refused);
                        else
                            throw new InvalidOperationException($"A press led to {landed}.");
                    }
                )
            );
        }

        people.ForEach(person => person.Dispose());
        return (refused, given, seconds);
    }

    private static double At(IEnumerable<double> seconds, double part) =>
        seconds.Order().ElementAt((int)(part * (seconds.Count() - 1)));
}
