using System.Globalization;

namespace ClaimTracker.Domain;

/// <summary>A number of things in a sentence.</summary>
public static class Plural
{
    /// <summary>“1 approval”, “2 approvals”: for nouns that take an s.</summary>
    public static string Of(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
