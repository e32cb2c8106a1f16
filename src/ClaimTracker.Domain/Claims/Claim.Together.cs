namespace ClaimTracker.Domain;

/// <content>Claims that say the same. A link leads to a verdict; a fold makes two that nobody has checked one. Both are undone
/// without loss.</content>
public sealed partial class Claim
{
    /// <summary>The claim with a public verdict that this one repeats.</summary>
    public long? LinkedToId { get; private set; }

    public Claim? LinkedTo { get; private set; }

    /// <summary>The claim that this one was folded into before anybody had checked either.</summary>
    public long? FoldedIntoId { get; private set; }

    public Claim? FoldedInto { get; private set; }

    /// <summary>
    /// Says that this claim repeats <paramref name="other"/>, which has a public verdict. Both keep theirs; <see cref="Unlink"/>
    /// undoes it. Where readers have a verdict of this one, it takes an editor who is no author of it.
    /// </summary>
    public Result LinkTo(Claim other, Actor by, DateTime now)
    {
        if (IsSame(other))
            return Result.Refused("link-self", "A claim cannot be linked to itself.");
        if (FoldedIntoId is not null || FoldedInto is not null)
            return Result.Refused("folded", "This claim is folded into another one; split it off before you link it.");
        if (other.LinkedToId is not null || other.LinkedTo is not null)
            return Result.Refused("link-chain", "That claim is itself linked to another one; link to that one.");
        if (other.Publication != Publication.Published)
        {
            return Result.Refused(
                "link-unpublished",
                other.Publication == Publication.Suspended
                    ? $"A link leads to a published verdict, and that of “{other.Wording}” is suspended."
                    : $"A link leads to a published verdict, and “{other.Wording}” has none. While nobody has checked either, fold this one into it in triage instead."
            );
        }

        const string Why = "This claim has a public verdict, and a link sends its readers to another";
        if (IsInForce)
        {
            // Not loaded is not known: nobody is let through then.
            if (PublishedVerdict is not { } published)
                return Result.Refused("own-verdict", $"{Why}; which one it is was not read, so that nobody may link it now.");
            if (Authorship.BarEditor(published, by, Why, "links it") is { } barred)
                return new Result(barred);
        }

        LinkedTo = other;
        LinkedToId = other.Id;
        EnterStage(Stage.Linked, now);
        return Result.Ok;
    }

    /// <summary>Takes a link back: the claim is in triage again, with everything it had.</summary>
    public Result Unlink(DateTime now)
    {
        if (LinkedToId is null)
            return Result.Refused("not-linked", "This claim is not linked to another one.");
        LinkedTo = null;
        LinkedToId = null;
        EnterStage(Publication == Publication.Unpublished ? Stage.Triage : Stage.Published, now);
        return Result.Ok;
    }

    /// <summary>
    /// Makes this claim, which waits in triage, one with <paramref name="other"/>, which nobody has checked either.
    /// <see cref="Split"/> undoes it.
    /// </summary>
    /// <param name="other">Where its appearances show from now on.</param>
    /// <param name="holdsOthers">True where other claims are folded into this one.</param>
    /// <param name="now">The instant.</param>
    public Result FoldInto(Claim other, bool holdsOthers, DateTime now)
    {
        if (IsSame(other))
            return Result.Refused("fold-self", "A claim cannot be folded into itself.");
        if (Stage is not (Stage.New or Stage.Triage) || Publication != Publication.Unpublished)
            return Result.Refused("not-in-triage", $"Only a claim in triage is folded; the stage of this one is {Stage}.");
        if (other.FoldedIntoId == Id)
        {
            return Result.Refused(
                "fold-chain",
                "That claim is folded into this one; split it off before this one is folded into it."
            );
        }

        if (other.FoldedIntoId is not null || other.FoldedInto is not null)
        {
            return Result.Refused(
                "fold-chain",
                $"That claim is itself folded into claim {other.FoldedIntoId}; fold this one into that."
            );
        }

        if (other.LinkedToId is not null || other.LinkedTo is not null)
        {
            return Result.Refused(
                "fold-linked",
                $"That claim is linked to claim {other.LinkedToId}, which has a verdict; link this one to it."
            );
        }

        if (other.IsInForce)
        {
            return Result.Refused(
                "fold-published",
                $"“{other.Wording}” has a published verdict: link this one to it. Only claims that nobody has checked are folded."
            );
        }

        if (other.Publication != Publication.Unpublished || other.Stage == Stage.Declined)
        {
            return Result.Refused(
                "fold-closed",
                $"“{other.Wording}” is {(other.Stage == Stage.Declined ? "declined" : "retracted")}, so that nobody would check this one with it."
            );
        }

        if (holdsOthers)
        {
            return Result.Refused(
                "fold-holds",
                "Other claims are folded into this one. Fold that claim into this one instead, or split these off first."
            );
        }

        FoldedInto = other;
        FoldedIntoId = other.Id;
        EnterStage(Stage.Folded, now);
        return Result.Ok;
    }

    /// <summary>
    /// Takes a fold back, whatever became of the other claim: this one is in triage again, with everything it had.
    /// </summary>
    public Result Split(DateTime now)
    {
        if (FoldedIntoId is null)
            return Result.Refused("not-folded", "This claim is not folded into another one.");
        FoldedInto = null;
        FoldedIntoId = null;
        EnterStage(Stage.Triage, now);
        return Result.Ok;
    }

    private bool IsSame(Claim other) => other == this || other.Id == Id;
}
