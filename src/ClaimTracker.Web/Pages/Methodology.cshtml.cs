using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.CheckWorthiness;
using ClaimTracker.Extraction.Kinds;
using ClaimTracker.Web.Learning;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Definitions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace ClaimTracker.Web.Pages;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class MethodologyModel(
    WorkflowLibrary library,
    WorkflowSettings workflows,
    RecheckSettings rechecks,
    ScoringReport scoring
) : PageModel
{
    /// <summary>The latest published version of each definition.</summary>
    public IReadOnlyList<WorkflowDefinition> InForce { get; private set; } = [];

    public IReadOnlyList<KindRow> Kinds { get; private set; } = [];

    /// <summary>Of the model that scores sentences.</summary>
    public ModelCard Scoring { get; private set; } = CheckWorthinessModel.Shipped.Card;

    /// <summary>The last retraining; null where there was none yet.</summary>
    public ScoringReport.Outcome? Retrained { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Scoring, Retrained) = await scoring.ReadAsync(cancel);
        InForce =
        [
            .. library
                .Catalog.Versions.Select(v => v.DefinitionId)
                .Distinct()
                .Select(library.Catalog.Latest)
                .OfType<CompiledDefinition>()
                .Select(v => v.Source),
        ];
        Kinds =
        [
            .. ClaimKinds
                .Ids.Union(workflows.ByKind.Keys)
                .Union(rechecks.Kinds.Keys)
                .Select(kind =>
                {
                    var definition = workflows.For(kind);
                    return new KindRow(
                        kind,
                        InForce.FirstOrDefault(d => d.DefinitionId == definition)?.Name ?? definition,
                        rechecks.For(kind)
                    );
                }),
        ];
    }

    /// <summary>“7 days”, “1 hour”, “36 hours”.</summary>
    public static string Length(TimeSpan span)
    {
        var (count, unit) = span switch
        {
            { TotalDays: >= 1 } when span.TotalDays % 1 == 0 => (span.TotalDays, "day"),
            { TotalHours: >= 1 } when span.TotalHours % 1 == 0 => (span.TotalHours, "hour"),
            _ => (Math.Round(span.TotalMinutes), "minute"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count:0} {unit}{(count == 1 ? "" : "s")}");
    }

    /// <summary>How claims of a kind are reviewed and checked again.</summary>
    public sealed record KindRow(string Id, string Workflow, RecheckPolicy Policy);
}
