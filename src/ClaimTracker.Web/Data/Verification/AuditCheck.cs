using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>
/// Every subject's audit entries can be read and form an unbroken chain of hashes up to its head, and nothing stands in the
/// database without one.
/// </summary>
internal static class AuditCheck
{
    /// <summary>Edits, gaps and missing chains, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        AuditEntry? last = null;
        await foreach (
            var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Subject).ThenBy(e => e.Sequence).AsAsyncEnumerable()
        )
        {
            var previous = last?.Subject == entry.Subject ? last : null;
            var expected = (previous?.Sequence ?? 0) + 1;
            if (entry.Sequence != expected)
                yield return $"audit: {entry.Subject}: entry {expected} is missing (the next one there is {entry.Sequence}).";
            else if (entry.Hash != entry.ComputeHash(previous?.Hash ?? ""))
                yield return $"audit: {entry.Subject}: entry {entry.Sequence} of {entry.At:yyyy-MM-dd HH:mm} by {entry.Who} was changed after it was written, or the one before it was.";
            if (AuditedField.Of(entry).Refusal is { } broken)
                yield return $"audit: {entry.Subject}: entry {entry.Sequence} of {entry.At:yyyy-MM-dd HH:mm} by {entry.Who} cannot be read: {broken.Message}";
            last = entry;
        }

        var cut = db.AuditHeads.Where(h =>
            !db.AuditEntries.Any(e => e.Subject == h.Subject && e.Sequence == h.Sequence && e.Hash == h.Hash)
        );
        await foreach (var head in cut.AsNoTracking().OrderBy(h => h.Subject).AsAsyncEnumerable())
            yield return $"audit: {head.Subject}: entry {head.Sequence}, its last, is missing or another one than was written; what was cut from the end of the chain is gone.";
        await foreach (
            var subject in db
                .AuditEntries.Where(e => !db.AuditHeads.Any(h => h.Subject == e.Subject))
                .Select(e => e.Subject)
                .Distinct()
                .Order()
                .AsAsyncEnumerable()
        )
        {
            yield return $"audit: {subject}: the head of its chain is missing, so that nobody can tell whether entries were cut from its end.";
        }

        await foreach (
            var id in db
                .Claims.Where(c => !db.AuditEntries.Any(e => e.Subject == "claim/" + c.Id))
                .Select(c => c.Id)
                .AsAsyncEnumerable()
        )
        {
            yield return $"audit: claim/{id}: the claim is there and none of its history.";
        }

        await foreach (
            var id in db
                .Articles.Where(a => !db.AuditEntries.Any(e => e.Subject == "article/" + a.Id))
                .Select(a => a.Id)
                .AsAsyncEnumerable()
        )
        {
            yield return $"audit: article/{id}: the article is there and none of its history.";
        }

        await foreach (
            var name in db
                .Outlets.Where(o => !db.AuditEntries.Any(e => e.Subject == "outlet/" + o.Name))
                .Select(o => o.Name)
                .AsAsyncEnumerable()
        )
        {
            yield return $"audit: outlet/{name}: the outlet is there and none of its history.";
        }

        await foreach (
            var name in db
                .Users.Where(p => !db.AuditEntries.Any(e => e.Subject == "person/" + p.UserName))
                .Select(p => p.UserName)
                .AsAsyncEnumerable()
        )
        {
            yield return $"audit: person/{name}: the account is there and none of its history.";
        }

        await foreach (
            var id in db
                .WorkflowVersions.Where(v => !db.AuditEntries.Any(e => e.Subject == "workflow/" + v.DefinitionId))
                .Select(v => v.Id)
                .AsAsyncEnumerable()
        )
        {
            yield return $"audit: workflow version {id} is there and none of its history.";
        }
    }
}
