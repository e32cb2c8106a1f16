using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Hears every statement that EF sends to one database while it lives.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _connectionString;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<string> _heard = new();

    public Statements(string connectionString)
    {
        _connectionString = connectionString;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyCollection<string> Heard => _heard;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value is { Key: var name, Value: CommandEventData { Command: var command } }
            && name == RelationalEventId.CommandExecuting.Name
            && IsOurs(command.Connection?.ConnectionString)
        )
        {
            _heard.Enqueue(command.CommandText);
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    // Each test's database has a name of its own; the rest of the string may be written otherwise by the driver.
    private bool IsOurs(string? other) => other is not null && NameOf(other) == NameOf(_connectionString);

    private static string? NameOf(string text)
    {
        var parts = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = text };
        return parts.TryGetValue("Database", out var name) || parts.TryGetValue("Data Source", out name) ? name.ToString() : null;
    }
}
