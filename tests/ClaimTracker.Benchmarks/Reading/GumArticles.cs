using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>Sentences and dates of annotated news: a sentence counts when both its ends are right, a date when its first day is.</summary>
internal static class GumArticles
{
    public static void Print()
    {
        var articles = Directory.EnumerateFiles(SharedData.Path("gum-wikinews-gold", "dep"), "*.conllu").Order().Select(GumArticle.Read).ToList();
        var sentences = new Tally();
        int dates = 0, found = 0, resolved = 0;
        foreach (var article in articles)
        {
            var text = article.Text;
            var split = SentenceSplitter.Split(text);
            sentences.Compare(article.Sentences, split, (wanted, ours) => wanted == ours);
            var times = new List<TimeReference>();
            foreach (var sentence in split) TimeScanner.Scan(text, sentence, article.Published, times);
            foreach (var date in article.Dates)
            {
                var meeting = times.Where(time => Meet(time.Span, date.Span)).ToList();
                dates++;
                if (meeting.Count > 0) found++;
                if (meeting.Exists(time => time.From is { } from && DateOnly.FromDateTime(from) == date.From)) resolved++;
            }
        }

        Table.Row("sentences in 24 news articles", sentences.ToString());
        Table.Row("dates in 24 news articles", $"{found} of {dates} found, {resolved} resolved to the right first day");
    }

    private static bool Meet(TextSpan left, TextSpan right) => left.Start < right.End && right.Start < left.End;
}
