namespace ClaimTracker.Extraction.Text;

/// <summary>A text that a rule is made for, and what is read in it; a test reads all of them.</summary>
/// <param name="input">The text.</param>
/// <param name="spans">The figures that are found in it, as the text writes them, in their order.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ExampleAttribute(string input, params string[] spans) : Attribute
{
    /// <summary>The text.</summary>
    public string Input { get; } = input;

    /// <summary>The figures that are found in it, in their order.</summary>
    public IReadOnlyList<string> Spans { get; } = spans;
}
