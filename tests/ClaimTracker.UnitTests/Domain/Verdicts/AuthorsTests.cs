using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Verdicts;

/// <summary>Who is an author of a version, and what an author may not do.</summary>
public sealed class AuthorsTests
{
    private static readonly DateTime Now = DomainDesk.Now;

    [Fact]
    public void The_proposer_is_the_one_author_of_a_new_proposal()
    {
        Assert.Equal(["a"], DomainDesk.Proposed().ProposedVerdict!.AuthorNames);
    }

    [Fact]
    public void Rejects_the_approval_of_ones_own_verdict() => DomainDesk.Proposed().ApproveBy("a").MustBeRefused("own-verdict");

    // Today's way round the rule: one name was kept, and the last one won.
    [Fact]
    public void Rejects_the_approval_of_ones_own_text_after_somebody_else_saved_it()
    {
        var claim = DomainDesk.Proposed();
        claim.ProposedVerdict!.Edit("false", "All of it is rewritten by the editor.", "e", Now).MustBeOk();
        claim.ProposedVerdict.Edit("false", "All of it is rewritten by the editor. ", "f", Now).MustBeOk();
        claim.ProposedVerdict.Edit("false", "All of it is rewritten by the editor. And a word.", "f", Now).MustBeOk();
        claim.ApproveBy("e").MustBeRefused("own-verdict");
        claim.ApproveBy("f").MustBeRefused("own-verdict");
        claim.ApproveBy("g").MustBeOk();
        Assert.Equal(["a", "e", "f"], claim.ProposedVerdict.AuthorNames);
    }

    [Theory]
    [InlineData("e", false, "f")]
    [InlineData("A", true, "e f")]
    [InlineData("x", false, "e f")]
    public void Says_before_a_change_who_could_approve_after_it_and_is_right(string by, bool isAuthorAlready, string left)
    {
        var claim = DomainDesk.Proposed();
        var after = Authorship.AfterChangeBy(claim.ProposedVerdict!, by, ["a", "e", "f"]);
        Assert.Equal((isAuthorAlready, left), (after.IsAuthorAlready, string.Join(' ', after.MayApprove)));
        Assert.Equal(["a"], after.Authors);

        claim.ProposedVerdict!.Edit("true", "The register says 800, and so does another.", by, Now).MustBeOk();
        foreach (var name in new[] { "a", "e", "f" })
            Assert.Equal(after.MayApprove.Contains(name), claim.ApproveBy(name).IsOk);
    }

    [Theory]
    [InlineData("The register says 800.\n")]
    [InlineData("  The register says 800.  ")]
    [InlineData("The register says 800.\r\n\r\n")]
    public void Saving_without_a_change_makes_nobody_an_author_and_voids_nothing(string text)
    {
        var claim = DomainDesk.Proposed();
        claim.ApproveBy("e").MustBeOk();
        var mark = claim.ProposalMark;
        claim.ProposedVerdict!.Edit("true", text, "f", Now).MustBeOk();
        Assert.Equal(["a"], claim.ProposedVerdict.AuthorNames);
        Assert.Equal(["e"], claim.ProposedVerdict.ValidApprovers);
        Assert.Equal(mark, claim.ProposalMark);
    }

    [Theory]
    [InlineData("one\r\ntwo", "one\ntwo", true)]
    [InlineData("one  \ntwo", "one\ntwo\t", true)]
    [InlineData("one\n\ntwo", "one\ntwo", false)]
    [InlineData("one two", "one  two", false)]
    [InlineData("one.", "one", false)]
    public void Texts_are_the_same_but_for_line_ends_and_blanks_at_them(string one, string other, bool same) =>
        Assert.Equal(same, WrittenText.Same(one, other));

    [Fact]
    public void Rating_rationale_wording_kind_and_evidence_each_make_an_author_and_void_approvals()
    {
        foreach (var (what, change) in Changes)
        {
            var claim = DomainDesk.Proposed("register", "court");
            claim.ApproveBy("e").MustBeOk();
            change(claim).MustBeOk();
            Assert.True(claim.ProposedVerdict!.IsAuthor("f"), what);
            Assert.Empty(claim.ProposedVerdict.ValidApprovers);
            claim.ApproveBy("f").MustBeRefused("own-verdict");
            claim.PublishWith().MustBeRefused("approvals");
            claim.ApproveBy("e").MustBeOk();
            claim.PublishWith().MustBeOk();
        }
    }

    [Fact]
    public void No_author_turns_a_proposal_down()
    {
        var claim = DomainDesk.Proposed();
        claim.ProposedVerdict!.Edit("false", "Another text.", "e", Now).MustBeOk();
        claim.RejectProposal("a", "Weak.", Now).MustBeRefused("own-verdict");
        claim.RejectProposal("e", "Weak.", Now).MustBeRefused("own-verdict");
        claim.RejectProposal("f", "Weak.", Now).MustBeOk();
    }

    [Fact]
    public void A_new_proposal_has_one_author_whatever_it_takes_over()
    {
        var claim = DomainDesk.Proposed();
        claim.ProposedVerdict!.Edit("true", "The text of e.", "e", Now).MustBeOk();
        claim.AddEvidence(DomainDesk.Source("court", "f"), Now).MustBeOk();
        Assert.Equal(["g"], claim.ProposeBy("g", "The text of e.").AuthorNames);
        claim.ApproveBy("e").MustBeOk();
    }

    [Fact]
    public void Names_that_differ_by_capitals_are_one_person() =>
        DomainDesk.Proposed().ApproveBy("A").MustBeRefused("own-verdict");

    [Fact]
    public void A_version_loaded_without_its_authors_says_so_instead_of_naming_nobody()
    {
        var verdict = (Verdict)Activator.CreateInstance(typeof(Verdict), nonPublic: true)!;
        Assert.Throws<InvalidOperationException>(() => verdict.IsAuthor("a"));
        Assert.Throws<InvalidOperationException>(() => verdict.AuthorNames);
    }

    private static IEnumerable<(string What, Func<Claim, Result> Make)> Changes =>
        [
            ("rating", claim => claim.ProposedVerdict!.Edit("false", claim.ProposedVerdict.Rationale, "f", Now)),
            ("rationale", claim => claim.ProposedVerdict!.Edit("true", "Another text.", "f", Now)),
            ("wording", claim => claim.Reword("The bridge is 801 metres long.", claim.Kind, "f", Now)),
            ("kind", claim => claim.Reword(claim.Wording, "statistic", "f", Now)),
            ("evidence added", claim => claim.AddEvidence(DomainDesk.Source("paper", "f"), Now)),
            ("evidence withdrawn", claim => claim.WithdrawBy("f", claim.Evidence[1])),
        ];
}
