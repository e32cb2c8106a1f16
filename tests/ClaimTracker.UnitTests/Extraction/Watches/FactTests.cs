using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.UnitTests.Extraction.Watches;

/// <summary>What a page gives by name beside its text, and gives otherwise now.</summary>
public sealed class FactTests
{
    [Theory]
    [InlineData("Swimmers should stay out of Lake Orr.", "Warning: blue algae", "Warning: none")]
    [InlineData(
        "The trawler Anneke lies at the quay in Holm.",
        "Under arrest since: 4 May",
        "Under arrest since: freed on 9 May"
    )]
    [InlineData("The bill became law with 61 votes.", "Needed: a simple majority", "Needed: two thirds of all members")]
    [InlineData("The painting shows the burgomaster's wife.", "Sitter: Griet Hals", "Sitter: not known")]
    [InlineData("Drivers need no permit for the old town.", "Zone: free", "Zone: residents alone")]
    public void A_fact_that_reads_differently_beside_the_passage_is_no_unchanged_page(string quote, string was, string now) =>
        Assert.NotEqual(LookOutcome.Unchanged, Look(quote, was, now));

    [Theory]
    [InlineData("Contact: Ann Lee", "Contact: Bo Carr")]
    [InlineData("Telephone: 555 0101", "Telephone: 555 0190")]
    [InlineData("Views: 1,204", "Views: 3,377")]
    [InlineData("Shelfmark: B 14", "Shelfmark: B 22")]
    [InlineData("Photo: Jo Marsh", "Photo: The Courier")]
    [InlineData("Updated: 3 May 2025", "Updated: 9 May 2025")]
    [InlineData("Level: orange", "Level: Orange")]
    public void What_serves_who_visits_the_page_changes_nothing(string was, string now) =>
        Assert.Equal(LookOutcome.Unchanged, Look("Swimmers should stay out of Lake Orr.", was, now));

    private static LookOutcome Look(string quote, string was, string now)
    {
        string[] Page(string fact) => ["# Notice", fact, quote, "A map hangs at the pier.", "The office opens at nine."];
        return PageComparison.Look(quote, Pages.Written("Notice", Page(was)), Pages.Written("Notice", Page(now))).Outcome;
    }
}
