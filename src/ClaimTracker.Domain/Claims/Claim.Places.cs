namespace ClaimTracker.Domain;

/// <content>Confirming where a quote stands on its page.</content>
public sealed partial class Claim
{
    /// <summary>
    /// Why a person may not confirm the place; null where the person may. What the public verdict is watched by is changed only
    /// by an editor who is no author of it.
    /// </summary>
    /// <param name="evidence">Whose place.</param>
    /// <param name="isGround">Whether the public verdict stands on it.</param>
    /// <param name="by">Who would confirm it.</param>
    public Refusal? NotForPlace(Evidence evidence, bool isGround, Actor by) =>
        evidence.WithdrawnAt is not null
            ? new Refusal("withdrawn", $"{evidence.WithdrawnBy} has withdrawn this evidence; nothing looks at its page any more.")
        : !isGround ? null
        : Authorship.BarEditor(PublishedVerdict!, by, "The public verdict is watched by this place", "confirms it");

    /// <summary>
    /// Confirms that the quote stands at the place of this mark. It is no part of what an approver reads: approvals stay.
    /// </summary>
    public Result ConfirmPlace(Evidence evidence, string? mark, Actor by, DateTime now)
    {
        if (NotForPlace(evidence, IsGround(evidence), by) is { } refusal)
            return new Result(refusal);
        if (evidence.Places?.All.FirstOrDefault(place => place.Mark() == mark) is not { } place)
        {
            return Result.Refused(
                "place",
                "The page was read again meanwhile and the quote stands at other places now; look at them below and choose again."
            );
        }

        evidence.ConfirmPlace(place, by.Name, now);
        return Result.Ok;
    }
}
