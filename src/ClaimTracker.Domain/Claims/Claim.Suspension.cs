using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <content>
/// Taking a verdict off at once, and what readers are not given since. The version's status stays Published: what is held to it,
/// looked at and checked again goes on.
/// </content>
public sealed partial class Claim
{
    /// <summary>What stands in the place of a wording that is withheld.</summary>
    public const string WithheldWording = "A claim whose wording is withheld";

    /// <summary>The texts of this version and of all before it are withheld from readers; null where none is.</summary>
    public int? WithheldThrough { get; private set; }

    /// <summary>True where the wording, and the sentences of articles that it stands in, are withheld too.</summary>
    public bool WordingWithheld { get; private set; }

    /// <summary>Who withheld what is withheld: somebody else says that it may be read again.</summary>
    public string? WithheldBy { get; private set; }

    /// <summary>Loaded wherever one is begun or ended: at least the one that has not ended.</summary>
    public List<Suspension> Suspensions { get; } = [];

    /// <summary>The suspension that has not ended; null where none is open.</summary>
    public Suspension? OpenSuspension => Suspensions.Find(s => s.EndedAt is null);

    /// <summary>True where a version is in force: it is public, or it is suspended and may be so again.</summary>
    public bool IsInForce => Publication is Publication.Published or Publication.Suspended;

    /// <summary>The claims with such a version, for queries.</summary>
    public static readonly Expression<Func<Claim, bool>> InForce = claim =>
        claim.Publication == Publication.Published || claim.Publication == Publication.Suspended;

    /// <summary>True where readers are not given what that version says.</summary>
    public bool Withholds(int version) => Publication == Publication.Suspended || version <= WithheldThrough;

    /// <summary>
    /// Takes the verdict off at once: no text of any version is given to readers, nor the wording where
    /// <paramref name="withWording"/> says so. One editor may, an author of the version too. Of a verdict that was retracted,
    /// the texts that may be read are withheld again.
    /// </summary>
    public Result Suspend(string? why, bool withWording, Actor by, DateTime now)
    {
        if (!by.Is(Roles.Editor))
            return Result.Refused("wrong-role", "An editor suspends a verdict.");
        if (VerdictVersion is not { } version || Publication == Publication.Unpublished)
            return Result.Refused("not-published", "There is no published verdict to suspend.");
        if (string.IsNullOrWhiteSpace(why))
            return Result.Refused("reason", "Say why it is suspended: whoever decides what becomes of it reads that.");
        if (Withholds(version) && (WordingWithheld || !withWording))
        {
            return Result.Refused(
                "withheld-already",
                $"{WithheldBy} has withheld it already{(WordingWithheld ? ", and its wording too" : "")}."
            );
        }

        if (OpenSuspension is { } open)
        {
            open.Add(why.Trim(), by.Name);
        }
        else
        {
            Suspensions.Add(new Suspension(version, why.Trim(), by.Name, now) { WithheldBefore = WithheldThrough });
            WithheldBy = by.Name;
        }

        WithheldThrough = version;
        WordingWithheld |= withWording;
        if (Publication == Publication.Published)
            Publication = Publication.Suspended;
        return Result.Ok;
    }

    /// <summary>
    /// Why somebody may not decide what becomes of the suspended verdict; null for an editor who neither suspended it nor is an
    /// author of the version.
    /// </summary>
    public Refusal? NotToDecideSuspension(Actor by)
    {
        if (Publication != Publication.Suspended || PublishedVerdict is not { } published)
            return new Refusal("not-suspended", "This verdict is not suspended.");
        const string Why = "The verdict is suspended";

        // Not loaded is not known: nobody is let through then.
        if (OpenSuspension is not { } open)
            return new Refusal("suspension", $"{Why}; by whom was not read, so that nobody may decide what becomes of it now.");
        if (PersonName.Same(open.By, by.Name))
            return new Refusal("own-suspension", $"{Why}, and you suspended it: another editor decides what becomes of it.");
        return Authorship.BarEditor(published, by, Why, "decides what becomes of it");
    }

    /// <summary>
    /// Gives the texts back to readers. It verifies nothing and moves no date: a verdict that is due or in doubt stays so.
    /// </summary>
    public Result Restore(Actor by, DateTime now)
    {
        if (NotToDecideSuspension(by) is { } refusal)
            return new Result(refusal);
        var open = Opened();
        Publication = Publication.Published;
        (WithheldThrough, WordingWithheld) = (open.WithheldBefore, false);
        open.End(SuspensionEnd.Restored, by.Name, now);
        return Result.Ok;
    }

    /// <summary>Retracts the suspended verdict; its texts stay withheld.</summary>
    public Result RetractSuspended(string? why, Actor by, DateTime now) =>
        NotToDecideSuspension(by) is { } refusal ? new Result(refusal) : Retract(why ?? "", by.Name, now);

    /// <summary>
    /// Why somebody may not let readers read again what stayed withheld of versions that are public no more; null for an editor
    /// who did not withhold it.
    /// </summary>
    public Refusal? NotToLetRead(Actor by) =>
        Publication == Publication.Suspended
            ? new Refusal("suspended", "The verdict is suspended: whoever decides what becomes of it gives its texts back.")
        : WithheldThrough is null && !WordingWithheld ? new Refusal("not-withheld", "Nothing of this claim is withheld.")
        : !by.Is(Roles.Editor) ? new Refusal("wrong-role", "An editor says that a withheld text may be read again.")
        : PersonName.Same(WithheldBy, by.Name)
            ? new Refusal("own-suspension", "You withheld it: another editor says that it may be read again.")
        : null;

    /// <summary>Lets readers read again what stayed withheld after a retraction, or after a new version.</summary>
    public Result LetRead(Actor by, DateTime now)
    {
        if (NotToLetRead(by) is { } refusal)
            return new Result(refusal);
        OpenSuspension?.End(SuspensionEnd.Restored, by.Name, now);
        (WithheldThrough, WordingWithheld, WithheldBy) = (null, false, null);
        return Result.Ok;
    }

    /// <summary>
    /// Takes out of a claim that was read for readers, and is not tracked, what they are not given of it. Its versions are theirs
    /// (<see cref="Verdict.WithholdText"/>).
    /// </summary>
    public void WithholdFromReaders()
    {
        if (Publication == Publication.Suspended)
            Rating = null;
        if (WordingWithheld)
            (Wording, Details) = (WithheldWording, new ClaimDetails());
        LinkedTo?.WithholdFromReaders();
    }

    // A version that nobody but the suspender approved takes the place of the other and is withheld like it.
    private void EndSuspensionBy(Verdict version, IReadOnlyList<string> approvers, DateTime now)
    {
        if (Publication == Publication.Suspended)
        {
            var open = Opened();
            if (approvers.FirstOrDefault(name => !PersonName.Same(name, open.By)) is not { } other)
            {
                WithheldThrough = version.Version;
                return;
            }

            open.End(SuspensionEnd.NewVersion, other, now);
        }

        OpenSuspension?.End(SuspensionEnd.NewVersion, approvers[0], now);
        WordingWithheld = false;
        Publication = Publication.Published;
    }

    // What was retracted stays withheld until somebody else says that it may be read.
    private void WithholdRetracted(int version, string by, DateTime now)
    {
        if (Publication == Publication.Suspended)
            Opened().End(SuspensionEnd.Retracted, by, now);
        else
            WithheldBy = by;
        WithheldThrough = version;
    }

    private Suspension Opened() =>
        OpenSuspension
        ?? throw new InvalidOperationException(
            $"Claim {Id} is suspended, and its suspension is not loaded; load it before it is decided on."
        );
}
