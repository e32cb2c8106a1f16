using System.Globalization;
using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <content>Who holds the task, for whom it is kept, and who hands it to whom.</content>
public sealed partial class ReviewTask
{
    /// <summary>Who holds the task: worth nothing after <see cref="LeaseUntil"/>, nor before <see cref="LeasedAt"/>.</summary>
    public string? LeasedBy { get; private set; }

    /// <summary>When the hold was taken or prolonged last, so that its length stands with it.</summary>
    public DateTime? LeasedAt { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>
    /// Whose work it was before, so that it is kept for that person, apart from any lease; null where for nobody, or no more. It
    /// is worth something as <see cref="KeptForAt"/> says.
    /// </summary>
    public string? HeldFor { get; private set; }

    /// <summary>
    /// For whom the task is kept at <paramref name="now"/>, or null: until its deadline, and not for somebody who is barred, nor
    /// once another role was called in.
    /// </summary>
    public string? KeptForAt(DateTime now) => IsKept(HeldFor, EscalatedTo, DueAt, Barred, now) ? HeldFor : null;

    /// <summary>The rule of <see cref="KeptForAt"/>, for whoever has read a task's columns alone.</summary>
    public static bool IsKept(string? heldFor, string? escalatedTo, DateTime? dueAt, IEnumerable<string> barred, DateTime now) =>
        heldFor is not null && escalatedTo is null && !(dueAt <= now) && !PersonName.Among(barred, heldFor);

    /// <summary>
    /// The tasks that are kept for nobody but that person at <paramref name="now"/>, for queries: as <see cref="KeptForAt"/>.
    /// </summary>
    public static Expression<Func<ReviewTask, bool>> NotKeptForAnother(string person, DateTime now) =>
        task =>
            task.HeldFor == null
            || task.HeldFor == person
            || task.EscalatedTo != null
            || task.DueAt <= now
            || task.Barred.Contains(task.HeldFor);

    /// <summary>
    /// Who holds the task at <paramref name="now"/>, or null; a vote is held by nobody, since several people decide it at once.
    /// </summary>
    public string? HolderAt(DateTime now) => !Terms.IsVote && IsHeld(LeasedAt, LeaseUntil, now) ? LeasedBy : null;

    /// <summary>True where that person holds it at <paramref name="now"/>.</summary>
    public bool IsHeldBy(string person, DateTime now) => PersonName.Same(HolderAt(now), person);

    /// <summary>True where a hold lasts at <paramref name="now"/>, for whoever has read a task's columns alone.</summary>
    public static bool IsHeld(DateTime? leasedAt, DateTime? leaseUntil, DateTime now) => Leases.Lasts(leasedAt, leaseUntil, now);

    /// <summary>The tasks that nobody holds at <paramref name="now"/>, for queries.</summary>
    public static Expression<Func<ReviewTask, bool>> FreeAt(DateTime now) => Leases.FreeAt<ReviewTask>(now);

    /// <summary>The tasks that somebody holds at <paramref name="now"/>, for queries: as <see cref="IsHeld"/>.</summary>
    public static Expression<Func<ReviewTask, bool>> HeldAt(DateTime now) => Leases.HeldAt<ReviewTask>(now);

    /// <summary>Keeps the task for a person, until its deadline.</summary>
    public void KeepFor(string person) => HeldFor = person;

    /// <summary>Keeps it for nobody any more.</summary>
    public void KeepForNobody() => HeldFor = null;

    /// <summary>
    /// Takes the task, or prolongs the hold on it; of a vote nothing is held. Refused to whoever may not decide it, and while
    /// somebody else's hold lasts.
    /// </summary>
    public Result Take(Actor actor, TimeSpan length, DateTime now)
    {
        if ((NotFor(actor) ?? HeldByAnother(actor.Name, now)) is { } refusal)
            return new Result(refusal);
        if (!Terms.IsVote)
            Hold(actor.Name, length, now);
        return Result.Ok;
    }

    /// <summary>
    /// Prolongs the hold of whoever holds the task; it is never made shorter, and no hold that has ended comes back.
    /// </summary>
    public void Prolong(string person, TimeSpan length, DateTime now)
    {
        if (Status == ReviewTaskStatus.Open && IsHeldBy(person, now) && LeaseUntil < now + length)
            Hold(LeasedBy!, length, now);
    }

    /// <summary>
    /// Why <paramref name="by"/> cannot act on the task now, where somebody else holds it or it is kept for somebody else; null
    /// where neither is.
    /// </summary>
    public Refusal? HeldByAnother(string by, DateTime now) =>
        HolderAt(now) is { } holder
            ? PersonName.Same(holder, by)
                ? null
                : new Refusal(
                    "leased",
                    $"{holder} is working on “{Title}” until {Until(LeaseUntil!.Value, now)}. It is free again then, or once {holder} lets go of it."
                )
            : KeptForAt(now) is { } kept && !PersonName.Same(kept, by)
                ? new Refusal(
                    "kept",
                    $"“{Title}” is kept for {kept}{(DueAt is { } due ? $" until {Until(due, now)}" : "")}. An editor or an administrator can hand it to somebody else, and {kept} can let go of it."
                )
                : null;

    /// <summary>
    /// Lets go of the task, also of its being kept for that person. Refused as <see cref="NotToRelease"/> has it.
    /// </summary>
    public Result Release(string by)
    {
        if (NotToRelease(by) is { } refusal)
            return new Result(refusal);
        EndLease();
        if (PersonName.Same(HeldFor, by))
            KeepForNobody();
        return Result.Ok;
    }

    /// <summary>Why somebody has nothing of the task to let go of; null for who holds it, or for whom it is kept.</summary>
    public Refusal? NotToRelease(string by) =>
        PersonName.Same(LeasedBy, by) || PersonName.Same(HeldFor, by)
            ? null
            : new Refusal("not-leased", $"You do not hold “{Title}”.");

    /// <summary>
    /// Takes the task off whoever holds it, or for whom it is kept, so that it is free. Refused as <see cref="NotToTakeOff"/> has
    /// it. Handed back is who held it.
    /// </summary>
    public Result<string> TakeOff(Actor by, DateTime now)
    {
        if (NotToTakeOff(by, now) is { } refusal)
            return refusal;
        var holder = HolderAt(now) ?? KeptForAt(now);
        EndLease();
        KeepForNobody();
        return holder!;
    }

    /// <summary>
    /// Why <paramref name="by"/> may not take the task off anybody, or null: as with handing it over, and somebody has to hold
    /// it.
    /// </summary>
    public Refusal? NotToTakeOff(Actor by, DateTime now) =>
        NotToHandOver(by, now)
        ?? ((HolderAt(now) ?? KeptForAt(now)) is null ? new Refusal("not-held", $"Nobody holds “{Title}”.") : null);

    /// <summary>
    /// Why <paramref name="by"/> may not hand the task to anybody, or null. Whoever holds it may, and whoever could take it;
    /// editors and administrators also take it from the person who holds it.
    /// </summary>
    public Refusal? NotToHandOver(Actor by, DateTime now) =>
        NotOpen() is { } closed ? closed
        : Terms.IsVote ? new Refusal("vote", $"“{Title}” is a vote: several people decide it at once, so nobody holds it.")
        : by.Is(Roles.Editor) || by.Is(Roles.Administrator) || IsHeldBy(by.Name, now) ? null
        : HeldByAnother(by.Name, now) ?? NotFor(by);

    /// <summary>Hands the task to one of <paramref name="holders"/> who may decide it, whoever holds it now.</summary>
    /// <param name="by">Who hands it over.</param>
    /// <param name="to">To whom.</param>
    /// <param name="holders">The people who hold its role or the one that it was escalated to.</param>
    /// <param name="length">How long it is held for that person.</param>
    /// <param name="now">The instant.</param>
    public Result HandOver(Actor by, string to, IEnumerable<string> holders, TimeSpan length, DateTime now)
    {
        if (NotToHandOver(by, now) is { } refusal)
            return new Result(refusal);
        if (WhoMayDecide(holders).FirstOrDefault(name => PersonName.Same(name, to)) is not { } person)
        {
            return Result.Refused(
                "not-for-them",
                $"“{Title}” cannot be handed to {(to.Length == 0 ? "nobody" : to)}: choose somebody who holds the role {Role} and is not barred."
            );
        }

        Hold(person, length, now);
        KeepForNobody();
        return Result.Ok;
    }

    // An hour alone would be taken for one of today.
    private static string Until(DateTime end, DateTime now) =>
        end.Date == now.Date ? end.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture) : MomentText.Of(end);

    private void Hold(string person, TimeSpan length, DateTime now)
    {
        LeasedBy = person;
        LeasedAt = now;
        LeaseUntil = now + length;
    }

    private void EndLease()
    {
        LeasedBy = null;
        LeasedAt = null;
        LeaseUntil = null;
    }
}
