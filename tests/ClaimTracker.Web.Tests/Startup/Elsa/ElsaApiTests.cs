using System.Net;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Startup.Elsa;

/// <summary>Elsa's own API as Elsa Studio calls it. Only in a build with <c>-p:WorkflowEngine=Elsa</c>.</summary>
public sealed class ElsaApiTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_administrator_sees_definitions_steps_and_the_instance_of_a_published_review(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Engine", "Elsa");
        var id = await desk.AddClaimAsync("The bridge carries 40,000 cars a day.");
        await desk.PublishAsync(id);
        var instance = await desk.QueryAsync(db =>
            db.Reviews.AsNoTracking().Where(r => r.ClaimId == id).Select(r => r.State).SingleAsync()
        );
        var started = (string)JsonNode.Parse(instance)!["e"]!;
        using var admin = await desk.SignInAsync("root", Roles.Administrator);

        // What Studio asks for when it connects.
        foreach (
            var path in new[]
            {
                "package/version",
                "features/installed",
                "descriptors/expression-descriptors",
                "descriptors/variables",
                "descriptors/storage-drivers",
                "descriptors/incident-strategies",
                "descriptors/log-persistence-strategies",
                "descriptors/workflow-activation-strategies",
                "descriptors/commit-strategies/workflows",
                "descriptors/commit-strategies/activities",
            }
        )
            await GetAsync(admin, path);

        var steps = (await GetAsync(admin, "descriptors/activities"))["items"]!.AsArray();
        Assert.Contains(
            steps,
            step => (string)step!["typeName"]! == "ClaimTracker.Decide" && (string?)step["category"] == "ClaimTracker"
        );
        var definitions = (await GetAsync(admin, "workflow-definitions"))["items"]!.AsArray();
        Assert.Contains(definitions, definition => (string)definition!["definitionId"]! == "standard-review");
        var definition = await GetAsync(admin, "workflow-definitions/by-definition-id/standard-review");
        Assert.Contains(
            definition["root"]!["activities"]!.AsArray(),
            activity => (string)activity!["type"]! == "ClaimTracker.Publish"
        );
        var listed = Assert.Single((await GetAsync(admin, "workflow-instances"))["items"]!.AsArray());
        Assert.Equal(
            (started, "Finished", $"{id}"),
            ((string)listed!["id"]!, (string)listed["status"]!, (string?)listed["correlationId"])
        );
        Assert.Equal(started, (string)(await GetAsync(admin, $"workflow-instances/{started}"))["id"]!);
        await GetAsync(admin, $"workflow-instances/{started}/journal");
    }

    [Fact]
    public async Task Not_even_an_administrator_changes_anything_through_it()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Workflows:Engine", "Elsa");
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        foreach (
            var change in new[]
            {
                "POST workflow-definitions",
                "POST workflow-definitions/import",
                "POST workflow-definitions/standard-review/retract",
                "POST workflow-definitions/standard-review/execute",
                "GET workflow-definitions/standard-review/execute",
                "POST workflow-definitions/standard-review/dispatch",
                "DELETE workflow-definitions/standard-review",
                "POST bulk-actions/cancel/workflow-instances/",
                "POST bulk-actions/delete/workflow-instances",
                "POST actions/workflow-definitions/reload",
                "POST events/Any/trigger",
                "POST tasks/1/complete",
            }
        )
        {
            var (method, path) = (change.Split(' ')[0], change.Split(' ')[1]);
            using var request = new HttpRequestMessage(new HttpMethod(method), Address(path));
            if (method == "POST")
                request.Content = new StringContent("{}", null, "application/json");
            using var response = await admin.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{change}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Workflows:Engine", "Elsa");
        using var nobody = desk.Browser();
        using var checker = await desk.SignInAsync("ada", Roles.FactChecker);
        foreach (
            var path in new[]
            {
                "workflow-definitions",
                "descriptors/activities",
                "workflow-instances",
                "package/version",
                "bookmarks/resume?t=x",
                "events/trigger?t=x",
            }
        )
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(nobody, path));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(checker, path));
        }
    }

    private static Uri Address(string path) => new("/elsa/api/" + path, UriKind.Relative);

    private static async Task<HttpStatusCode> StatusAsync(DeskBrowser browser, string path)
    {
        using var response = await browser.Http.GetAsync(Address(path), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<JsonNode> GetAsync(DeskBrowser browser, string path)
    {
        using var response = await browser.Http.GetAsync(Address(path), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(
            response.StatusCode == HttpStatusCode.OK,
            $"{path}: {response.StatusCode} {text[..Math.Min(300, text.Length)]}"
        );
        return JsonNode.Parse(text)!;
    }
}
