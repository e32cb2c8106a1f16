using System.Security.Cryptography;

namespace ClaimTracker.Domain;

/// <summary>Bytes as they were fetched or uploaded, kept so that a check can be repeated on what was seen that day.</summary>
public sealed class Snapshot
{
    private Snapshot() { }

    /// <summary>A snapshot of <paramref name="content"/>, identified by its hash.</summary>
    public Snapshot(byte[] content, string contentType, string? url, DateTime takenAt)
    {
        Content = content;
        ContentType = contentType;
        Url = url;
        TakenAt = takenAt;
        Hash = HashOf(content);
    }

    public long Id { get; private set; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public string ContentType { get; private set; } = "";

    public string? Url { get; private set; }

    public DateTime TakenAt { get; private set; }

    /// <summary>
    /// The encoding that the server named; null where it named none or nobody answered. Without it the bytes may read otherwise.
    /// </summary>
    public string? Charset { get; init; }

    /// <summary>Where the answer came from, after redirects; null where nobody answered.</summary>
    public string? FinalAddress { get; init; }

    /// <summary>The answer's ETag; null where it had none.</summary>
    public string? ETag { get; init; }

    /// <summary>The answer's Last-Modified; null where it had none.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
