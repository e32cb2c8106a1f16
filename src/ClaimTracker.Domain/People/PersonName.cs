using System.Diagnostics.CodeAnalysis;

namespace ClaimTracker.Domain;

/// <summary>User names as they are compared: no two people's differ by capitals alone, nor by how an accent was typed.</summary>
public static class PersonName
{
    /// <summary>Compares names in their one form.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new OneForm();

    /// <summary>A name in the one form in which names are compared; the sign-in keeps it beside the name.</summary>
    public static string Normalized(string name)
    {
        try
        {
            return name.Normalize().ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Half a character, which nobody's name holds: it stays as it is, and means nobody.
            return name.ToUpperInvariant();
        }
    }

    /// <summary>True where both mean one person.</summary>
    public static bool Same(string? one, string? other) => one is not null && other is not null && Comparer.Equals(one, other);

    /// <summary>True where <paramref name="name"/> is among the names.</summary>
    public static bool Among(IEnumerable<string> names, string name) => names.Contains(name, Comparer);

    private sealed class OneForm : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) =>
            string.Equals(x, y, StringComparison.Ordinal) || (x is not null && y is not null && Normalized(x) == Normalized(y));

        public int GetHashCode([DisallowNull] string obj) => Normalized(obj).GetHashCode(StringComparison.Ordinal);
    }
}
