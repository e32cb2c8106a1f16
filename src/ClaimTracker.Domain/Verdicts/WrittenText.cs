namespace ClaimTracker.Domain;

/// <summary>Texts as people read them: how lines end, and blanks at their ends, are no part of what is said.</summary>
public static class WrittenText
{
    /// <summary>The text with one kind of line end, without blanks at line ends or empty lines around it.</summary>
    public static string Of(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();

    /// <summary>True where both say the same in the same words and lines.</summary>
    public static bool Same(string? one, string? other) => Of(one) == Of(other);
}
