using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>
/// The client: takes claim after claim through the standard review, whatever happens to the processes that do it.
/// </summary>
internal sealed class KillRun(BenchDesk desk, List<long> claims) : IDisposable
{
    private const int Spares = 2;
    private static readonly string[] Way = ["start", "Proposed", "Approve"];
    private readonly Random _random = new(20_26);
    private readonly Queue<WorkerProcess> _spares = new();
    private readonly List<string> _expected = [];
    private WorkerProcess? _worker;
    private int _next;

    /// <summary>How often a worker died at each point.</summary>
    public Dictionary<KillPoint, int> Deaths { get; } = Enum.GetValues<KillPoint>().ToDictionary(p => p, _ => 0);

    /// <summary>What was not as it has to be.</summary>
    public List<string> Wrong { get; } = [];

    public int Moves { get; private set; }

    /// <summary>Moves that were committed by a process that died before it answered.</summary>
    public int Unanswered { get; private set; }

    /// <summary>
    /// Takes one claim all the way with a process that lives, and keeps its rows after each move as what is right.
    /// </summary>
    public async Task LearnAsync()
    {
        using var living = WorkerProcess.Start(desk.ConnectionString, KillPoint.AfterCommit, int.MaxValue, 0);
        await living.WaitUntilReadyAsync();
        var id = claims[_next++];
        _expected.Add(await RowsAsync(id));
        foreach (var step in Way)
        {
            if (await living.AskAsync(await LineAsync(id, step)) is not "ok" and var answer)
                throw new InvalidOperationException($"{step} was answered “{answer}” by a process that nobody killed.");
            _expected.Add(await RowsAsync(id));
        }
    }

    /// <summary>Takes the next claim all the way.</summary>
    public async Task NextClaimAsync()
    {
        var id = claims[_next++];
        for (var step = 0; step < Way.Length; step++)
            await MoveAsync(id, step);
    }

    public void Dispose()
    {
        _worker?.Dispose();
        foreach (var spare in _spares)
            spare.Dispose();
    }

    private async Task MoveAsync(long id, int step)
    {
        var line = await LineAsync(id, Way[step]);
        var isDone = false;
        for (; ; )
        {
            _worker ??= await TakeSpareAsync();
            var answer = await _worker.AskAsync(line);
            if (answer is not null)
            {
                // A start has no key; sent again after it was done, it is refused and nothing is done again.
                if (answer != "ok" && !(isDone && answer == "under-review"))
                    Wrong.Add($"claim {id}: {line} was answered “{answer}”");
                Moves++;
                await CheckAsync(id, "after the answer", _expected[step + 1]);
                return;
            }

            await _worker.BuryAsync();
            Deaths[_worker.Point]++;
            _worker.Dispose();
            _worker = null;
            var rows = await CheckAsync(id, $"after a death ({line})", _expected[step], _expected[step + 1]);
            if (isDone && rows == _expected[step])
                Wrong.Add($"claim {id}: {line} was committed and is lost");
            Unanswered += !isDone && rows == _expected[step + 1] ? 1 : 0;
            isDone = rows == _expected[step + 1];
        }
    }

    private async Task<string> CheckAsync(long id, string when, params string[] allowed)
    {
        var rows = await RowsAsync(id);
        if (!allowed.Contains(rows))
            Wrong.Add($"claim {id} {when}: {rows} instead of {string.Join(" or ", allowed)}");
        return rows;
    }

    /// <summary>Processes start while another one works, since starting is what takes the time.</summary>
    private async Task<WorkerProcess> TakeSpareAsync()
    {
        while (_spares.Count <= Spares)
        {
            var points = Enum.GetValues<KillPoint>();

            // From 0.1 to 300 milliseconds, as often short as long: a process's first move takes long, its later ones do not.
            var inside = (int)Math.Pow(10, 2 + (3.5 * _random.NextDouble()));
            _spares.Enqueue(
                WorkerProcess.Start(desk.ConnectionString, points[_random.Next(points.Length)], _random.Next(1, 4), inside)
            );
        }

        var taken = _spares.Dequeue();
        await taken.WaitUntilReadyAsync();
        if (taken.Point == KillPoint.AnyTime)
            taken.KillAfter(TimeSpan.FromMilliseconds(_random.Next(300)));
        return taken;
    }

    private Task<string> RowsAsync(long id) =>
        desk.InScopeAsync(services => ClaimRows.ReadAsync(services.GetRequiredService<DeskDb>(), id));

    private async Task<string> LineAsync(long id, string step)
    {
        if (step == "start")
            return $"start {id}";
        var task = await desk.InScopeAsync(services =>
            services
                .GetRequiredService<DeskDb>()
                .Tasks.Where(t => t.ClaimId == id && t.Status == ReviewTaskStatus.Open)
                .Select(t => t.Id)
                .SingleAsync()
        );
        return $"{step} {task} key-{id}-{step} {await desk.MarkAsync(id)}";
    }
}
