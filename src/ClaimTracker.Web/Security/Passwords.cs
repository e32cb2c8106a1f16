using System.Security.Cryptography;

namespace ClaimTracker.Web.Security;

/// <summary>Passwords and codes that the program makes.</summary>
internal static class Passwords
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Twenty letters and digits that nobody mistakes for each other, in four groups: 100 bits.</summary>
    public static string Generate() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 5)));
}
