namespace ClaimTracker.Workflows.Definitions;

/// <summary>Something in a definition that would not run as drawn.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Activity">The activity's id; empty where the fault is about the definition.</param>
/// <param name="Field">The JSON field.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record Fault(string File, string Activity, string Field, string Message)
{
    /// <summary><c>file: activity: field: message</c>, with a dash for what is empty.</summary>
    public override string ToString() => $"{File}: {Or(Activity)}: {Or(Field)}: {Message}";

    private static string Or(string part) => part.Length == 0 ? "-" : part;
}
