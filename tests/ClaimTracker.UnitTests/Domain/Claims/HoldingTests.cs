using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.PublishedClaim;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>Nobody finds that a verdict holds over a passage that it counts and its source does not say any more.</summary>
public sealed class HoldingTests
{
    private static readonly DateTime Later = Start.AddDays(10);
    private static readonly Actor Eve = new("eve", new HashSet<string> { Roles.Editor });

    [Theory]
    [InlineData(RecheckOutcome.Changed, "was found reading differently")]
    [InlineData(RecheckOutcome.Missing, "was not on its page")]
    public void A_passage_that_is_lost_is_named_with_its_place_and_with_what_mends_it(RecheckOutcome outcome, string how)
    {
        var published = new PublishedClaim();
        published.LookAt(outcome, Later);

        var refused = published.Claim.VerifyByPerson("eve", Open(published), Monthly, Later.AddHours(1)).Refusal!;

        Assert.Equal("passage-lost", refused.Code);
        foreach (
            var said in new[]
            {
                "“90 ships a week”",
                "The office of group 1",
                "https://group-1.example/figures",
                how,
                "11 Mar 2026",
                "withdrawal",
                "propose a new version",
            }
        )
        {
            Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal((Start, Later), (published.Claim.LastVerifiedAt, published.Claim.InDoubtSince));
    }

    [Theory]
    [InlineData(RecheckOutcome.Changed)]
    [InlineData(RecheckOutcome.Missing)]
    public void A_new_version_that_counts_it_is_in_doubt_from_its_beginning_and_moves_no_last_verified(RecheckOutcome outcome)
    {
        var published = new PublishedClaim();
        published.LookAt(outcome, Later);

        published.PublishNext(1, "A later count.", Later.AddHours(1));

        var claim = published.Claim;
        Assert.Equal((Start, Later.AddHours(1)), (claim.LastVerifiedAt, claim.InDoubtSince));
        Assert.NotEqual(Freshness.Fresh, claim.FreshnessAt(Later.AddHours(1)));
        Assert.True(claim.NextCheckDueAt <= Start + Monthly.Every);
    }

    [Fact]
    public void A_finding_that_was_not_read_refuses_as_well()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Changed, Later);

        published.Claim.VerifyByPerson("eve", [], Monthly, Later.AddHours(1)).MustBeRefused("passage-lost");
    }

    [Fact]
    public void A_change_at_a_source_that_nobody_noted_refuses_too()
    {
        var published = new PublishedClaim();
        published.Claim.NoteAttempt(RecheckOutcome.Changed, [], "90 became 70.", Monthly, Later);

        published.Claim.VerifyByPerson("eve", Open(published), Monthly, Later).MustBeRefused("passage-lost");
    }

    [Fact]
    public void A_look_that_cannot_read_the_page_brings_nothing_back_and_one_that_sees_the_passage_does()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Missing, Later);
        published.LookAt(RecheckOutcome.Unreachable, Later.AddDays(1));
        published.Claim.VerifyByPerson("eve", Open(published), Monthly, Later.AddDays(1)).MustBeRefused("passage-lost");

        published.LookAt(RecheckOutcome.Unchanged, Later.AddDays(2));

        published.Claim.VerifyByPerson("eve", Open(published), Monthly, Later.AddDays(2)).MustBeOk();
        Assert.Equal(Freshness.Fresh, published.Claim.FreshnessAt(Later.AddDays(2)));
    }

    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    public void Its_confirmed_withdrawal_ends_that_where_the_groups_left_suffice(int groups, int heldTo, bool mayHold)
    {
        var published = new PublishedClaim();
        for (var group = 2; group <= groups; group++)
            published.Add($"group {group}");
        published.PublishNext(heldTo, "Counted anew.", Start.AddDays(1));
        Lose(published, published.Sources[0], Later);
        var asked = published.Claim.WithdrawEvidence(
            published.Sources[0],
            "It reads otherwise.",
            new Actor("ada", new HashSet<string> { Roles.FactChecker }),
            Later
        );
        Assert.Equal(Withdrawal.AskedFor, asked.Value);

        // Asked for is not confirmed.
        published.Claim.VerifyByPerson("eve", Open(published), Monthly, Later).MustBeRefused("passage-lost");
        published.Claim.ConfirmWithdrawal(published.Sources[0], Eve, Later).MustBeOk();

        var held = published.Claim.VerifyByPerson("eve", Open(published), Monthly, Later.AddHours(1));
        Assert.Equal(mayHold ? null : "below-minimum", held.Refusal?.Code);
        Assert.Equal(mayHold, published.Claim.FreshnessAt(Later.AddHours(1)) == Freshness.Fresh);
    }

    [Fact]
    public void Looks_that_are_only_said_to_have_stood_verify_nothing_over_it()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Changed, Later);

        published
            .Claim.VerifyByLooks("system:looks", published.Looks(RecheckOutcome.Unchanged), Monthly, Later.AddHours(1))
            .MustBeRefused("passage-lost");
    }

    [Fact]
    public void A_new_version_that_still_counts_it_is_in_doubt_from_its_beginning()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Changed, Later);

        published.PublishNext(1, "The world moved.", Later.AddDays(1), rating: "false");

        var doubt = Assert.Single(published.Claim.OpenFindings);
        Assert.Equal((FindingKind.Changed, 2, Later.AddDays(1)), (doubt.Kind, doubt.VerdictVersion, doubt.FoundAt));
        Assert.NotEqual(Freshness.Fresh, published.Claim.FreshnessAt(Later.AddDays(1)));
    }

    [Fact]
    public void A_verdict_that_was_retracted_and_published_again_on_the_same_passage_is_in_doubt()
    {
        var published = new PublishedClaim();
        published.LookAt(RecheckOutcome.Missing, Later);
        Must(published.Claim.Retract("It is gone.", "eve", Later));

        published.PublishNext(1, null, Later.AddDays(1));

        Assert.NotNull(published.Claim.InDoubtSince);
    }

    [Fact]
    public void Where_the_passage_stands_the_page_as_it_was_read_becomes_the_kept_one()
    {
        var published = new PublishedClaim
        {
            Page = new Snapshot("later"u8.ToArray(), "text/html", "https://group-1.example/figures", Later),
        };
        var source = published.Sources[0];
        source.Archive(new Snapshot("first"u8.ToArray(), "text/html", "https://group-1.example/figures", Start));
        published.LookAt(RecheckOutcome.Changed, Later, stands: true);
        var finding = published.Claim.OpenFindings.Single();

        published.Claim.VerifyByPerson("eve", [finding.Id], Monthly, Later.AddHours(1)).MustBeOk();

        var kept = Assert.Single(published.Claim.KeptPages);
        Assert.Equal((source, finding, "eve", Later.AddHours(1)), (kept.Evidence, kept.Finding, kept.By, kept.At));
        Assert.Same(published.Page, source.Snapshot);
        Assert.Equal(Freshness.Fresh, published.Claim.FreshnessAt(Later.AddHours(1)));
    }

    [Fact]
    public void A_page_is_not_kept_for_what_was_not_read_and_no_author_of_the_verdict_finds_that_it_holds()
    {
        var unread = new PublishedClaim { Page = new Snapshot("later"u8.ToArray(), "text/html", null, Later) };
        unread.LookAt(RecheckOutcome.Changed, Later, stands: true);
        unread.Claim.VerifyByPerson("eve", [], Monthly, Later.AddHours(1)).MustBeOk();
        var authored = new PublishedClaim { Page = new Snapshot("later"u8.ToArray(), "text/html", null, Later) };
        authored.LookAt(RecheckOutcome.Changed, Later, stands: true);
        authored.Claim.VerifyByPerson("ada", Open(authored), Monthly, Later.AddHours(1)).MustBeRefused("own-verdict");

        Assert.Empty(unread.Claim.KeptPages);
        Assert.Empty(authored.Claim.KeptPages);
        Assert.Equal((Start, Later), (authored.Claim.LastVerifiedAt, authored.Claim.InDoubtSince));
    }

    private static void Lose(PublishedClaim published, Evidence source, DateTime at) =>
        published.Claim.NoteAttempt(
            RecheckOutcome.Changed,
            [new SourceOutcome(source, RecheckOutcome.Changed, "90 became 70.")],
            "",
            Monthly,
            at
        );

    private static List<long> Open(PublishedClaim published) => [.. published.Claim.OpenFindings.Select(f => f.Id)];
}
