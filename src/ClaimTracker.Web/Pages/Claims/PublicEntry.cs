using ClaimTracker.Domain;
using ClaimTracker.Web.Public;

namespace ClaimTracker.Web.Pages.Claims;

/// <summary>One public event in a claim's life; one of the six is given.</summary>
public sealed record PublicEntry(
    DateTime At,
    Verdict? Version = null,
    Correction? Correction = null,
    Recheck? Recheck = null,
    LookRound? Round = null,
    Evidence? Withdrawn = null,
    Suspension? Suspension = null
)
{
    /// <summary>Since when the claim's public verdict is in doubt; null where it is not.</summary>
    public DateTime? InDoubtSince { get; init; }

    /// <summary>Of a correction, the public number of the version that it led from.</summary>
    public int? FromNumber { get; init; }

    /// <summary>Of a correction, the public number of the version that it led to.</summary>
    public int? ToNumber { get; init; }

    /// <summary>Of a version, what took its place, or retracted it.</summary>
    public Correction? ClosedBy { get; init; }

    /// <summary>True of a correction of which it is not said why.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>All of them, newest first; a correction stands above the version that it made.</summary>
    public static IReadOnlyList<PublicEntry> Of(ClaimFile file) =>
        [
            .. file
                .Corrections.Select(c => new PublicEntry(c.At, Correction: c)
                {
                    IsWithheld = c.IsWithheldBy(file.Claim),
                    FromNumber = file.NumberOf(c.FromVersion),
                    ToNumber = file.NumberOf(c.ToVersion),
                })
                .Concat(file.Rechecks.Select(r => new PublicEntry(r.EndedAt ?? r.StartedAt, Recheck: r)))
                .Concat(file.Rounds.Select(r => new PublicEntry(r.At, Round: r)))
                .Concat(
                    file.Versions.SelectMany(ClaimFile.Shown)
                        .Where(e => e.WithdrawnAt is not null)
                        .DistinctBy(e => e.Id)
                        .Select(e => new PublicEntry(e.WithdrawnAt!.Value, Withdrawn: e))
                )
                .Concat(
                    file.Versions.Select(v => new PublicEntry(v.PublishedAt!.Value, Version: v)
                    {
                        InDoubtSince = SaidOfVerdict.DoubtOf(file.Claim),
                        ClosedBy = file.ChangeOf(v),
                    })
                )
                .Concat(file.Suspensions.Select(s => new PublicEntry(s.At, Suspension: s)))
                .OrderByDescending(entry => entry.At),
        ];
}
