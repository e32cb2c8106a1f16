namespace ClaimTracker.Domain;

/// <summary>What a person has typed into a task's form and not yet sent. Kept on the server, so that nothing typed is lost.</summary>
public sealed class Draft
{
    private Draft()
    {
    }

    /// <summary>A person's draft for a task.</summary>
    public Draft(long taskId, string person) => (TaskId, Person) = (taskId, person);

    public long Id { get; private set; }

    public long TaskId { get; private set; }

    public string Person { get; private set; } = "";

    /// <summary>JSON: field to text.</summary>
    public string Fields { get; private set; } = "{}";

    public DateTime SavedAt { get; private set; }

    /// <summary>Replaces what was saved before.</summary>
    public void Save(string fields, DateTime now)
    {
        Fields = fields;
        SavedAt = now;
    }
}
