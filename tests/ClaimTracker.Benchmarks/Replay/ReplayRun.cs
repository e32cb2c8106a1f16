using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>Verdicts carried through real days, one after the other, by a desk that works by its pages and its jobs.</summary>
internal sealed class ReplayRun(ReplaySeries series, ReplayDesk desk, ReplayServer server, IReadOnlyList<ReplayVerdict> verdicts)
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);
    private static readonly TimeSpan Evening = TimeSpan.FromHours(18);

    private readonly ReplayPeople _people = new(desk);
    private long _lastLook;

    public ReplayTally Tally { get; } = new();

    /// <summary>Verdicts of the four kinds, the first days of each spread over the first half of the days.</summary>
    public static List<ReplayVerdict> Verdicts(ReplaySeries series, int count, int first, int days) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => new ReplayVerdict(
                    series,
                    number,
                    (ReplayKind)(number % 4),
                    first + (number * Math.Max(1, days / 2) / count)
                )),
        ];

    /// <summary>One day.</summary>
    public async Task PassAsync(int day)
    {
        server.Day = day;
        desk.Turn(At(day, Morning));
        foreach (var verdict in verdicts.Where(v => v.From == day))
            await _people.PublishAsync(verdict, day);
        var followed = verdicts.Where(v => v.From < day && !v.IsOver).ToList();
        followed.ForEach(verdict => verdict.Pass(day));
        var claims = await ClaimsAsync();
        followed.ForEach(verdict => Tally.Begin(verdict, claims[verdict.ClaimId]));
        await WorkAsync(day);
        for (var again = true; again; )
        {
            again = false;
            foreach (var verdict in await AskedAsync(followed))
            {
                Tally.Ask(await CauseAsync(verdict, day));
                await _people.DecideAsync(verdict, day);
                Tally.Find(verdict, day, desk.Now);
                again = true;
            }

            await WorkAsync(day);
        }

        desk.Turn(At(day, Evening));
        await WorkAsync(day);
        claims = await ClaimsAsync();
        foreach (var verdict in followed.Where(v => !v.IsOver))
            Tally.End(verdict, day, claims[verdict.ClaimId], desk.Now);
    }

    private DateTime At(int day, TimeSpan time) => series.Days[day].ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) + time;

    private async Task WorkAsync(int day)
    {
        await desk.WorkAsync();
        var last = _lastLook;
        var made = await desk.QueryAsync(db =>
            db.Looks.AsNoTracking()
                .Where(l => l.Id > last && l.Outcome != null)
                .OrderBy(l => l.Id)
                .Select(l => new
                {
                    l.Id,
                    l.ClaimId,
                    l.Outcome,
                    l.Words,
                    l.Attempts,
                })
                .ToListAsync()
        );
        foreach (var look in made)
            Tally.See(verdicts.Single(v => v.ClaimId == look.ClaimId), day, look.Outcome!.Value, look.Words ?? "", look.Attempts);
        _lastLook = made.Count > 0 ? made[^1].Id : _lastLook;
    }

    private Task<Dictionary<long, Claim>> ClaimsAsync() =>
        desk.QueryAsync(db => db.Claims.AsNoTracking().Where(c => c.VerdictVersion != null).ToDictionaryAsync(c => c.Id));

    private async Task<List<ReplayVerdict>> AskedAsync(List<ReplayVerdict> followed)
    {
        var asked = await desk.QueryAsync(db =>
            db.Tasks.Where(t => t.Status == ReviewTaskStatus.Open && t.ActivityId == "look")
                .OrderBy(t => t.Id)
                .Select(t => t.ClaimId)
                .ToListAsync()
        );
        return [.. asked.Select(id => followed.Single(v => v.ClaimId == id))];
    }

    private async Task<ReplayCause> CauseAsync(ReplayVerdict verdict, int day) =>
        await desk.QueryAsync(db =>
            db.Rechecks.Where(r => r.ClaimId == verdict.ClaimId).OrderByDescending(r => r.Id).Select(r => r.Outcome).FirstAsync()
        ) switch
        {
            RecheckOutcome.Unreachable => ReplayCause.Unreachable,
            RecheckOutcome.Changed or RecheckOutcome.Missing => verdict.DiffersOn(day) ? ReplayCause.Finding : ReplayCause.Noise,
            _ => ReplayCause.Due,
        };
}
