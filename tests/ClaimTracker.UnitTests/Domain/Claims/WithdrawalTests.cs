using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>What a public verdict stands on is changed only with an editor who is no author of it.</summary>
public sealed class WithdrawalTests
{
    private static readonly DateTime Now = DomainDesk.Now;
    private static readonly Actor FactChecker = DomainDesk.Person("c", Roles.FactChecker);
    private static readonly Actor Editor = DomainDesk.Person("e", Roles.Editor);
    private static readonly Actor AuthorAndEditor = DomainDesk.Person("a", Roles.FactChecker, Roles.Editor);

    [Fact]
    public void A_fact_checker_alone_takes_no_ground_from_a_public_verdict()
    {
        var claim = Published();
        Assert.Equal(Withdrawal.AskedFor, claim.WithdrawEvidence(claim.Evidence[0], "It was forged.", FactChecker, Now).Value);
        Assert.True(claim.Evidence[0].Counts);
        claim.ConfirmWithdrawal(claim.Evidence[0], FactChecker, Now).MustBeRefused("wrong-role");
        claim.ConfirmWithdrawal(claim.Evidence[0], Editor, Now).MustBeOk();
        Assert.False(claim.Evidence[0].Counts);
        Assert.Equal(
            ("e", "c", "It was forged."),
            (claim.Evidence[0].WithdrawnBy, claim.Evidence[0].WithdrawalAskedBy, claim.Evidence[0].WithdrawalReason)
        );
        Assert.Contains(claim.Evidence[0], claim.PublishedVerdict!.Evidence);
    }

    [Fact]
    public void An_author_who_is_an_editor_asks_and_does_not_confirm()
    {
        var claim = Published();
        Assert.Equal(
            Withdrawal.AskedFor,
            claim.WithdrawEvidence(claim.Evidence[0], "It was forged.", AuthorAndEditor, Now).Value
        );
        claim.ConfirmWithdrawal(claim.Evidence[0], AuthorAndEditor, Now).MustBeRefused("own-verdict");
        claim.KeepEvidence(claim.Evidence[0], AuthorAndEditor).MustBeRefused("own-verdict");
    }

    [Fact]
    public void An_editor_who_is_no_author_does_it_herself_with_a_reason()
    {
        var claim = Published();
        Assert.Equal("reason", claim.WithdrawEvidence(claim.Evidence[0], " ", Editor, Now).Refusal?.Code);
        Assert.Equal(Withdrawal.Done, claim.WithdrawEvidence(claim.Evidence[0], "It was forged.", Editor, Now).Value);
    }

    [Fact]
    public void A_request_that_is_turned_down_can_be_made_again_and_is_decided_once()
    {
        var claim = Published();
        claim.WithdrawEvidence(claim.Evidence[0], "It was forged.", FactChecker, Now);
        Assert.Equal(
            "withdrawal-asked",
            claim.WithdrawEvidence(claim.Evidence[0], "I think so too.", FactChecker, Now).Refusal?.Code
        );
        claim.KeepEvidence(claim.Evidence[0], Editor).MustBeOk();
        claim.ConfirmWithdrawal(claim.Evidence[0], Editor, Now).MustBeRefused("not-asked");
        Assert.Equal(
            Withdrawal.AskedFor,
            claim.WithdrawEvidence(claim.Evidence[0], "See the court's ruling.", FactChecker, Now).Value
        );
    }

    [Fact]
    public void What_a_proposal_alone_stands_on_anybody_of_the_desk_withdraws_and_is_an_author()
    {
        var claim = DomainDesk.Proposed("register", "court");
        Assert.Equal(Withdrawal.Done, claim.WithdrawEvidence(claim.Evidence[0], null, FactChecker, Now).Value);
        Assert.True(claim.ProposedVerdict!.IsAuthor("c"));
    }

    [Fact]
    public void Confirming_makes_an_author_of_the_next_version_that_stood_on_it_too()
    {
        var claim = Published();
        claim.ProposeBy("b", "A later text.");
        claim.ApproveBy("e").MustBeOk();
        claim.WithdrawEvidence(claim.Evidence[0], "It was forged.", FactChecker, Now);
        Assert.Equal(["b"], claim.ProposedVerdict!.AuthorNames);
        claim.ConfirmWithdrawal(claim.Evidence[0], Editor, Now).MustBeOk();
        Assert.True(claim.ProposedVerdict.IsAuthor("e"));
        Assert.Empty(claim.ProposedVerdict.ValidApprovers);
    }

    [Fact]
    public void Evidence_added_after_publication_belongs_to_the_next_version()
    {
        var claim = Published();
        claim.AddEvidence(DomainDesk.Source("paper", "c"), Now).MustBeOk();
        Assert.DoesNotContain(claim.Evidence[^1], claim.PublishedVerdict!.Evidence);
        Assert.False(claim.IsGround(claim.Evidence[^1]));
        Assert.Contains(claim.Evidence[^1], claim.ProposeBy("b", "A later text.").Evidence);
    }

    private static Claim Published()
    {
        var claim = DomainDesk.Proposed("register", "court");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith(2).MustBeOk();
        return claim;
    }
}
