using System.Reflection;
using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain;

/// <summary>
/// A claim with a public verdict, made by the domain's own doors; sources get the numbers that a database would give.
/// </summary>
internal sealed class PublishedClaim
{
    public static readonly DateTime Start = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    public static readonly RecheckPolicy Monthly = new()
    {
        Every = TimeSpan.FromDays(30),
        StaleAfter = TimeSpan.FromDays(7),
        RetryAfter = TimeSpan.FromHours(1),
    };

    private const string OwnSite = "a site of its own";

    private long _last;

    public PublishedClaim(int groups = 1, bool watched = true)
    {
        const string Wording = "The port handled 90 ships a week.";
        Claim = new Claim(
            Wording,
            "count",
            0.9,
            new ClaimDetails(),
            new Appearance(new Article("Ships", "The Courier", Wording, Start, "ada"), 0, Wording.Length),
            Start
        );
        for (var group = 1; group <= groups; group++)
            Add($"group {group}", watched: watched);
        PublishNext(groups, null, Start);
    }

    public Claim Claim { get; }

    public IReadOnlyList<Evidence> Sources => Claim.PublishedVerdict!.Evidence;

    public Evidence Add(
        string group,
        Stance stance = Stance.Supports,
        bool watched = true,
        bool quotesUs = false,
        string? url = OwnSite
    )
    {
        if (url == OwnSite)
            url = $"https://{group.Replace(' ', '-')}.example/figures";
        var evidence = new Evidence($"The office of {group}", url, "90 ships a week", stance, group, "ada", Start)
        {
            Watched = watched,
            QuotesUs = quotesUs,
        };
        Number(evidence);
        evidence.FindNature(SourceNature.Living);
        Must(Claim.AddEvidence(evidence, Start));
        return evidence;
    }

    public void PublishNext(
        int groups,
        string? change,
        DateTime at,
        Action? betweenApprovalAndPublication = null,
        string rating = "true",
        CorrectionKind kind = CorrectionKind.Updated
    )
    {
        var proposed = Claim.Propose(
            new VerdictProposal(rating, "The register says so.", "ada", change, ChangeKind: change is null ? null : kind),
            at
        );
        Assert.True(proposed.IsOk, proposed.Refusal?.Message);
        Must(Claim.ApproveProposal("ed", Claim.ProposalMark, at));
        betweenApprovalAndPublication?.Invoke();
        Must(Claim.Publish(groups, 1, Monthly, at));
        Claim.EnterStage(Stage.Published, at);
    }

    /// <summary>An editor who is no author withdraws a source.</summary>
    public void Withdraw(Evidence source, DateTime at) =>
        Must(
            new Result(
                Claim
                    .WithdrawEvidence(source, "It was forged.", new Actor("eve", new HashSet<string> { Roles.Editor }), at)
                    .Refusal
            )
        );

    /// <summary>A look at each source that is watched, with that outcome.</summary>
    public List<SourceOutcome> Looks(RecheckOutcome outcome, bool stands = false) =>
        [
            .. Round
                .Watched(Claim.PublishedVerdict!)
                .Select(e => new SourceOutcome(
                    e,
                    outcome,
                    $"{e.Source}: {outcome}",
                    new SeenPassage(stands, e.Quote, null, Page)
                )),
        ];

    /// <summary>The page as a look reads it; null where none is kept.</summary>
    public Snapshot? Page { get; set; }

    public RecheckOutcome LookAt(RecheckOutcome outcome, DateTime at, bool stands = false)
    {
        var looks = Looks(outcome, stands);
        var together = Round.Of(Claim.PublishedVerdict!, looks);
        Claim.NoteAttempt(together, looks, "what was seen", Monthly, at);
        foreach (var finding in Claim.Findings.Where(f => f.Id == 0))
            Number(finding);
        return together;
    }

    /// <summary>A finding about what stands around the passage.</summary>
    public Finding Raise(FindingKind kind, DateTime at)
    {
        var raised = Claim.Raise(kind, Sources[0], $"{kind} at {at:O}", at, new SeenPassage(Stands: true));
        Number(raised.Value!);
        return raised.Value!;
    }

    public static void Must(Result result) => Assert.True(result.IsOk, result.Refusal?.Message);

    private void Number(object row) =>
        row.GetType().GetProperty("Id")!.GetSetMethod(nonPublic: true)!.Invoke(row, BindingFlags.Default, null, [++_last], null);
}
