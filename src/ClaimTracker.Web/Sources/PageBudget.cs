using System.Text.RegularExpressions;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// What reading one page may cost. Its characters, its tags, and its characters times the depth at which they stand are bounded
/// while it is parsed, before anything else walks over it; time is asked on the way. What goes beyond ends the reading in a
/// refusal, on the thread that reads.
/// </summary>
/// <param name="time">The clock that the time is taken from.</param>
internal sealed class PageBudget(TimeProvider time)
{
    /// <summary>Longest source of a page, in characters.</summary>
    public const int MostCharacters = 10_000_000;

    /// <summary>Tags in the source and elements in the tree, together.</summary>
    public const int MostTags = 400_000;

    /// <summary>
    /// The sum of characters times their depth. What asks each element for its text, as finding the article does, takes so many
    /// steps. Articles with all that sites put around them stay below a twentieth.
    /// </summary>
    public const long MostWeight = 150_000_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private readonly long _start = time.GetTimestamp();
    private int _tags;
    private long _weight;

    /// <summary>Reads within the budget.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="read">What is done; it is handed the budget.</param>
    /// <returns>What was read; refused with <c>too-large</c> or <c>too-costly</c>.</returns>
    public static Result<T> Read<T>(TimeProvider time, Func<PageBudget, T> read)
    {
        try
        {
            return read(new PageBudget(time));
        }
        catch (BudgetSpentException spent)
        {
            return spent.Refusal;
        }
        catch (RegexMatchTimeoutException)
        {
            return TooCostly("its text takes too long to match").Refusal;
        }
    }

    /// <summary>Takes the source's length.</summary>
    public static void TakeCharacters(int count)
    {
        if (count > MostCharacters)
        {
            throw new BudgetSpentException(
                new Refusal(
                    "too-large",
                    $"The page has {count:N0} characters; {MostCharacters:N0} is the most that is read. Paste the part that matters."
                )
            );
        }
    }

    /// <summary>Takes a tag, or an element that the parser adds of itself.</summary>
    public void TakeTag()
    {
        if (++_tags > MostTags)
            throw TooCostly($"it has more than {MostTags:N0} tags and elements");
        if (_tags % 128 == 0)
            CheckTime();
    }

    /// <summary>Takes characters that stand at a depth.</summary>
    public void TakeWeight(int characters, int depth)
    {
        _weight += (long)characters * depth;
        if (_weight > MostWeight)
            throw TooCostly("too much of it stands inside too many other elements");
    }

    /// <summary>Ends the reading where its time is up; asked by every walk over the page.</summary>
    public void CheckTime()
    {
        if (time.GetElapsedTime(_start) > MostTime)
            throw TooCostly($"reading it takes longer than {MostTime.TotalSeconds:0} seconds");
    }

    private static BudgetSpentException TooCostly(string why) =>
        new(new Refusal("too-costly", $"The page was not read to its end: {why}. Paste the text that matters instead."));

    private sealed class BudgetSpentException(Refusal refusal) : Exception(refusal.Message)
    {
        public Refusal Refusal { get; } = refusal;
    }
}
