namespace ClaimTracker.Domain;

/// <content>Saying whether what a source says can come to differ.</content>
public sealed partial class Claim
{
    /// <summary>
    /// Why a person may not say that this is the source's nature; null where they may. Whoever added it may only make it say
    /// less, an editor either way; of what the public verdict stands on, an editor who is no author of that verdict.
    /// </summary>
    /// <param name="evidence">The source.</param>
    /// <param name="nature">What they would say.</param>
    /// <param name="isGround">Whether the public verdict stands on it.</param>
    /// <param name="by">Who would say it.</param>
    public Refusal? NotForNature(Evidence evidence, SourceNature nature, bool isGround, Actor by)
    {
        if (evidence.WithdrawnAt is not null)
        {
            return new Refusal(
                "withdrawn",
                $"{evidence.WithdrawnBy} has withdrawn this evidence; nothing looks at its page any more."
            );
        }

        if (nature != SourceNature.Frozen && evidence.Host is null)
            return new Refusal("nature", "What has no address cannot be looked at, so it is frozen.");
        if (isGround)
            return Authorship.BarEditor(PublishedVerdict!, by, "The public verdict stands on this source", "says what it is");

        var isLess = evidence.Nature is { } now && nature > now;
        return by.Is(Roles.Editor) || (PersonName.Same(evidence.AddedBy, by.Name) && isLess)
            ? null
            : new Refusal(
                "nature",
                "Whoever added a source may say that it is dated or frozen; that it is kept up to date, an editor says."
            );
    }

    /// <summary>Says what a source is. It is no part of what an approver reads: approvals stay.</summary>
    public Result SayNature(Evidence evidence, SourceNature nature, Actor by, RecheckPolicy policy, DateTime now)
    {
        if (NotForNature(evidence, nature, IsGround(evidence), by) is { } refusal)
            return new Result(refusal);
        evidence.SayNature(nature, by.Name);
        if (Publication != Publication.Published || !IsGround(evidence))
            return Result.Ok;

        // What a machine verified stands no longer for that: where none can look any more, a person does when it would have.
        if (LastVerifier == Verifier.Machine && NextCheckDueAt < PersonDueAt && !Round.MayVerify(PublishedVerdict!))
            (PersonDueAt, PersonStaleAt) = (NextCheckDueAt, NextCheckDueAt + policy.StaleAfter);
        ScheduleNext(policy, VerifiedAt(now) ?? now);
        return Result.Ok;
    }
}
