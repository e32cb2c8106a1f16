using ClaimTracker.Extraction;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.UnitTests.Extraction;

/// <summary>The sample article of the issue, by its facts: what must reach triage, and nothing else.</summary>
public class SeedArticleTests
{
    private static readonly DateOnly Published = new(2025, 8, 19);

    [Fact]
    public void Yields_exactly_the_claims_that_a_desk_would_take()
    {
        var (_, reading) = Read();
        var kinds = reading.Sentences.SelectMany(sentence => sentence.Claims).Select(claim => claim.Kind).Order();
        Assert.Equal(
            [
                "attack-count",
                "casualty-figure",
                "count",
                "count",
                "event",
                "legal-status",
                "superlative",
                "superlative",
                "superlative",
            ],
            kinds
        );
    }

    [Fact]
    public void Counts_the_killed_and_wounded_and_names_analysts()
    {
        var (_, reading) = Read();
        var sentence = Holding(reading, "casualty-figure");
        var quantity = Assert.Single(sentence.Quantities);
        Assert.Equal((1_000_000, Comparator.Gt, "people"), (quantity.Value, quantity.Comparator, quantity.Counted));
        Assert.Equal("analysts", sentence.Attribution?.Source);
        Assert.Contains(
            sentence.Claims,
            claim => claim.Kind == "event" && claim.Canonical.EndsWith("in February 2022", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Counts_drones_and_missiles_of_the_night_before_publication()
    {
        var (_, reading) = Read();
        var sentence = Holding(reading, "attack-count");
        Assert.Equal(
            [(270, "drones"), (10, "missiles")],
            sentence.Quantities.Select(quantity => (quantity.Value, quantity.Counted))
        );
        Assert.Equal(new DateTime(2025, 8, 18, 18, 0, 0), sentence.Times[0].From);
        var claim = sentence.Claims.Single(claim => claim.Kind == "attack-count");
        Assert.StartsWith("Russia launched", claim.Canonical, StringComparison.Ordinal);
        Assert.Contains("overnight", claim.Canonical, StringComparison.Ordinal);
        Assert.Equal([MissingPart.When], claim.Missing);
        Assert.EndsWith("Poltava region", claim.Place, StringComparison.Ordinal);
        Assert.Contains(sentence.Claims, other => other.Canonical.EndsWith("only oil refinery", StringComparison.Ordinal));
    }

    [Fact]
    public void Puts_the_returned_bodies_down_to_their_sources()
    {
        var (_, reading) = Read();
        var sentences = reading.Sentences.Where(sentence => sentence.Claims.Any(claim => claim.Kind == "count")).ToList();
        Assert.Equal([1000, 19], sentences.Select(sentence => sentence.Quantities[0].Value));
        Assert.Null(sentences[0].Attribution);
        Assert.Contains("TASS", sentences[1].Attribution!.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_claim_points_into_its_sentence()
    {
        var (text, reading) = Read();
        Assert.All(
            reading.Sentences,
            sentence =>
                Assert.All(
                    sentence.Claims,
                    claim =>
                    {
                        Assert.InRange(claim.Span.Start, sentence.Span.Start, sentence.Span.End);
                        Assert.InRange(claim.Span.End, claim.Span.Start + 1, sentence.Span.End);
                        Assert.DoesNotContain('\n', claim.Span.Of(text));
                    }
                )
        );
    }

    private static SentenceReading Holding(Reading reading, string kind) =>
        reading.Sentences.Single(sentence => sentence.Claims.Any(claim => claim.Kind == kind));

    private static (string Text, Reading Reading) Read()
    {
        var folder = Path.Combine(Path.GetDirectoryName(SharedData.Require())!, "seeds");
        Assert.SkipUnless(Directory.Exists(folder), $"No sample article in ../shared beside the repository: {folder}.");
        var text = File.ReadAllText(Directory.GetFiles(folder, "*.txt").Order().First());
        return (text, ArticleReader.Read(text, Published));
    }
}
