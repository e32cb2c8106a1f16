using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Benchmarks.Desk.Kills.Sweeps;

/// <summary>Claims whose verdicts are due for a look, each on a page of its own that was kept as it stands.</summary>
internal static class DueClaims
{
    private static readonly Actor Editor = new("eve", new HashSet<string> { Roles.Editor });

    private const int AtOnce = 500;

    private static readonly TimeSpan Ago = TimeSpan.FromDays(31);

    /// <summary>Adds them.</summary>
    public static async Task<bool> AddAsync(DeskDb db, SourceSites sites, int count)
    {
        for (var first = 0; first < count; first += AtOnce)
        {
            var pages = Enumerable.Range(first, Math.Min(AtOnce, count - first)).ToList();
            var added = await db.CommitAsync(
                "seed",
                Right.Jobs,
                async _ =>
                {
                    var at = BenchDesk.Now - Ago;
                    await Accounts.AddAsync(db, [Editor], default);
                    List<Claim> claims = [.. pages.Select(page => Of(page, sites.UrlOf(page), at))];
                    db.Claims.AddRange(claims);

                    // The database takes a verdict as a proposal, and then its release.
                    await db.SaveChangesAsync();
                    claims.ForEach(claim => Publish(claim, at));
                    return Result.Ok;
                },
                default
            );
            Must(added);
            db.ChangeTracker.Clear();
        }

        return true;
    }

    private static Claim Of(int page, string url, DateTime at)
    {
        var quote = SourceSites.QuoteOf(page);
        var article = new Article("Ships", "A paper", $"{quote} No. {page}.", at, "system:bench");
        var claim = new Claim(quote, "count", 0.9, new ClaimDetails(), new Appearance(article, 0, quote.Length), at);
        Must(claim.Accept(at));
        Must(claim.AddEvidence(Kept(url, page, quote, at), at));
        Must(
            new Result(
                claim
                    .Propose(
                        new VerdictProposal("true", "The harbour's own count says so.", "ada", Workflow: "standard-review v1"),
                        at
                    )
                    .Refusal
            )
        );
        Must(claim.ApproveProposal(Editor.Name, claim.ProposalMark, at));
        return claim;
    }

    private static void Publish(Claim claim, DateTime at)
    {
        Must(claim.Publish(1, 1, new RecheckPolicy(), at));
        claim.ComeToRest(at);
    }

    private static Evidence Kept(string url, int page, string quote, DateTime at)
    {
        var source = new FetchedSource(new Uri(url), Encoding.UTF8.GetBytes(SourceSites.PageOf(page)), "text/html", "utf-8");
        var evidence = new Evidence("The harbour", url, quote, Stance.Supports, "harbour", "ada", at) { Watched = true };
        evidence.Archive(source.ToSnapshot(url, at));
        evidence.FindNature(SourceNature.Living);
        if (QuotePlaces.On(source, quote, at).Value is { } places)
            evidence.NotePlaces(places);
        return evidence;
    }

    private static void Must(Result result)
    {
        if (result.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Message);
    }
}
