using System.Security.Cryptography;
using System.Text;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.CheckWorthiness.Training;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Learning;

/// <summary>The sentences whose claims people accepted for review or declined.</summary>
/// <param name="Learned">To learn from.</param>
/// <param name="HeldBack">Never learned from: those of every fifth article, so that each model is judged on what it has not
/// seen.</param>
internal sealed record TriageDecisions(IReadOnlyList<LabelledSentence> Learned, IReadOnlyList<LabelledSentence> HeldBack)
{
    /// <summary>How many of the latest claims are looked at.</summary>
    private const int Most = 20_000;

    private const int LeastOfEach = 10;
    private const int ArticlesAtOnce = 100;
    private const int EveryNth = 5;

    /// <summary>True where there are at least ten of each on both sides.</summary>
    public bool AreEnough => HasBoth(Learned) && HasBoth(HeldBack);

    /// <summary>The same decisions have the same hash.</summary>
    public string Hash(string of)
    {
        var text = new StringBuilder(of);
        foreach (var sentence in Learned.Concat(HeldBack))
            text.Append('\n').Append(sentence.CheckWorthy ? '1' : '0').Append(sentence.Group).Append(' ').Append(sentence.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }

    /// <summary>
    /// Reads the latest decisions, in the order of their articles. A link or a fold says nothing of whether a sentence is worth
    /// checking.
    /// </summary>
    public static async Task<TriageDecisions> ReadAsync(DeskDb db, CancellationToken cancel)
    {
        var decided = await db
            .Appearances.AsNoTracking()
            .Where(a =>
                a.Claim.Stage != Stage.New
                && a.Claim.Stage != Stage.Triage
                && a.Claim.Stage != Stage.Linked
                && a.Claim.Stage != Stage.Folded
            )
            .OrderByDescending(a => a.Id)
            .Take(Most)
            .Select(a => new Decision(a.ArticleId, a.Start, a.Claim.Stage != Stage.Declined))
            .ToListAsync(cancel);
        List<LabelledSentence> sentences = [];
        foreach (var articles in decided.GroupBy(d => d.ArticleId).OrderBy(g => g.Key).Chunk(ArticlesAtOnce))
        {
            var ids = articles.Select(g => g.Key).ToList();
            var texts = await db
                .Articles.AsNoTracking()
                .Where(a => ids.Contains(a.Id))
                .ToDictionaryAsync(a => a.Id, a => a.Text, cancel);
            foreach (var article in articles)
                sentences.AddRange(SentencesOf(article, texts[article.Key]));
        }

        // A sentence that many articles repeat is one sentence, or it would be held back and learned from.
        var apart = sentences
            .GroupBy(s => s.Text, StringComparer.Ordinal)
            .Select(same => same.First() with { CheckWorthy = same.Any(s => s.CheckWorthy) })
            .ToLookup(s => long.Parse(s.Group!, System.Globalization.CultureInfo.InvariantCulture) % EveryNth == 0);
        return new TriageDecisions([.. apart[false]], [.. apart[true]]);
    }

    private static IEnumerable<LabelledSentence> SentencesOf(IGrouping<long, Decision> article, string text)
    {
        var group = article.Key.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var starts = article.ToLookup(d => d.Start);
        foreach (var span in SentenceSplitter.Split(text))
        {
            // A sentence may hold two claims; it was worth checking where one of them was.
            var inside = starts.Where(d => d.Key >= span.Start && d.Key < span.End).SelectMany(d => d).ToList();
            if (inside.Count > 0)
                yield return new LabelledSentence(span.Of(text), inside.Exists(d => d.Accepted), group);
        }
    }

    private static bool HasBoth(IReadOnlyList<LabelledSentence> sentences)
    {
        var accepted = sentences.Count(s => s.CheckWorthy);
        return accepted >= LeastOfEach && sentences.Count - accepted >= LeastOfEach;
    }

    private sealed record Decision(long ArticleId, int Start, bool Accepted);
}
