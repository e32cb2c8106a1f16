namespace ClaimTracker.Domain;

/// <summary>Why the domain refused an action: a stable code for programs and a sentence for people.</summary>
/// <param name="Code">Kebab-case and stable, e.g. <c>own-verdict</c>; part of the API.</param>
/// <param name="Message">A full sentence that says what was refused, why, and what to do instead.</param>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>Of <c>approvals</c>: how many more the verdict has to have; else 0.</summary>
    public int ApprovalsWanting { get; init; }
}

/// <summary>The outcome of an action that the domain may refuse. A refusal is expected; a bug is an exception.</summary>
public readonly record struct Result(Refusal? Refusal)
{
    /// <summary>The action was carried out.</summary>
    public static readonly Result Ok;

    /// <summary>True where the action was carried out.</summary>
    public bool IsOk => Refusal is null;

    /// <summary>An action that was refused.</summary>
    public static Result Refused(string code, string message) => new(new Refusal(code, message));
}

/// <summary>As <see cref="Result"/>, with what the action made.</summary>
/// <typeparam name="T">What the action makes.</typeparam>
public readonly record struct Result<T>(T? Value, Refusal? Refusal)
{
    /// <summary>True where the action was carried out.</summary>
    public bool IsOk => Refusal is null;

    /// <summary>An action that was carried out and made <paramref name="value"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>An action that was refused.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
