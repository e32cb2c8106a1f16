namespace ClaimTracker.Web.Data.Interceptors;

/// <summary>In whose name this scope changes the database, and what the change is called in the audit.</summary>
public sealed class Acting(TimeProvider time)
{
    /// <summary>A user name, or <c>system:</c> and a job's name.</summary>
    public string Name { get; set; } = "system:start";

    /// <summary>
    /// True for a job or an import: nobody is told that one commit of it is done, and what a power cut takes back is found due, or read in,
    /// again. On SQLite such commits need not be on the disk when they return.
    /// </summary>
    public bool IsRepeatable { get; private set; }

    /// <summary>What is being done, e.g. <c>decide Approve</c>; null where the changes speak for themselves.</summary>
    public string? Action { get; set; }

    /// <summary>The instant of the change.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Acts for a job or an import from now on.</summary>
    public void BeginRepeatable(string name) => (Name, IsRepeatable) = (name, true);
}
