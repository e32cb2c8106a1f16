using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What of a review is stored. Names are short since there is one such document a review.</summary>
internal sealed class StateData
{
    [JsonPropertyName("d")]
    public required string VersionId { get; set; }

    [JsonPropertyName("s")]
    public ReviewStatus Status { get; set; }

    [JsonPropertyName("f")]
    public ReviewFault? Fault { get; set; }

    [JsonPropertyName("h")]
    public DateTime? HeldAt { get; set; }

    [JsonPropertyName("in")]
    public JsonObject Inputs { get; set; } = [];

    /// <summary>By variable id.</summary>
    [JsonPropertyName("v")]
    public JsonObject Variables { get; set; } = [];

    [JsonPropertyName("o")]
    public JsonObject Outputs { get; set; } = [];

    /// <summary>How often each activity was begun; numbers the keys.</summary>
    [JsonPropertyName("n")]
    public Dictionary<string, int> Visits { get; set; } = [];

    /// <summary>Containers under way, outer before inner.</summary>
    [JsonPropertyName("c")]
    public List<Frame> Frames { get; set; } = [];

    [JsonPropertyName("w")]
    public List<Waiting> Waiting { get; set; } = [];

    /// <summary>What was still to run when a step failed, that step first.</summary>
    [JsonPropertyName("q")]
    public List<Work> Queue { get; set; } = [];

    /// <summary>Who decided, by activity, on its latest visit.</summary>
    [JsonPropertyName("by")]
    public Dictionary<string, List<string>> DecidedBy { get; set; } = [];

    /// <summary>Who decided last, by activity, on whichever visit.</summary>
    [JsonPropertyName("lb")]
    public Dictionary<string, string> LastBy { get; set; } = [];

    [JsonPropertyName("l")]
    public LastDecision? Last { get; set; }

    /// <summary>The instance on Elsa's runtime, where the review runs there; Elsa then keeps frames and variables.</summary>
    [JsonPropertyName("e")]
    public string? Instance { get; set; }

    /// <summary>A copy that shares nothing that changes.</summary>
    public StateData Clone() =>
        new()
        {
            VersionId = VersionId,
            Status = Status,
            Fault = Fault,
            HeldAt = HeldAt,
            Inputs = (JsonObject)Inputs.DeepClone(),
            Variables = (JsonObject)Variables.DeepClone(),
            Outputs = (JsonObject)Outputs.DeepClone(),
            Visits = new(Visits),
            Frames = [.. Frames.Select(f => f.Clone())],
            Waiting = [.. Waiting.Select(w => w.Clone())],
            Queue = [.. Queue],
            DecidedBy = DecidedBy.ToDictionary(p => p.Key, p => p.Value.ToList()),
            LastBy = new(LastBy),
            Last = Last,
            Instance = Instance,
        };
}

/// <summary>An activity to be begun.</summary>
/// <param name="ActivityId">Which.</param>
/// <param name="Parent">Key of the container's frame; empty for the root.</param>
/// <param name="IsBack">True where a connection that leads back brought us here.</param>
internal sealed record Work(
    [property: JsonPropertyName("a")] string ActivityId,
    [property: JsonPropertyName("p")] string Parent,
    [property: JsonPropertyName("b")] bool IsBack
);

/// <summary>A container under way.</summary>
internal sealed class Frame
{
    [JsonPropertyName("k")]
    public required string Key { get; init; }

    [JsonPropertyName("a")]
    public required string ActivityId { get; init; }

    [JsonPropertyName("p")]
    public required string Parent { get; init; }

    [JsonPropertyName("b")]
    public bool IsBack { get; init; }

    /// <summary>A sequence's next activity.</summary>
    [JsonPropertyName("i")]
    public int Next { get; set; }

    /// <summary>How often each activity of a flowchart was left or passed over.</summary>
    [JsonPropertyName("fa")]
    public int[] Left { get; init; } = [];

    /// <summary>How often each connection was visited, times two; odd where the last visit followed it.</summary>
    [JsonPropertyName("fc")]
    public int[] Taken { get; init; } = [];

    public Frame Clone() =>
        new()
        {
            Key = Key,
            ActivityId = ActivityId,
            Parent = Parent,
            IsBack = IsBack,
            Next = Next,
            Left = [.. Left],
            Taken = [.. Taken],
        };
}

/// <summary>An activity that waits.</summary>
internal sealed class Waiting
{
    [JsonPropertyName("k")]
    public required string Key { get; set; }

    [JsonPropertyName("a")]
    public required string ActivityId { get; init; }

    [JsonPropertyName("p")]
    public required string Parent { get; init; }

    [JsonPropertyName("b")]
    public bool IsBack { get; init; }

    /// <summary>Since when it waits; moved on by as long as a hold lasted.</summary>
    [JsonPropertyName("g")]
    public DateTime? BegunAt { get; set; }

    /// <summary>How many tasks this visit opened.</summary>
    [JsonPropertyName("c")]
    public int TasksOpened { get; set; }

    [JsonPropertyName("t")]
    public OpenTask? Task { get; set; }

    /// <summary>Due times by name.</summary>
    [JsonPropertyName("z")]
    public Dictionary<string, DateTime> Timers { get; set; } = [];

    /// <summary>True where it waits for a child review, whose key is <see cref="Key"/>.</summary>
    [JsonPropertyName("ch")]
    public bool HasChild { get; set; }

    /// <summary>True where it waits for looks at the sources.</summary>
    [JsonPropertyName("lk")]
    public bool HasLooks { get; set; }

    /// <summary>Inputs that were evaluated when it began to wait.</summary>
    [JsonPropertyName("i")]
    public JsonObject Inputs { get; set; } = [];

    [JsonPropertyName("m")]
    public Dictionary<string, string> Notes { get; set; } = [];

    /// <summary>Begins the visit <paramref name="key"/>, with nothing of the one before but its place.</summary>
    public void Begin(string key)
    {
        Key = key;
        TasksOpened = 0;
        Inputs = [];
        Notes = [];
    }

    public Waiting Clone() =>
        new()
        {
            Key = Key,
            ActivityId = ActivityId,
            Parent = Parent,
            IsBack = IsBack,
            BegunAt = BegunAt,
            TasksOpened = TasksOpened,
            Task = Task,
            Timers = new(Timers),
            HasChild = HasChild,
            HasLooks = HasLooks,
            Inputs = (JsonObject)Inputs.DeepClone(),
            Notes = new(Notes),
        };
}

/// <summary>What of an open task does not stand in the definition.</summary>
internal sealed record OpenTask(
    [property: JsonPropertyName("k")] string Key,
    [property: JsonPropertyName("u")] DateTime? DueAtUtc,
    [property: JsonPropertyName("e")] string? EscalatedTo,
    [property: JsonPropertyName("x")] IReadOnlyList<string> Barred,
    [property: JsonPropertyName("f")] string? HeldFor = null
);
