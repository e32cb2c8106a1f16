using System.Collections.Concurrent;
using System.Diagnostics;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>
/// SQLite waits for the disk at each commit of what a person is told is done, and not at those of jobs and imports.
/// </summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Normal = 1;
    private const int Full = 2;

    private readonly CommitWatch _commits = new();

    public void Dispose() => _commits.Dispose();

    [Fact]
    public async Task Every_commit_of_a_persons_act_waits_for_the_disk()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        _commits.Begin(desk.ConnectionString);
        using var ada = desk.Browser();
        await ada.SubmitAsync(
            "/setup",
            new()
            {
                ["Input.Name"] = "ada",
                ["Input.Password"] = DeskApp.Password,
                ["Input.FactChecker"] = "true",
            }
        );
        await ada.SubmitAsync(
            "/people",
            new()
            {
                ["Input.Name"] = "eve",
                ["Input.Password"] = DeskApp.Password,
                ["Input.Roles"] = Roles.Editor,
            }
        );
        await ada.SubmitAsync(
            "/desk/intake",
            new()
            {
                ["Input.Text"] = "The harbour authority received 412 container ships in May.",
                ["Input.Title"] = "Busy May",
                ["Input.Outlet"] = "The Test Courier",
                ["Input.PublishedOn"] = "2026-06-02",
            }
        );
        await ada.SubmitAsync("/desk/triage", new() { ["standsAlone"] = "true" }, form: "form[data-accept]");
        await ada.SubmitAsync(
            "/desk/claims/1",
            new()
            {
                ["Evidence.Source"] = "Register",
                ["Evidence.Quote"] = "412 ships",
                ["Evidence.Stance"] = "Supports",
                ["Evidence.Group"] = "port",
            },
            button: "Add evidence"
        );
        await ada.SubmitAsync("/desk/claims/1", [], button: "Take this task");
        await ada.SubmitAsync(
            "/desk/claims/1",
            new()
            {
                ["fields[decision]"] = "Proposed",
                ["fields[Proposed:rating]"] = "true",
                ["fields[Proposed:rationale]"] = "The register says so.",
            },
            button: "Decide"
        );
        using var eve = desk.Browser();
        await eve.SubmitAsync("/signin", new() { ["Input.Name"] = "eve", ["Input.Password"] = DeskApp.Password });
        await eve.SubmitAsync("/desk/claims/1", [], button: "Take this task");
        await eve.SubmitAsync("/desk/claims/1", new() { ["fields[decision]"] = "Approve" }, button: "Decide");
        Assert.Equal(Publication.Published, await desk.QueryAsync(db => db.Claims.Select(c => c.Publication).SingleAsync()));
        Assert.Equal(0, (await desk.Database.RunAsync("user", "add", "bob", "--role", "editor", "--generate")).Code);

        Assert.True(_commits.Seen.Count >= 10, $"{_commits.Seen.Count} commits were seen.");
        Assert.All(_commits.Seen, seen => Assert.Equal(Full, seen));
    }

    [Fact]
    public async Task What_is_written_outside_a_transaction_waits_too()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(
            Full,
            await desk.QueryAsync(async db =>
                (int)await db.Database.SqlQuery<long>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Jobs_and_imports_do_not_wait_and_a_person_after_them_does()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        _commits.Begin(desk.ConnectionString);
        Assert.Equal(
            0,
            (
                await desk.Database.FeedAsync(
                    """{"id":"1","title":"Busy May","outlet":"The Test Courier","publishedAt":"2026-06-02","text":"The harbour authority received 412 container ships in May."}""",
                    "import",
                    "--ndjson"
                )
            ).Code
        );
        Assert.NotEmpty(_commits.Seen);
        Assert.All(_commits.Seen, seen => Assert.Equal(Normal, seen));

        foreach (var job in new[] { typeof(DeadlineJob), typeof(ArchiveJob), typeof(RetrainJob) })
        {
            var isRepeatable = await desk.InScopeAsync(async services =>
            {
                var made = ActivatorUtilities.CreateInstance(services, job);
                await (Task)job.GetMethod("RunAsync")!.Invoke(made, [CancellationToken.None])!;
                return services.GetRequiredService<DeskDb>().IsRepeatable;
            });
            Assert.True(isRepeatable, job.Name);
        }

        await desk.AddWatchedClaimAsync("It was counted.", "http://127.0.0.1:9/");
        _commits.Seen.Clear();
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromDays(31)));
        Assert.NotEmpty(_commits.Seen);

        Assert.All(_commits.Seen, seen => Assert.Equal(Normal, seen));
        _commits.Seen.Clear();
        await desk.AddPersonAsync("ada", Roles.Editor);
        Assert.All(_commits.Seen, seen => Assert.Equal(Full, seen));
    }

    /// <summary>Asks each connection for the pragma as it commits.</summary>
    private sealed class CommitWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];
        private string? _database;

        public ConcurrentBag<int> Seen { get; } = [];

        public void Begin(string connectionString)
        {
            _database = connectionString;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                _subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.TransactionCommitting.Name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is not TransactionEventData data || data.Context!.Database.GetConnectionString() != _database)
                return;
            using var command = data.Transaction.Connection!.CreateCommand();
            command.Transaction = data.Transaction;
            command.CommandText = "PRAGMA synchronous";
            Seen.Add((int)(long)command.ExecuteScalar()!);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions)
                subscription.Dispose();
        }
    }
}
