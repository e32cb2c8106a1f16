using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ClaimTracker.Domain;

/// <summary>
/// Who changed what, when, from what to what. Entries of one subject form a chain of hashes, and the database refuses to change
/// or delete any, so that a gap or an edit shows.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <summary>
    /// The entry that follows <paramref name="previousHash"/> (empty for a subject's first) in the subject's chain.
    /// </summary>
    public AuditEntry(string subject, int sequence, DateTime at, string who, string action, string changes, string previousHash)
    {
        Subject = subject;
        Sequence = sequence;
        At = at;
        Who = who;
        Action = action;
        Changes = changes;
        Hash = ComputeHash(previousHash);
    }

    public long Id { get; private set; }

    /// <summary>What it is about: <c>claim/12</c>, <c>article/3</c>, <c>person/ada</c>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>1, 2, 3 … within the subject.</summary>
    public int Sequence { get; private set; }

    public DateTime At { get; private set; }

    public string Who { get; private set; } = "";

    /// <summary>Verb and what it was done to, e.g. <c>changed Claim</c>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>JSON: per field the value before and after.</summary>
    public string Changes { get; private set; } = "";

    /// <summary>SHA-256 over the previous entry's hash and this entry's fields, lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The hash that this entry must have after <paramref name="previousHash"/>.</summary>
    public string ComputeHash(string previousHash)
    {
        var at = At.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var content = string.Join(
            '\u001f',
            previousHash,
            Subject,
            Sequence.ToString(CultureInfo.InvariantCulture),
            at,
            Who,
            Action,
            Changes
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
