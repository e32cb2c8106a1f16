using ClaimTracker.Domain;

namespace ClaimTracker.UnitTests.Domain.Rechecks;

public sealed class RecheckPolicyTests
{
    private static readonly DateTime Now = new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(4, 32)]
    [InlineData(5, 60)]
    [InlineData(23, 60)]
    [InlineData(1_000, 60)]
    public void The_pause_grows_to_its_longest_and_no_further_however_often_nothing_changed(int unchanged, int days)
    {
        var policy = new RecheckPolicy
        {
            Every = TimeSpan.FromDays(2),
            BackOff = 2,
            AtMost = TimeSpan.FromDays(60),
        };
        Assert.Equal(Now.AddDays(days), policy.NextCheck(Now, unchanged));
    }
}
