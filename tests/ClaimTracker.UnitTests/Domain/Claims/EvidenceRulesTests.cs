using ClaimTracker.Domain;
using static ClaimTracker.UnitTests.Domain.DomainDesk;

namespace ClaimTracker.UnitTests.Domain.Claims;

/// <summary>What counts, which groups are one, who confirms a place, and how keeping a page is tried again.</summary>
public sealed class EvidenceRulesTests
{
    private static readonly QuotedPlace Place = new()
    {
        Text = "It says so",
        Prefix = "The register: ",
        Position = 40,
    };

    [Fact]
    public void Sources_of_one_group_count_once_whatever_capitals_and_blanks_are_typed()
    {
        Assert.Equal(1, EvidenceGroups.CountIndependent([Source("Register"), Source(" register "), Source("REGISTER")]));
        Assert.Equal(2, EvidenceGroups.CountIndependent([Source("register"), Source("court")]));
        Assert.Equal(0, EvidenceGroups.CountIndependent([]));
    }

    [Theory]
    [InlineData("https://h.example/a", "https://h.example/b")]
    [InlineData("https://h.example/a", "http://www.h.example:8080/b")]
    [InlineData("https://m.h.example/a", "https://h.example./a")]
    [InlineData("https://x.com/mayor/status/1", "https://twitter.com/mayor")]
    [InlineData("https://t.me/s/army/12", "https://t.me/army/13")]
    [InlineData("https://youtube.com/watch?v=1", "https://youtu.be/1")]
    [InlineData("https://youtube.com/watch?v=1&t=5", "https://www.youtube.com/shorts/1")]
    [InlineData("https://web.archive.org/web/2025/http://h.example/?next=https://i.example", "https://h.example/b")]
    [InlineData("https://web.archive.org/web/20250820/https://h.example/a", "https://h.example/b")]
    [InlineData("http://127.0.0.1:6162/a", "http://[::ffff:127.0.0.1]:6162/a")]
    [InlineData("http://127.0.0.1:6162/a", "http://[::7f00:1]/a")]
    [InlineData("http://192.0.2.1/a", "http://[64:ff9b::c000:201]/a")]
    [InlineData("http://localhost/a", "http://[::1]/a")]
    [InlineData("https://h.example/a", "https://www2.h.example/b")]
    [InlineData("https://h.example/a", "https://www-3.h.example/b")]
    [InlineData("https://h.example/a", "https://touch.h.example/b")]
    [InlineData("https://x.com/jo/status/1", "https://x.com/jo?lang=en")]
    [InlineData("https://x.com/jo/status/1", "https://x.com/@jo/7")]
    [InlineData("https://x.com/jo/status/1", "https://x.com/jo%20/9")]
    [InlineData("https://x.com/jo/status/1", "https://x.com/i/web/status/4")]
    [InlineData("https://x.com/jo/status/1", "https://nitter.net/jo/status/5")]
    [InlineData("https://x.com/jo/status/1", "https://fxtwitter.com/jo/status/6")]
    [InlineData("https://x.com/i/status/1", "https://x.com/i/status/2")]
    [InlineData("https://youtube.com/@jo", "https://youtube.com/c/jo")]
    [InlineData("https://youtube.com/@jo", "https://youtu.be/abc")]
    [InlineData("https://youtube.com/watch?v=1", "https://youtube.com/watch?v=2")]
    [InlineData("https://instagram.com/p/one", "https://instagram.com/p/two")]
    [InlineData("https://facebook.com/profile.php?id=5", "https://www.facebook.com/permalink.php?story_fbid=1&id=5")]
    [InlineData("https://facebook.com/profile.php?id=5", "https://www.facebook.com/pages/x/5")]
    [InlineData("https://facebook.com/jo/1", "https://fb.com/jo")]
    [InlineData("https://t.me/jo/1", "https://jo.t.me/5")]
    [InlineData("https://t.me/jo/1", "https://web.telegram.org/k/#@jo")]
    [InlineData("https://jo.substack.com/p/a", "https://substack.com/@jo/b")]
    [InlineData("https://jo.substack.com/p/a", "https://open.substack.com/pub/jo/p/d")]
    [InlineData("https://medium.com/@jo/a", "https://jo.medium.com/b")]
    [InlineData("https://medium.com/@jo/a", "https://medium.com/p/e")]
    [InlineData("https://jo.wordpress.com/a", "https://wordpress.com/jo")]
    [InlineData("https://jo.blogspot.com/a", "https://jo.blogspot.de/a")]
    [InlineData("https://jo.github.io/a", "https://github.com/jo/c")]
    [InlineData("https://jo.github.io/a", "https://raw.githubusercontent.com/jo/d")]
    [InlineData("https://jo.github.io/a", "https://gist.github.com/jo/e")]
    [InlineData("https://h.example/a", "http://webcache.googleusercontent.com/search?q=cache:h.example/a")]
    [InlineData("https://h.example/a", "https://h-example.translate.goog/s")]
    [InlineData("https://h.example/a", "https://www-h-example.cdn.ampproject.org/c/s/www.h.example/t")]
    [InlineData("https://h.example/a", "https://12ft.io/http://h.example/v")]
    [InlineData("https://perma.cc/AB12-CD34", "https://perma.cc/AB12-CD35")]
    public void One_site_or_account_is_one_group_whatever_is_typed(string one, string other) =>
        Assert.Equal(1, EvidenceGroups.CountIndependent([At(one, "one"), At(other, "other")]));

    [Theory]
    [InlineData("https://h.example/a", "https://i.example/a")]
    [InlineData("https://x.com/mayor/status/1", "https://x.com/police/status/1")]
    [InlineData("https://youtube.com/@mayor", "https://youtube.com/@police")]
    [InlineData("https://jo.substack.com/p/a", "https://ann.substack.com/p/a")]
    [InlineData("https://jo.wordpress.com/a", "https://ann.wordpress.com/a")]
    [InlineData("https://facebook.com/profile.php?id=5", "https://facebook.com/profile.php?id=6")]
    [InlineData("http://192.0.2.1/a", "http://[::ffff:192.0.2.2]/a")]
    [InlineData("https://www.example/a", "https://www2.other.example/a")]
    [InlineData("https://web.archive.org/web/2025/https://h.example/", "https://web.archive.org/web/2025/https://i.example/")]
    [InlineData("https://news.example/a", "https://blog.example/a")]
    public void Other_sites_and_accounts_are_other_groups(string one, string other)
    {
        Assert.Equal(2, EvidenceGroups.CountIndependent([At(one, "one"), At(other, "other")]));
        Assert.Equal(1, EvidenceGroups.CountIndependent([At(one, "one"), At(other, "One")]));
    }

    [Fact]
    public void What_is_one_with_two_groups_makes_these_one() =>
        Assert.Equal(
            1,
            EvidenceGroups.CountIndependent([
                At("https://h.example/a", "one"),
                At("https://i.example/a", "two"),
                At("https://i.example/b", "one"),
            ])
        );

    [Fact]
    public void An_account_that_is_not_known_is_no_further_group_and_joins_no_two() =>
        Assert.Equal(
            2,
            EvidenceGroups.CountIndependent([
                At("https://x.com/i/status/1", "one"),
                At("https://x.com/jo", "two"),
                At("https://x.com/ann", "three"),
                At("https://x.com/i/status/2", "four"),
            ])
        );

    [Theory]
    [InlineData("Ga", "G\u200Ba")]
    [InlineData("Ga", "\uFF27a")]
    [InlineData("Press office", "press\u00A0 office")]
    [InlineData("Press office", "press\toffice")]
    [InlineData("Agency", "\u0410gency")]
    [InlineData("Agency", "Agency.")]
    [InlineData("Agency", "a-gency!")]
    [InlineData("Agency", "\u201Cagency\u201D")]
    [InlineData("Agency", "ag\u00E9ncy")]
    [InlineData("Agency", "age\u034Fncy")]
    [InlineData("Agency", "a\uFE0Fgency")]
    [InlineData("Agency", "agency\u3164")]
    [InlineData("Agency", "agency\u2800")]
    [InlineData("Agency", "agency\uFFA0")]
    [InlineData("Agency", "agency\u115F")]
    [InlineData("Agency", "agency\U000E0020")]
    public void Labels_that_read_alike_are_one(string one, string other) =>
        Assert.Equal(1, EvidenceGroups.CountIndependent([At(null, one), At(null, other)]));

    private static Evidence At(string? address, string group) =>
        new("A source", address, "It says so.", Stance.Supports, group, "a", Now);

    [Fact]
    public void Context_a_source_that_quotes_us_and_what_was_withdrawn_count_nothing()
    {
        var claim = NewClaim();
        var (context, withdrawn) = (Source("context", stance: Stance.Context), Source("paper"));
        var quotesUs = new Evidence("Echo", null, "They say so.", Stance.Supports, "echo", "a", Now) { QuotesUs = true };
        foreach (var evidence in (Evidence[])[context, quotesUs, withdrawn])
            claim.AddEvidence(evidence, Now).MustBeOk();
        claim.WithdrawBy("e", withdrawn).MustBeOk();
        Assert.Equal(0, EvidenceGroups.CountIndependent(claim.Evidence));
        claim.ProposeBy("a");
        claim.ApproveBy("e").MustBeOk();
        claim.PublishWith().MustBeRefused("evidence-minimum");
    }

    [Fact]
    public void What_refutes_counts_as_what_supports_does() =>
        Assert.Equal(2, EvidenceGroups.CountIndependent([Source("register"), Source("court", stance: Stance.Refutes)]));

    [Theory]
    [InlineData("", "It says so.", "group")]
    [InlineData("Register", " ", "group")]
    [InlineData("Register", "It says so.", "")]
    public void Evidence_is_a_source_a_passage_and_a_group(string source, string quote, string group) =>
        NewClaim()
            .AddEvidence(new Evidence(source, null, quote, Stance.Supports, group, "a", Now), Now)
            .MustBeRefused("evidence");

    [Fact]
    public void Anybody_of_the_desk_confirms_a_place_and_approvals_stay()
    {
        var claim = Proposed();
        claim.Evidence[0].NotePlaces(new FoundPlaces { All = [Place] });
        claim.ApproveBy("e").MustBeOk();
        claim.ConfirmPlace(claim.Evidence[0], "another mark", Person("b"), Now).MustBeRefused("place");
        claim.ConfirmPlace(claim.Evidence[0], Place.Mark(), Person("b"), Now).MustBeOk();
        Assert.Equal(("b", Now), (claim.Evidence[0].PlaceConfirmedBy, claim.Evidence[0].PlaceConfirmedAt));
        claim.PublishWith().MustBeOk();
    }

    [Fact]
    public void What_the_public_verdict_is_watched_by_only_an_editor_confirms_who_is_no_author_of_it()
    {
        var claim = new PublishedClaim().Claim;
        var source = claim.PublishedVerdict!.Evidence[0];
        source.NotePlaces(new FoundPlaces { All = [Place] });
        claim.ConfirmPlace(source, Place.Mark(), Person("b", Roles.FactChecker), Now).MustBeRefused("wrong-role");
        claim.ConfirmPlace(source, Place.Mark(), Person("Ada", Roles.Editor), Now).MustBeRefused("own-verdict");
        claim.ConfirmPlace(source, Place.Mark(), Person("eve", Roles.Editor), Now).MustBeOk();
        claim.WithdrawBy("eve", source).MustBeOk();
        claim.ConfirmPlace(source, Place.Mark(), Person("eve", Roles.Editor), Now).MustBeRefused("withdrawn");
    }

    [Fact]
    public void A_confirmation_holds_while_its_place_is_on_the_page_wherever_it_has_moved_to()
    {
        var claim = Proposed();
        var source = claim.Evidence[0];
        source.NotePlaces(new FoundPlaces { All = [Place] });
        claim.ConfirmPlace(source, Place.Mark(), Person("b"), Now).MustBeOk();
        source.NotePlaces(new FoundPlaces { All = [Place with { Position = 900 }] });
        Assert.NotNull(source.ConfirmedPlace);
        source.NotePlaces(new FoundPlaces { All = [Place with { Prefix = "Nobody: " }] });
        Assert.Equal((null, null, null), (source.ConfirmedPlace, source.PlaceConfirmedBy, source.PlaceConfirmedAt));
    }

    [Fact]
    public void Keeping_a_page_is_tried_again_with_growing_pauses_and_then_given_up()
    {
        var source = Source();
        Assert.Equal(Now, source.ArchiveDueAt);
        for (var attempt = 1; attempt < Evidence.MaxArchiveAttempts; attempt++)
        {
            source.NoteArchiveFailure("No answer.", Now);
            Assert.Equal(Now.AddMinutes(5 * Math.Pow(2, attempt - 1)), source.ArchiveDueAt);
        }

        source.NoteArchiveFailure("No answer.", Now);
        Assert.Equal((null, "No answer."), (source.ArchiveDueAt, source.ArchiveFailure));
    }

    [Fact]
    public void Failures_of_ours_are_no_answers_of_the_source()
    {
        var source = Source();
        Assert.False(source.NoteArchiveError("Disk full.", Now));
        Assert.False(source.NoteArchiveError("Disk full.", Now));
        Assert.True(source.NoteArchiveError("Disk full.", Now));
        Assert.Equal((0, null), (source.ArchiveAttempts, source.ArchiveDueAt));
    }

    [Fact]
    public void What_has_no_address_is_neither_kept_nor_watched()
    {
        var paper = new Evidence("Paper", null, "It says so.", Stance.Supports, "paper", "a", Now) { Watched = true };
        Assert.Equal((null, false), (paper.ArchiveDueAt, paper.CanBeWatched));
    }
}
