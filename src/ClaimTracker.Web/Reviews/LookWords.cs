using ClaimTracker.Domain;

namespace ClaimTracker.Web.Reviews;

/// <summary>What looks at the sources of a published version met, in words.</summary>
internal static class LookWords
{
    private const int Longest = 8_000;

    /// <summary>What did not stand first, then what stood, then what nobody looked at.</summary>
    public static string Of(Verdict version, IReadOnlyCollection<SourceOutcome> looks)
    {
        var blind = version
            .Evidence.Where(e => e.Counts && !looks.Any(look => look.Evidence.Id == e.Id))
            .Select(e => $"{e.Source}: was not looked at, since {WhyNot(e)}.");
        return PlainText.Shorten(
            string.Join(
                "\n",
                looks
                    .OrderBy(look => look.Outcome == RecheckOutcome.Unchanged)
                    .Select(look => look.Words)
                    .Concat(blind)
                    .DefaultIfEmpty("No source that counts is left to look at, so a person has to.")
            ),
            Longest
        );
    }

    private static string WhyNot(Evidence evidence) =>
        evidence.Host is null ? "it has no address"
        : evidence.Nature == SourceNature.Frozen ? "it is a copy that stays as it is"
        : evidence.ForbiddenSince is not null ? "its site asks programs not to read it"
        : !evidence.Watched ? "nobody has it watched"
        : evidence.UnreachableSince is { } since ? $"it could not be read so far, since {MomentText.Of(since)}"
        : "there was no look";
}
