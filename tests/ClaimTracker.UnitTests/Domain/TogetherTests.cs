using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain;

public sealed class TogetherTests
{
    private static readonly Actor Ada = DomainDesk.Person("ada", Roles.FactChecker);

    private long _last;

    [Fact]
    public void A_link_leads_only_to_a_published_verdict()
    {
        var target = new PublishedClaim().Claim;
        Assert.Equal("link-unpublished", InTriage().LinkTo(InTriage(), Ada, Start).Refusal?.Code);
        Must(InTriage().LinkTo(Numbered(target), Ada, Start));

        Must(target.Retract("Wrong.", "ed", Start));
        Assert.Equal("link-unpublished", InTriage().LinkTo(target, Ada, Start).Refusal?.Code);
    }

    [Fact]
    public void A_claim_with_a_public_verdict_is_linked_by_an_editor_who_is_no_author_of_it()
    {
        var (claim, target) = (Numbered(new PublishedClaim().Claim), Numbered(new PublishedClaim().Claim));
        var author = DomainDesk.Person("ada", Roles.FactChecker, Roles.Editor);
        Assert.Equal("wrong-role", claim.LinkTo(target, Ada, Start).Refusal?.Code);
        Assert.Equal("own-verdict", claim.LinkTo(target, author, Start).Refusal?.Code);
        Assert.Equal((null, Publication.Published), (claim.LinkedTo, claim.Publication));
        Must(claim.LinkTo(target, DomainDesk.Person("eve", Roles.Editor), Start));
    }

    [Fact]
    public void A_query_for_what_readers_see_finds_what_the_claim_says_of_itself()
    {
        var (published, triage, underReview) = (new PublishedClaim().Claim, InTriage(), InTriage());
        Must(underReview.Accept(Start));
        var retracted = new PublishedClaim().Claim;
        Must(retracted.Retract("Wrong.", "ed", Start));
        foreach (var shown in new[] { true, false })
        {
            Assert.Equal(
                new[] { true, false, shown, true },
                new[] { published, triage, underReview, retracted }.Select(Claim.SeenByReaders(shown).Compile())
            );
            Assert.All(
                new[] { published, triage, underReview, retracted },
                claim => Assert.Equal(Claim.SeenByReaders(shown).Compile()(claim), claim.IsSeenByReaders(shown))
            );
        }
    }

    [Fact]
    public void A_query_for_whom_a_person_is_due_finds_what_the_claim_says_of_itself()
    {
        var claim = new PublishedClaim().Claim;
        foreach (var at in new[] { -400, 0, 20, 90, 400 }.Select(days => Start.AddDays(days)))
            Assert.Equal(claim.IsPersonDue(at), Claim.PersonDue(at).Compile()(claim));
        Assert.True(claim.IsPersonDue(Start.AddDays(-400)), "a decision of a clock that ran ahead counts as none");
    }

    [Fact]
    public void A_claim_in_triage_folds_into_another_unchecked_one_and_splits_off_whole()
    {
        var (claim, other) = (InTriage(), InTriage());

        Must(claim.FoldInto(other, holdsOthers: false, Start));
        Assert.Equal((other, Stage.Folded, false), (claim.FoldedInto, claim.Stage, claim.Listed));
        Assert.Equal("folded", claim.LinkTo(Numbered(new PublishedClaim().Claim), Ada, Start).Refusal?.Code);
        Assert.Equal("not-in-triage", claim.Accept(Start).Refusal?.Code);

        Must(claim.Split(Start.AddDays(1)));
        Assert.Equal((null, Stage.Triage), (claim.FoldedInto, claim.Stage));
        Assert.Equal("not-folded", claim.Split(Start).Refusal?.Code);
    }

    [Fact]
    public void Nothing_else_is_folded_and_into_nothing_else()
    {
        var published = Numbered(new PublishedClaim().Claim);
        var declined = InTriage();
        Must(declined.Decline("Too vague.", Start));
        var under = InTriage();
        Must(under.Accept(Start));
        var (folded, linked, plain) = (InTriage(), InTriage(), InTriage());
        Must(folded.FoldInto(plain, false, Start));
        Must(linked.LinkTo(published, Ada, Start));

        Assert.Equal("fold-self", plain.FoldInto(plain, false, Start).Refusal?.Code);
        Assert.Equal("fold-chain", InTriage().FoldInto(folded, false, Start).Refusal?.Code);
        Assert.Equal("fold-holds", plain.FoldInto(InTriage(), holdsOthers: true, Start).Refusal?.Code);
        Assert.Equal("fold-linked", InTriage().FoldInto(linked, false, Start).Refusal?.Code);
        Assert.Equal("fold-published", InTriage().FoldInto(published, false, Start).Refusal?.Code);
        Assert.Equal("fold-closed", InTriage().FoldInto(declined, false, Start).Refusal?.Code);
        Assert.Equal("not-in-triage", under.FoldInto(InTriage(), false, Start).Refusal?.Code);
        Assert.Equal("not-in-triage", published.FoldInto(InTriage(), false, Start).Refusal?.Code);
        Must(InTriage().FoldInto(under, false, Start));
        Must(published.Retract("Wrong.", "ed", Start));
        Assert.Equal("fold-closed", InTriage().FoldInto(published, false, Start).Refusal?.Code);
    }

    private Claim InTriage()
    {
        const string Wording = "The dam is full.";
        return Numbered(
            new Claim(
                Wording,
                "count",
                0.9,
                new ClaimDetails(),
                new Appearance(new Article("Dam", "Courier", Wording, Start, "ada"), 0, Wording.Length),
                Start
            )
        );
    }

    private Claim Numbered(Claim claim)
    {
        typeof(Claim).GetProperty(nameof(Claim.Id))!.SetValue(claim, ++_last);
        return claim;
    }
}
