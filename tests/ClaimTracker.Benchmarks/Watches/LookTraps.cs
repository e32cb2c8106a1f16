using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Benchmarks.Watches;

/// <summary>
/// <c>look-traps</c>: pages in twelve styles that truly changed, that changed only in what does not matter, and walls; how often
/// each is told for what it is, the wrong ones by their ids.
/// </summary>
internal static class LookTraps
{
    /// <summary>Runs all of them.</summary>
    public static void Run()
    {
        var traps = TrapSubjects
            .All.SelectMany((s, n) => TrapChanges.Of(s, n).Concat(TrapNoise.Of(s, n)).Concat(TrapWalls.Of(s, n)))
            .Concat(TrapShapes.All())
            .Where(trap => trap.Want != "change" || trap.Before != trap.Now)
            .ToList();
        foreach (var group in traps.GroupBy(trap => trap.Want))
        {
            var wrong = group
                .Select(trap => (trap.Id, Look: Look(trap)))
                .Where(pair => !IsRight(group.Key, pair.Look.Outcome))
                .ToList();
            foreach (var (id, look) in wrong)
                Console.WriteLine($"{group.Key} {id}: {look.Outcome}: {look.Why}");
            Console.WriteLine(
                $"{group.Key}: {wrong.Count} of {group.Count()} wrong{(group.Key == "change" ? $", {wrong.Count(w => w.Look.Outcome == LookOutcome.Unchanged)} of them unchanged" : "")}"
            );
        }
    }

    private static PageLook Look(Trap trap) =>
        PageComparison.Look(
            trap.Quote,
            PageBlocks.Of(trap.Before, true, null),
            AnswerCheck.Refuse(trap.Status, "text/html") is { } refusal
                ? WatchedPage.Unreadable(refusal)
                : PageBlocks.Of(trap.Now, true, null)
        );

    private static bool IsRight(string want, LookOutcome outcome) =>
        want switch
        {
            "noise" => outcome == LookOutcome.Unchanged,
            "wall" => outcome == LookOutcome.Unreadable,
            _ => outcome is not (LookOutcome.Unchanged or LookOutcome.Unreadable),
        };
}
