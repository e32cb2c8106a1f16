using System.Globalization;
using ClaimTracker.Benchmarks.Load;
using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>
/// The people of the desk, who work by its pages alone: a fact-checker who takes claims in, finds sources and proposes, and two
/// editors.
/// </summary>
internal sealed class ReplayPeople(ReplayDesk desk)
{
    private const string Checker = "ada";

    private static readonly string[] Editors = ["eve", "eli"];

    /// <summary>From the article to the public verdict.</summary>
    public async Task PublishAsync(ReplayVerdict verdict, int day)
    {
        verdict.ClaimId = await TakeInAsync(verdict, day);
        await ProposeAsync(verdict, day, "Proposed", null);
    }

    /// <summary>A person reads what the re-check is about, and decides; true where there is a new version.</summary>
    public async Task DecideAsync(ReplayVerdict verdict, int day)
    {
        if (verdict.FigureOn(day) is null)
        {
            await DecideAsync(
                Checker,
                verdict,
                "Retract",
                new() { ["fields[Retract:reason]"] = "The source has taken it back." }
            );
            await DecideAsync(Editors[0], verdict, "Retract", new() { ["fields[Retract:reason]"] = "So it has." });
            verdict.IsOver = true;
            return;
        }

        var page = await TakeAsync(Checker, verdict);
        var mustBeNew = page.Html.QuerySelector("[data-not-to-hold]") is not null;
        if (!verdict.IsWrongOn(day) && !mustBeNew)
        {
            await DecideAsync(Checker, verdict, "StillHolds", []);
            await DecideAsync(Editors[0], verdict, "Confirm", []);
            return;
        }

        await ReplaceEvidenceAsync(verdict);
        await ProposeAsync(verdict, day, "NewVerdict", verdict.DiffersOn(day) ? CorrectionKind.Updated : CorrectionKind.Typo);
    }

    private async Task<long> TakeInAsync(ReplayVerdict verdict, int day)
    {
        var title = $"What was said, {verdict.Number}";
        await desk.SendAsync(
            Checker,
            await desk.OpenAsync(Checker, "/desk/intake"),
            "Add the article",
            new()
            {
                ["Input.Text"] =
                    $"{verdict.Claim} Nobody knows how long the winter will be in the valley of the {verdict.Number}.",
                ["Input.Title"] = title,
                ["Input.Outlet"] = "The Replay Courier",
                ["Input.PublishedOn"] = desk.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }
        );
        var figure = ReplayVerdict.N(verdict.Limit > 0 ? verdict.Limit : verdict.FigureOn(day)!.Value);
        var id = await desk.QueryAsync(db =>
            db.Claims.Where(c => c.Appearances.Any(a => a.Article.Title == title))
                .OrderByDescending(c => c.Wording.Contains(figure))
                .Select(c => (long?)c.Id)
                .FirstOrDefaultAsync()
        );
        if (id is not { } found)
            throw new InvalidOperationException($"No claim was found in “{verdict.Claim}”.");
        var page = await desk.OpenAsync(Checker, $"/desk/triage?claim={found}");
        await desk.SendAsync(
            Checker,
            page,
            "Accept for review",
            new()
            {
                ["wording"] = verdict.Claim,
                ["kind"] = verdict.ClaimKind,
                ["standsAlone"] = "true",
            }
        );
        return found;
    }

    private async Task ProposeAsync(ReplayVerdict verdict, int day, string decision, CorrectionKind? change)
    {
        foreach (var source in verdict.Sources)
            await AddEvidenceAsync(verdict, source, day);
        var holds = verdict.FigureOn(day) is { } figure && verdict.HoldsAt(figure);
        Dictionary<string, string> fields = new()
        {
            [$"fields[{decision}:rating]"] = holds ? "true" : "outdated",
            [$"fields[{decision}:rationale]"] =
                $"Its sources gave {ReplayVerdict.N(verdict.FigureOn(day)!.Value)} on {verdict.Date(day)}.",
        };
        if (change is { } kind)
        {
            fields[$"fields[{decision}:changeKind]"] = $"{kind}";
            fields[$"fields[{decision}:changeReason]"] = "The page reads otherwise now.";
        }

        await DecideAsync(Checker, verdict, decision, fields);
        foreach (var editor in Editors.Take(verdict.IsCasualties ? 2 : 1))
            await DecideAsync(editor, verdict, "Approve", []);
        verdict.Publish(day);
    }

    private async Task AddEvidenceAsync(ReplayVerdict verdict, ReplaySource source, int day)
    {
        var (condition, limit) = verdict.ConditionOn(day);
        var page = await desk.SendAsync(
            Checker,
            await desk.OpenAsync(Checker, $"/desk/claims/{verdict.ClaimId}"),
            "Add evidence",
            new()
            {
                ["Evidence.Source"] = source.Outlet,
                ["Evidence.Address"] = source.Address.AbsoluteUri,
                ["Evidence.Quote"] = source.PassageOn(day)!,
                ["Evidence.Stance"] = $"{Stance.Supports}",
                ["Evidence.Group"] = source.Outlet,
                ["Evidence.Condition"] = $"{condition}",
                ["Evidence.Limit"] = limit,
            }
        );
        Must(page, "Evidence added.", $"add “{source.PassageOn(day)}” for “{verdict.Claim}”");
    }

    // What the version before stood on, and what the next one takes the place of.
    private async Task ReplaceEvidenceAsync(ReplayVerdict verdict)
    {
        var page = await desk.OpenAsync(Checker, $"/desk/claims/{verdict.ClaimId}");
        while (Asking(page) is { } evidence)
        {
            page = await desk.SendAsync(
                Checker,
                page,
                "Ask for the withdrawal",
                new() { [$"withdraw[{evidence}]"] = "The page reads otherwise now." }
            );
        }

        page = await desk.OpenAsync(Editors[0], $"/desk/claims/{verdict.ClaimId}");
        while (page.Html.QuerySelector("button[formaction*=ConfirmWithdrawal]") is not null)
            page = await desk.SendAsync(Editors[0], page, "Confirm the withdrawal");
    }

    private static string? Asking(DeskPage page) =>
        page
            .Html.QuerySelectorAll("button[formaction*='handler=Withdraw']")
            .Where(button => button.TextContent.Contains("Ask for the withdrawal", StringComparison.Ordinal))
            .Select(button => button.GetAttribute("formaction")!.Split("evidenceId=")[1])
            .FirstOrDefault();

    private async Task<DeskPage> TakeAsync(string who, ReplayVerdict verdict)
    {
        var page = await desk.OpenAsync(who, $"/desk/claims/{verdict.ClaimId}");
        return page.Text.Contains("Take this task", StringComparison.Ordinal)
            ? await desk.SendAsync(who, page, "Take this task")
            : page;
    }

    private async Task DecideAsync(string who, ReplayVerdict verdict, string decision, Dictionary<string, string> fields)
    {
        var page = await TakeAsync(who, verdict);
        var decided = await desk.SendAsync(who, page, "Decide", new(fields) { ["fields[decision]"] = decision });
        Must(decided, "Decided:", $"{who} decides {decision} on “{verdict.Claim}”");
    }

    private static void Must(DeskPage page, string words, string what)
    {
        if (page.Text.Contains(words, StringComparison.Ordinal))
            return;
        var said = page.Html.QuerySelectorAll(".refused, .error, .notice").Select(notice => notice.TextContent.Trim());
        throw new InvalidOperationException(
            $"{page.Address}: {what} did not succeed: {string.Join(" | ", said.Where(text => text.Length > 0))}"
        );
    }
}
