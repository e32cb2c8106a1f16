namespace ClaimTracker.Domain;

/// <summary>A filter of the queue that somebody keeps under a name, alone or for the whole desk.</summary>
public sealed class SavedFilter
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 60;

    /// <summary>The longest filter, in characters of an address.</summary>
    public const int MaxQuery = 2_000;

    /// <summary>The most that one person keeps.</summary>
    public const int Most = 50;

    private SavedFilter() { }

    /// <summary>A filter that <paramref name="owner"/> keeps; call <see cref="Rename"/> on it before it is stored.</summary>
    public SavedFilter(string owner, string query, bool shared, DateTime now) =>
        (Owner, Query, Shared, SavedAt) = (owner, query, shared, now);

    public long Id { get; private set; }

    /// <summary>The user name of who keeps it.</summary>
    public string Owner { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>What stands in the queue's address behind the question mark.</summary>
    public string Query { get; private set; } = "";

    /// <summary>True where the whole desk sees it.</summary>
    public bool Shared { get; private set; }

    public DateTime SavedAt { get; private set; }

    /// <summary>Gives it another name; refused where that is empty or too long.</summary>
    public Result Rename(string? name)
    {
        var plain = PlainText.Of(name ?? "").Trim();
        if (plain.Length is 0 or > MaxName)
            return Result.Refused("name", $"Give the filter a name of 1 to {MaxName} characters; this has {plain.Length}.");
        Name = plain;
        return Result.Ok;
    }

    /// <summary>
    /// Why <paramref name="by"/> may not rename or delete it, or null: its owner may, and of a shared one editors too, since
    /// its owner may have left.
    /// </summary>
    public Refusal? NotToChange(Actor by) =>
        PersonName.Same(Owner, by.Name) || (Shared && by.Is(Roles.Editor))
            ? null
            : new Refusal("not-yours", $"“{Name}” is {Owner}'s. {Owner} or, where it is shared, an editor changes it.");
}
