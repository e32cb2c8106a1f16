using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// Sentences and dates of annotated news: a sentence counts when both its ends are right, a date when its first day is, or its
/// last one where the text names the end of a period ("from 2004 to 2009", "by 2050").
/// </summary>
internal static class GumArticles
{
    public static void Print()
    {
        var articles = Directory
            .EnumerateFiles(SharedData.Path("gum-wikinews-gold", "dep"), "*.conllu")
            .Order()
            .Select(GumArticle.Read)
            .ToList();
        var sentences = new Tally();
        int dates = 0,
            found = 0,
            resolved = 0;
        foreach (var article in articles)
        {
            var text = article.Text;
            var split = SentenceSplitter.Split(text);
            sentences.Compare(article.Sentences, split, (wanted, ours) => wanted == ours);
            var times = new List<TimeReference>();
            foreach (var sentence in split)
                TimeScanner.Scan(text, sentence, article.Published, times);
            foreach (var date in article.Dates)
            {
                var meeting = times.Where(time => Meet(time.Span, date.Span)).ToList();
                dates++;
                if (meeting.Count > 0)
                    found++;
                if (meeting.Exists(time => Is(time.From, date.From) || Is(time.To, date.To)))
                    resolved++;
            }
        }

        Table.Row("sentences in 24 news articles", sentences.ToString());
        Table.Row("dates in 24 news articles", $"{found} of {dates} found, {resolved} resolved to the right first or last day");
    }

    private static bool Is(DateTime? instant, DateOnly day) => instant is { } known && DateOnly.FromDateTime(known) == day;

    private static bool Meet(TextSpan left, TextSpan right) => left.Start < right.End && right.Start < left.End;
}
