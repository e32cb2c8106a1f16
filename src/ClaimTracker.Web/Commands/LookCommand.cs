using System.CommandLine;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands;

/// <summary><c>look</c>: a quote with its page as kept and as it stands in, what a re-check would say of it out.</summary>
internal static class LookCommand
{
    public static Command Create(CommandStreams streams) =>
        RecordVerb.Create(
            "look",
            "Says whether a quoted passage still stands in its place on a page, compared with the page as it was kept.",
            streams,
            InputKind.Fields,
            json => json.LookJson,
            _ => Look
        );

    private static LookJson Look(InputRecord record)
    {
        var look = LookRecord.Of(record);
        return LookJson.Of(record.Id, ConditionedLook.Look(look.Quote, look.Before, look.Page, look.Condition));
    }
}
