using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>Why a re-check came to a person.</summary>
internal enum ReplayCause
{
    /// <summary>A person was due.</summary>
    Due,

    /// <summary>A look found something, and the sources do say something else.</summary>
    Finding,

    /// <summary>A look found something, and the sources say what they said.</summary>
    Noise,

    /// <summary>A source could not be read for long.</summary>
    Unreachable,
}

/// <summary>A version that has become wrong and is not found yet.</summary>
/// <param name="Since">The day.</param>
/// <param name="Due">When it was to be looked at next, by whom its sources leave that to.</param>
internal sealed record ReplayWrong(int Since, DateTime Due);

/// <summary>What the replay has seen, held against what the sources said.</summary>
internal sealed class ReplayTally
{
    private const int Shown = 12;

    private readonly Dictionary<int, ReplayWrong> _wrong = [];
    private readonly HashSet<int> _known = [];
    private readonly Dictionary<ReplayCause, int> _tasks = [];
    private readonly List<string> _faults = [];
    private readonly List<int> _waited = [];
    private int _unreadable;

    /// <summary>Looks that said what the sources said, of all that were made.</summary>
    public (int Right, int All) Looks { get; private set; }

    /// <summary>Looks that found nothing on a page that says what the version's rating does not allow.</summary>
    public int Missed { get; private set; }

    /// <summary>Looks that found something where the sources say what they said.</summary>
    public int Noise { get; private set; }

    /// <summary>Days on which a claim was fresh though it was wrong for longer than its interval.</summary>
    public int FreshWhileWrong { get; private set; }

    /// <summary>Changes that were found, and those of them that were found later than the interval in force allows.</summary>
    public (int Found, int Late) Changes { get; private set; }

    /// <summary>Verdicts times days.</summary>
    public int VerdictDays { get; private set; }

    public int Tasks => _tasks.Values.Sum();

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>A person was asked.</summary>
    public void Ask(ReplayCause cause) => _tasks[cause] = _tasks.GetValueOrDefault(cause) + 1;

    /// <summary>A look was made.</summary>
    /// <param name="verdict">At a source of it.</param>
    /// <param name="day">When.</param>
    /// <param name="outcome">What it met.</param>
    /// <param name="words">The same in words.</param>
    /// <param name="unread">How often the page could not be read before.</param>
    public void See(ReplayVerdict verdict, int day, RecheckOutcome outcome, string words, int unread)
    {
        _unreadable += unread;
        if (outcome is RecheckOutcome.Unreachable or RecheckOutcome.Unwatched)
        {
            _unreadable++;
            return;
        }

        var isFound = outcome is RecheckOutcome.Changed or RecheckOutcome.Missing;
        var isMissed = !isFound && verdict.IsWrongOn(day);
        var isNoise = isFound && !verdict.DiffersOn(day);
        Looks = (Looks.Right + (isMissed || isNoise ? 0 : 1), Looks.All + 1);
        if (isMissed)
        {
            Missed++;
            Fault(verdict, day, $"a look found nothing: {words}");
        }

        if (isNoise)
        {
            Noise++;
            Fault(verdict, day, $"a look found something: {words}");
        }
    }

    /// <summary>A day begins.</summary>
    public void Begin(ReplayVerdict verdict, Claim claim)
    {
        VerdictDays++;
        if (verdict.WrongSince is not { } since)
        {
            _wrong.Remove(verdict.Number);
            _known.Remove(verdict.Number);
        }
        else if (!_known.Contains(verdict.Number))
        {
            _wrong.TryAdd(verdict.Number, new ReplayWrong(since, claim.NextCheckDueAt ?? DateTime.MaxValue));
        }
    }

    /// <summary>What is wrong is known to be: a person has been asked, or readers are told.</summary>
    public void Find(ReplayVerdict verdict, int day, DateTime now)
    {
        if (!_wrong.Remove(verdict.Number, out var wrong))
            return;
        _known.Add(verdict.Number);
        var isLate = IsLate(verdict, day, wrong, now);
        Changes = (Changes.Found + 1, Changes.Late + (isLate ? 1 : 0));
        _waited.Add(day - wrong.Since);
        if (isLate)
            Fault(verdict, day, $"found {day - wrong.Since} days after it became wrong, due on {wrong.Due:yyyy-MM-dd}");
    }

    /// <summary>A day ends with the claim as readers see it.</summary>
    public void End(ReplayVerdict verdict, int day, Claim claim, DateTime now)
    {
        if (!_wrong.TryGetValue(verdict.Number, out var wrong))
            return;
        if (claim.InDoubtSince is not null || claim.UnderRecheck)
        {
            Find(verdict, day, now);
        }
        else if (IsLate(verdict, day, wrong, now) && claim.FreshnessAt(now) == Freshness.Fresh)
        {
            FreshWhileWrong++;
            Fault(verdict, day, $"fresh, and wrong since day {wrong.Since}");
        }
    }

    public void Print(string what, DateTime now)
    {
        Table.Row(
            $"{what}: looks that say what the sources say",
            $"{Looks.Right:N0} of {Looks.All:N0}",
            "",
            $"{_unreadable:N0} more tries could not read their page"
        );
        Table.Row($"{what}: looks that found nothing though the version was wrong (± 1 %)", $"{Missed:N0}", "0");
        Table.Row($"{what}: looks that found something though the sources say the same", $"{Noise:N0}");
        Table.Row(
            $"{what}: versions that became wrong and were found",
            $"{Changes.Found:N0}, {Changes.Late:N0} of them after the interval in force; {_wrong.Count:N0} not found at the end, of which {_wrong.Values.Count(wrong => wrong.Due < now):N0} were due",
            "none late"
        );
        if (_waited.Count > 0)
            Table.Row($"{what}: days from wrong to found", $"median {Median(_waited)}, most {_waited.Max()}");
        Table.Row(
            $"{what}: days on which a claim was fresh while wrong beyond that",
            $"{FreshWhileWrong:N0} of {VerdictDays:N0}",
            "0"
        );
        foreach (var cause in Enum.GetValues<ReplayCause>())
        {
            var aWeek = _tasks.GetValueOrDefault(cause) * 700.0 / Math.Max(1, VerdictDays);
            Table.Row(
                $"{what}: person tasks per 100 verdicts a week, {cause}",
                aWeek.ToString("0.0", CultureInfo.InvariantCulture),
                "",
                $"{_tasks.GetValueOrDefault(cause):N0} in all"
            );
        }

        foreach (var fault in _faults.Take(Shown))
            Console.WriteLine($"| e.g. | {fault.ReplaceLineEndings(" ")} | | |");
    }

    // What falls due while a page cannot be read is due on the first day on which it can.
    private static bool IsLate(ReplayVerdict verdict, int day, ReplayWrong wrong, DateTime now)
    {
        var due = Math.Max(wrong.Since, day - (int)(now.Date - wrong.Due.Date).TotalDays);
        while (due < day && verdict.Sources.Any(source => source.AnswerOn(due) != ReplayAnswer.Page))
            due++;
        return day > due;
    }

    private void Fault(ReplayVerdict verdict, int day, string what) =>
        _faults.Add(
            $"{verdict.Date(day)}, verdict {verdict.Number} ({verdict.Kind}, style {verdict.Sources[0].StyleOn(day)}): {what}"
        );

    private static int Median(List<int> some) => some.Order().ElementAt(some.Count / 2);
}
