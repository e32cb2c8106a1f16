using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>The server ended by SIGKILL, as a power cut does it.</summary>
public sealed class KillTests
{
    private const string Article = "The harbour authority received 412 container ships in May.";

    private static readonly Dictionary<string, string> Proposal = new()
    {
        ["fields[decision]"] = "Proposed",
        ["fields[Proposed:rating]"] = "true",
        ["fields[Proposed:rationale]"] = "The port's own register says so.",
    };

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Killed_between_any_two_clicks_no_step_is_lost_and_none_done_twice(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        var port = FreePort.Find();
        using var ada = new DeskBrowser(new Uri($"http://127.0.0.1:{port}"));
        using var eve = new DeskBrowser(new Uri($"http://127.0.0.1:{port}"));
        var claim = "/desk/claims/1";
        Func<Task<DeskPage>>[] clicks =
        [
            () =>
                ada.SubmitAsync(
                    "/setup",
                    new()
                    {
                        ["Input.Name"] = "ada",
                        ["Input.Password"] = DeskApp.Password,
                        ["Input.FactChecker"] = "true",
                    }
                ),
            () =>
                ada.SubmitAsync(
                    "/people",
                    new()
                    {
                        ["Input.Name"] = "eve",
                        ["Input.Password"] = DeskApp.Password,
                        ["Input.Roles"] = Roles.Editor,
                    }
                ),
            () =>
                ada.SubmitAsync(
                    "/desk/intake",
                    new()
                    {
                        ["Input.Text"] = Article,
                        ["Input.Title"] = "Busy May",
                        ["Input.Outlet"] = "The Test Courier",
                        ["Input.PublishedOn"] = "2026-06-02",
                    }
                ),
            () => ada.SubmitAsync("/desk/triage", new() { ["standsAlone"] = "true" }, form: "form[data-accept]"),
            () =>
                ada.SubmitAsync(
                    claim,
                    new()
                    {
                        ["Evidence.Source"] = "Register",
                        ["Evidence.Quote"] = "412 ships",
                        ["Evidence.Stance"] = "Supports",
                        ["Evidence.Group"] = "port",
                    },
                    button: "Add evidence"
                ),
            () => ada.SubmitAsync(claim, [], button: "Take this task"),
            () => ada.SubmitAsync(claim, Proposal, button: "Decide"),
            () => eve.SubmitAsync("/signin", new() { ["Input.Name"] = "eve", ["Input.Password"] = DeskApp.Password }),
            () => eve.SubmitAsync(claim, [], button: "Take this task"),
            () => eve.SubmitAsync(claim, new() { ["fields[decision]"] = "Approve" }, button: "Decide"),
        ];

        foreach (var click in clicks)
        {
            await using var server = await ServerProcess.StartAsync(database.ConnectionString, port);
            var page = await click();
            Assert.True(page.Status == 200, $"{page.Address}: {page.Status} {page.Text}");
            await server.KillAsync();
        }

        await using var last = await ServerProcess.StartAsync(database.ConnectionString, port);
        var found = await ada.OpenAsync("/claims/1");
        Assert.Contains("The port's own register says so.", found.Text, StringComparison.Ordinal);
        using var verdicts = System.Text.Json.JsonDocument.Parse(
            await ada.Http.GetStringAsync(new Uri("/api/claims/1", UriKind.Relative), TestContext.Current.CancellationToken)
        );
        Assert.Contains("\"true\"", verdicts.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Killed_inside_a_move_it_is_done_once_when_the_form_is_sent_again(DatabaseKind kind)
    {
        const int Trials = 4;
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var port = FreePort.Find();
        using var ada = new DeskBrowser(new Uri($"http://127.0.0.1:{port}"));
        for (var trial = 0; trial < Trials; trial++)
        {
            var id = await desk.AddClaimAsync($"Trial {trial} counted 12 ships.");
            await desk.AddEvidenceAsync(id, "harbour");
            await desk.StartReviewAsync(id);

            DeskPage form;
            await using (var server = await ServerProcess.StartAsync(desk.ConnectionString, port))
            {
                if (trial == 0)
                    await ada.SubmitAsync("/signin", new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password });
                form = await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
                var sending = ada.SubmitAsync(form, Proposal, button: "Decide");
                await Task.Delay(trial * 15, TestContext.Current.CancellationToken);
                await server.KillAsync();
                await Record.ExceptionAsync(() => sending);
            }

            // Whether the move was lost whole or done whole, sending the same form again leaves it done once.
            await using var again = await ServerProcess.StartAsync(desk.ConnectionString, port);
            await ada.SubmitAsync(form, Proposal, button: "Decide");
            var claim = await desk.ClaimAsync(id);
            Assert.Single(claim.Verdicts);
            Assert.Equal("review", (await desk.OpenTaskAsync(id)).ActivityId);
            var drafts = await desk.QueryAsync(db => db.Drafts.AsNoTracking().Where(d => d.ClaimId == id).ToListAsync());
            Assert.All(drafts, draft => Assert.Empty(draft.Fields));
            Assert.Equal(
                1,
                await desk.QueryAsync(db => db.Tasks.Where(t => t.ClaimId == id).SelectMany(t => t.Decided).CountAsync())
            );
        }
    }
}
