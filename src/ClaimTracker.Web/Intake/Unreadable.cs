using ClaimTracker.Domain;

namespace ClaimTracker.Web.Intake;

/// <summary>
/// Where a reader of ours fails on a text, whoever adds it is told so in words, and the log has the rest: one text is no reason
/// to end a request, or an import of many.
/// </summary>
internal static class Unreadable
{
    /// <summary>What <paramref name="read"/> gives, or a refusal with code <c>unreadable</c> where it throws.</summary>
    public static Result<T> Try<T>(ILogger log, string what, Func<Result<T>> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Could not read {What}", what);
            return new Refusal(
                "unreadable",
                $"{what} cannot be read: it holds something that this program fails on, and the log says what. Paste the part that matters as text."
            );
        }
    }
}
