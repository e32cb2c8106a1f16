namespace ClaimTracker.Workflows.Steps;

/// <summary>A step in words and data, from which Studio and our own pages show the same.</summary>
/// <param name="Title">A verb and a noun.</param>
/// <param name="Help">What it does and when a desk uses it.</param>
/// <param name="Inputs">What can be set.</param>
/// <param name="Outputs">What can be kept in variables.</param>
/// <param name="Outcomes">The ways out, for people; where they follow from an input, the words say so.</param>
/// <param name="MayEnd">True where a path may end here: the step closes the claim's review.</param>
public sealed record StepDescription(
    string Title,
    string Help,
    IReadOnlyList<InputDescription> Inputs,
    IReadOnlyList<OutputDescription> Outputs,
    string Outcomes,
    bool MayEnd = false
);

/// <summary>Something that can be set on a step.</summary>
/// <param name="Name">The field in definitions.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Help">What it is for, with the default.</param>
/// <param name="Required">True where there is no default.</param>
/// <param name="Fixed">True where the value must stand in the file, since outcomes or checks follow from it.</param>
/// <param name="Allowed">The values it can take; null where any.</param>
/// <param name="Retired">Values that a version which is stored already may still hold, and no new one.</param>
public sealed record InputDescription(
    string Name,
    InputType Type,
    string Help,
    bool Required = false,
    bool Fixed = false,
    IReadOnlyList<string>? Allowed = null,
    IReadOnlyList<string>? Retired = null
);

/// <summary>Something that a step leaves in a variable.</summary>
/// <param name="Name">The field in definitions.</param>
/// <param name="Help">What it holds.</param>
public sealed record OutputDescription(string Name, string Help);

/// <summary>What an input holds.</summary>
public enum InputType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A length of time, <c>d.hh:mm:ss</c>.</summary>
    Duration,

    /// <summary>A date and time with its offset.</summary>
    Instant,

    /// <summary>A list of words.</summary>
    List,

    /// <summary>Names with values.</summary>
    Names,

    /// <summary>Any value.</summary>
    Any,

    /// <summary>A variable, named and not read.</summary>
    Variable,

    /// <summary>The cases of a switch.</summary>
    Cases,
}
