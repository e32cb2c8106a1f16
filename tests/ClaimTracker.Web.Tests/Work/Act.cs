using FsCheck;
using FsCheck.Fluent;

namespace ClaimTracker.Web.Tests.Work;

/// <summary>What somebody tries to do to a claim; most of it is refused most of the time.</summary>
public enum Deed
{
    Start,
    Propose,
    Edit,
    Reword,
    AddEvidence,
    Withdraw,
    Confirm,
    Approve,
    SendBack,
    Hold,
    Release,
    Look,
}

/// <summary>One try: who (of four), and which text, source, workflow or outcome is meant.</summary>
public sealed record Act(Deed Deed, int Person, int Value)
{
    /// <summary>Sequences of tries. Each begins as claims do, so that many come as far as publication.</summary>
    public static Arbitrary<Act[]> Sequences
    {
        get
        {
            var deeds = Gen.Frequency(
                (1, Gen.Constant(Deed.Start)),
                (3, Gen.Constant(Deed.Propose)),
                (3, Gen.Constant(Deed.Edit)),
                (2, Gen.Constant(Deed.Reword)),
                (2, Gen.Constant(Deed.AddEvidence)),
                (2, Gen.Constant(Deed.Withdraw)),
                (1, Gen.Constant(Deed.Confirm)),
                (7, Gen.Constant(Deed.Approve)),
                (1, Gen.Constant(Deed.SendBack)),
                (1, Gen.Constant(Deed.Hold)),
                (1, Gen.Constant(Deed.Release)),
                (2, Gen.Constant(Deed.Look))
            );
            var one =
                from deed in deeds
                from person in Gen.Choose(0, 3)
                from value in Gen.Choose(0, 3)
                select new Act(deed, person, value);
            var begun =
                from start in Gen.Choose(0, 2)
                from proposer in Gen.Choose(0, 1)
                from rest in one.ArrayOf(14)
                select (Act[])
                    [
                        new(Deed.AddEvidence, 0, 0),
                        new(Deed.AddEvidence, 1, 1),
                        new(Deed.Start, 0, start),
                        new(Deed.Propose, proposer, 0),
                        .. rest,
                    ];
            return begun.ToArbitrary();
        }
    }
}
