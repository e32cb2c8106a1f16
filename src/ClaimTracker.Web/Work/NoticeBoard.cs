using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>A notice as it is read.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Wording">The wording of the claim that it is about; null where it is about none.</param>
public sealed record ShownNotice(Notice Notice, string? Wording)
{
    private const int Longest = 120;

    /// <summary>The claim that it is about, shortened; null where the message itself names it, or it is about none.</summary>
    public string? About =>
        string.IsNullOrWhiteSpace(Wording) || Notice.Message.Contains(Wording, StringComparison.Ordinal)
            ? null
            : PlainText.Shorten(Wording, Longest);
}

/// <summary>What the steps of reviews and other people want somebody to know.</summary>
public sealed class NoticeBoard(DeskDb db, Blindness blindness)
{
    private const int Most = 8;

    /// <summary>The latest notices to the person's roles, and to the person, that were not put away yet; newest first.</summary>
    public async Task<IReadOnlyList<ShownNotice>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        var seen = await db.Users.Where(p => p.UserName == actor.Name).Select(p => p.NoticesSeenId).FirstOrDefaultAsync(cancel);
        List<Notice> found = [];
        foreach (var to in actor.ActorRoles.Append(Notice.ToPerson(actor.Name)))
        {
            var (told, _) = await db
                .Notices.AsNoTracking()
                .Where(n => n.Role == to && n.Id > seen)
                .OrderByDescending(n => n.Id)
                .Take(Most)
                .ReadReadableAsync(n => n.Id, notices => notices, cancel);
            found.AddRange(told);
        }

        // A notice may say what others proposed or decided; it is shown once that does no harm.
        var hidden = await blindness.HiddenFromAsync(ClaimsOf(found), actor, cancel);
        List<Notice> shown =
        [
            .. found.Where(n => n.ClaimId is not { } claim || !hidden.Contains(claim)).OrderByDescending(n => n.Id).Take(Most),
        ];

        // Only who is shown it is noted to know it.
        var since = await blindness.ShowAsync(ClaimsOf(shown), actor, cancel);
        shown.RemoveAll(n => n.ClaimId is { } claim && since.Contains(claim));
        var about = ClaimsOf(shown);
        var wordings = await db
            .Claims.Where(c => about.Contains(c.Id))
            .Select(c => new { c.Id, c.Wording })
            .ToDictionaryAsync(c => c.Id, c => c.Wording, cancel);
        return [.. shown.Select(n => new ShownNotice(n, n.ClaimId is { } id ? wordings.GetValueOrDefault(id) : null))];
    }

    private static List<long> ClaimsOf(IEnumerable<Notice> notices) =>
        [.. notices.Select(n => n.ClaimId).OfType<long>().Distinct()];

    /// <summary>Puts away everything up to a notice.</summary>
    public Task<Result> PutAwayAsync(long upTo, Actor actor, CancellationToken cancel) =>
        db.CommitAsync(
            "put notices away",
            Right.Own,
            async _ =>
            {
                var person = await db.Users.SingleAsync(p => p.UserName == actor.Name, cancel);
                person.NoticesSeenId = Math.Max(person.NoticesSeenId, upTo);
                return Result.Ok;
            },
            cancel
        );
}
