using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Benchmarks.Desk.Kills;
using ClaimTracker.Benchmarks.Desk.Kills.Sweeps;
using ClaimTracker.Benchmarks.Desk.Signals;
using ClaimTracker.Benchmarks.Load;
using ClaimTracker.Benchmarks.Matching;
using ClaimTracker.Benchmarks.Reading;
using ClaimTracker.Benchmarks.Replay;
using ClaimTracker.Benchmarks.Seeding;
using ClaimTracker.Benchmarks.Watches;
using ClaimTracker.Web.Commands;

var benchmarks = new Dictionary<string, Action>
{
    ["reading"] = ReadingBenchmark.Run,
    ["matching"] = MatchingBenchmark.Run,
    ["reviews"] = () => ReviewsBenchmark.RunAsync().GetAwaiter().GetResult(),
    ["kills"] = () => KillBenchmark.RunAsync(args.ElementAtOrDefault(1)).GetAwaiter().GetResult(),
    ["signals"] = () => SignalBenchmark.RunAsync(args.ElementAtOrDefault(1)).GetAwaiter().GetResult(),
    ["durability"] = () => DurabilityBenchmark.RunAsync().GetAwaiter().GetResult(),
    ["node-death"] = () => NodeDeathBenchmark.RunAsync().GetAwaiter().GetResult(),
    ["sweep-kills"] = () => SweepKillsBenchmark.RunAsync(args.ElementAtOrDefault(1)).GetAwaiter().GetResult(),
    ["next"] = () => NextTaskBenchmark.RunAsync().GetAwaiter().GetResult(),
    ["page-sizes"] = () => PageSizesBenchmark.RunAsync(args[1..]).GetAwaiter().GetResult(),
    ["look-traps"] = LookTraps.Run,
    ["replay"] = () => ReplayBenchmark.RunAsync(args[1..]).GetAwaiter().GetResult(),
    ["queue"] = () => QueueBenchmark.RunAsync(args.ElementAtOrDefault(1)).GetAwaiter().GetResult(),
    ["hosts"] = () => HostsBenchmark.RunAsync(args.ElementAtOrDefault(1)).GetAwaiter().GetResult(),
};
if (args is [KillWorker.Verb, .. var worker])
{
    await KillWorker.RunAsync(worker);
    return 0;
}

if (args is [DurabilityBenchmark.WorkerVerb, .. var work])
{
    await DurabilityBenchmark.WorkAsync(work);
    return 0;
}

if (args is ["pages", .. var named])
    return PagesBenchmark.Run(named);

if (args is ["seed", .. var options])
    return await SeedCommand.RunAsync(options, CommandStreams.OfProcess());
if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
{
    run();
    return 0;
}

Console.Error.WriteLine(
    $"Usage: dotnet run -c Release --project tests/ClaimTracker.Benchmarks -- {string.Join('|', benchmarks.Keys)}|pages|seed"
);
return 2;
