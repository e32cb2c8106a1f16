using System.Text;
using ClaimTracker.Domain;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary>Registers that nobody keeps: watched, and with a copy of the page that is quoted.</summary>
internal static class SeedEvidence
{
    /// <summary>Evidence for a claim, of a group of its own.</summary>
    public static Evidence Of(Claim claim, int number, string by, DateTime at)
    {
        var source = $"Register of {claim.Details.Place}, volume {number + 1}";
        var url =
            $"https://register-{number}.example/{Uri.EscapeDataString(claim.Details.Place ?? "")}/{Uri.EscapeDataString(claim.Kind)}";
        var evidence = new Evidence(source, url, claim.Wording, Stance.Supports, $"group-{number}", by, at) { Watched = true };
        evidence.FindNature(SourceNature.Living);
        evidence.Archive(new Snapshot(Encoding.UTF8.GetBytes($"<p>{claim.Wording}.</p>"), "text/html", url, at));
        return evidence;
    }
}
