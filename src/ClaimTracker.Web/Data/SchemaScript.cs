using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Web.Data;

/// <summary>
/// A repeatable script (<c>Data/Sqlite/Scripts</c>, <c>Data/Postgres/Scripts</c>) with the hash of the text that was applied
/// last. It makes triggers, functions and full text, and can be applied to a database that has them already; what a later text no
/// longer makes, it drops.
/// </summary>
public sealed class SchemaScript
{
    /// <summary>The file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the text, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The scripts that this program brings for a database, by name, in the order in which they are applied.</summary>
    internal static SortedDictionary<string, string> TextsFor(DeskDb db)
    {
        var prefix = $"ClaimTracker.Web.Data.{(db.IsPostgres ? "Postgres" : "Sqlite")}.Scripts.";
        var assembly = typeof(SchemaScript).Assembly;
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            texts[Path.GetFileNameWithoutExtension(resource[prefix.Length..])] = reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        return texts;
    }

    /// <summary>The hash of a script's text.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
