using System.Globalization;
using System.Xml.Linq;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.UnitTests.Extraction.Times;

/// <summary>Dates of real news articles, marked and resolved by people.</summary>
public class GumDatesTests
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    [Fact]
    public void Finds_and_resolves_dates_in_news()
    {
        int wanted = 0,
            right = 0;
        foreach (var file in Directory.GetFiles(SharedData.Require("gum-wikinews-gold", "xml"), "*.xml").Order())
        {
            var text = XDocument.Load(file).Root!;
            var published = Dateline(text) ?? Parse((string)text.Attribute("dateCreated")!);
            foreach (var sentence in text.Descendants("s"))
            {
                var times = Scan(sentence, published);
                foreach (var date in sentence.Descendants("date").Where(date => date.Attribute("when") is not null))
                {
                    wanted++;
                    right += times.Exists(time => IsRight(time, (string)date.Attribute("when")!)) ? 1 : 0;
                }
            }
        }

        var figures = $"{right} of {wanted} dates in news";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(right >= 0.85 * wanted, figures);
    }

    private static List<TimeReference> Scan(XElement sentence, DateTime? published)
    {
        var text = string.Join(' ', Words(sentence));
        var times = new List<TimeReference>();
        TimeScanner.Scan(text, new TextSpan(0, text.Length), published is { } day ? DateOnly.FromDateTime(day) : null, times);
        return times;
    }

    /// <summary>The first word of each tab-separated line.</summary>
    private static IEnumerable<string> Words(XElement element) =>
        element
            .Value.Split('\n')
            .Where(line => line.Contains('\t', StringComparison.Ordinal))
            .Select(line => line.Split('\t')[0]);

    private static DateTime? Dateline(XElement text) =>
        text.Descendants("date")
            .Where(date => Words(date).Count() >= 5)
            .Select(date => Parse((string?)date.Attribute("when")))
            .FirstOrDefault();

    private static bool IsRight(TimeReference time, string when) =>
        when.Length switch
        {
            4 => time.From?.Year == int.Parse(when, CultureInfo.InvariantCulture) || time.To == Parse(when)?.AddYears(1),
            7 => time.From <= Parse(when) && time.To > Parse(when),
            _ => time.From?.Date <= Parse(when) && time.To > Parse(when),
        };

    private static DateTime? Parse(string? when) =>
        DateTime.TryParseExact(when, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
