using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Benchmarks.Desk.Kills;
using ClaimTracker.Benchmarks.Matching;
using ClaimTracker.Benchmarks.Reading;
using ClaimTracker.Benchmarks.Watches;

var benchmarks = new Dictionary<string, Action>
{
    ["reading"] = ReadingBenchmark.Run,
    ["matching"] = MatchingBenchmark.Run,
    ["reviews"] = () => ReviewsBenchmark.RunAsync().GetAwaiter().GetResult(),
    ["kills"] = () => KillBenchmark.RunAsync(args.ElementAtOrDefault(1)).GetAwaiter().GetResult(),
    ["look-traps"] = LookTraps.Run,
    ["queue"] = () => QueueBenchmark.RunAsync().GetAwaiter().GetResult(),
};
if (args is [KillWorker.Verb, .. var worker])
{
    await KillWorker.RunAsync(worker);
    return 0;
}

if (args is ["pages"])
    return PagesBenchmark.Run();

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
{
    run();
    return 0;
}

Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/ClaimTracker.Benchmarks -- {string.Join('|', benchmarks.Keys)}|pages");
return 2;
