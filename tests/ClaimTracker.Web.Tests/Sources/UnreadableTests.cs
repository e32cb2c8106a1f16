using ClaimTracker.Domain;
using ClaimTracker.Web.Intake;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClaimTracker.Web.Tests.Sources;

public sealed class UnreadableTests
{
    [Fact]
    public void A_reader_that_throws_refuses_and_one_that_reads_gives_what_it_read()
    {
        Assert.Equal("read", Unreadable.Try<string>(NullLogger.Instance, "a.html", () => "read").Value);
        Assert.Equal("x", Unreadable.Try<string>(NullLogger.Instance, "a.html", () => new Refusal("x", "No.")).Refusal!.Code);

        var refused = Unreadable.Try<string>(NullLogger.Instance, "a.html", () => throw new InvalidOperationException());

        Assert.Equal((null, "unreadable"), (refused.Value, refused.Refusal!.Code));
        Assert.StartsWith("a.html cannot be read", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() =>
            Unreadable.Try<string>(NullLogger.Instance, "a.html", () => throw new OperationCanceledException())
        );
    }
}
