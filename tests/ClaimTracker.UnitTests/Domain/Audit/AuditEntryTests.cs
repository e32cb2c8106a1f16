using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Audit;

public sealed class AuditEntryTests
{
    private static readonly DateTime At = DomainDesk.Now;

    [Fact]
    public void Whatever_is_changed_in_an_entry_or_before_it_shows()
    {
        var entry = new AuditEntry("claim/1", 2, At, "ada", "changed Claim", "[]", "abc");
        AuditEntry[] others =
        [
            new("claim/2", 2, At, "ada", "changed Claim", "[]", "abc"),
            new("claim/1", 3, At, "ada", "changed Claim", "[]", "abc"),
            new("claim/1", 2, At.AddTicks(TimeSpan.TicksPerMicrosecond), "ada", "changed Claim", "[]", "abc"),
            new("claim/1", 2, At, "eve", "changed Claim", "[]", "abc"),
            new("claim/1", 2, At, "ada", "added Claim", "[]", "abc"),
            new("claim/1", 2, At, "ada", "changed Claim", "[1]", "abc"),
            new("claim/1", 2, At, "ada", "changed Claim", "[]", "abd"),
        ];

        Assert.Equal(entry.Hash, entry.ComputeHash("abc"));
        Assert.Equal(others.Length + 1, others.Append(entry).Select(one => one.Hash).Distinct().Count());
    }

    [Fact]
    public void Fields_do_not_run_over_into_each_other() =>
        Assert.NotEqual(
            new AuditEntry("claim/1", 1, At, "ada", "changed", "Claim[]", "").Hash,
            new AuditEntry("claim/1", 1, At, "ada", "changedClaim", "[]", "").Hash
        );
}
