using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>The queue's numbers, which triggers note, are those of the open tasks.</summary>
internal static class TallyCheck
{
    /// <summary>What differs, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var noted = await db
            .TaskTallies.GroupBy(t => new
            {
                t.Role,
                t.EscalatedTo,
                t.Kind,
                t.Stage,
            })
            .Select(alike => new { Of = alike.Key, Number = alike.Sum(t => t.Number) })
            .ToDictionaryAsync(sum => (sum.Of.Role, sum.Of.EscalatedTo, sum.Of.Kind, sum.Of.Stage), sum => sum.Number);
        var open = await db
            .Tasks.Where(t => t.Status == ReviewTaskStatus.Open)
            .GroupBy(t => new
            {
                t.Role,
                EscalatedTo = t.EscalatedTo ?? "",
                t.Kind,
                Stage = (string)(object)t.ClaimStage,
            })
            .Select(alike => new { Of = alike.Key, Number = alike.Count() })
            .ToDictionaryAsync(
                count => (count.Of.Role, count.Of.EscalatedTo, count.Of.Kind, count.Of.Stage),
                count => count.Number
            );
        foreach (var of in noted.Keys.Union(open.Keys).Order())
        {
            var (counted, there) = (noted.GetValueOrDefault(of), open.GetValueOrDefault(of));
            if (counted != there)
            {
                yield return $"queue: {counted:N0} open tasks of {of.Kind}, {of.Stage}, for {of.Role}{(of.EscalatedTo.Length > 0 ? $" and {of.EscalatedTo}" : "")} are noted, and there are {there:N0}.";
            }
        }
    }
}
