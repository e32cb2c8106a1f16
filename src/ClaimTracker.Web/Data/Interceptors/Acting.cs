namespace ClaimTracker.Web.Data.Interceptors;

/// <summary>In whose name this scope changes the database, and what the change is called in the audit.</summary>
public sealed class Acting(TimeProvider time)
{
    /// <summary>A user name, or <c>system:</c> and a job's name.</summary>
    public string Name { get; set; } = "system:start";

    /// <summary>
    /// True for a job or an import: nobody is told that one commit of it is done, and what a power cut takes back is found due,
    /// or read in, again. On SQLite such commits need not be on the disk when they return.
    /// </summary>
    public bool IsRepeatable { get; private set; }

    private DateTime? _begun;

    /// <summary>What is being done, e.g. <c>decide Approve</c>; null where the changes speak for themselves.</summary>
    public string? Action { get; private set; }

    /// <summary>
    /// The instant of the act that is being done, which all that it writes bears, its audit too; between acts the present one.
    /// </summary>
    public DateTime Now => _begun ?? time.GetUtcNow().UtcDateTime;

    /// <summary>Begins an act, or a new attempt at it.</summary>
    public void Begin(string action) => (Action, _begun) = (action, time.GetUtcNow().UtcDateTime);

    /// <summary>Ends the act.</summary>
    public void End() => (Action, _begun) = (null, null);

    /// <summary>Acts for a job or an import from now on.</summary>
    public void BeginRepeatable(string name) => (Name, IsRepeatable) = (name, true);
}
