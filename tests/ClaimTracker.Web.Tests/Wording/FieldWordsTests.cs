using ClaimTracker.Web.Data;
using ClaimTracker.Web.Wording;

namespace ClaimTracker.Web.Tests.Wording;

public sealed class FieldWordsTests
{
    [Theory]
    [InlineData("Claim", "Stage", "EditorReview", "Editor review")]
    [InlineData("Claim", "Publication", "Published", "Published")]
    [InlineData("Verdict", "Status", "Rejected", "Returned")]
    [InlineData("Review", "Status", "Rejected", "Rejected")]
    [InlineData("TaskDecision", "Decision", "RequestChanges", "Request changes")]
    [InlineData("Claim", "Stage", "9", "9")]
    [InlineData("Claim", "Stage", "Elsewhere", "Elsewhere")]
    [InlineData("Claim", "Rating", "false", "False")]
    [InlineData("Correction", "ToRating", "mostly-true", "Mostly true")]
    [InlineData("Claim", "UnderRecheck", "true", "yes")]
    [InlineData("Claim", "Wording", "2026 was the year", "2026 was the year")]
    [InlineData("Claim", "StaleAt", "2026-13-45T25:61:61Z", "2026-13-45T25:61:61Z")]
    public void A_value_is_written_as_pages_write_it_and_what_is_not_understood_as_it_is_stored(
        string what,
        string name,
        string stored,
        string words
    ) => Assert.Equal(words, FieldWords.Value(new AuditedField(what, name, null, stored), stored));

    [Fact]
    public void An_instant_is_written_as_pages_write_it()
    {
        var at = new DateTime(2026, 11, 30, 21, 6, 54, DateTimeKind.Utc);
        Assert.Equal(Moment.Text(at), FieldWords.Value(new AuditedField("Claim", "StaleAt", null, null), "2026-11-30T21:06:54Z"));
    }

    [Fact]
    public void What_has_no_words_keeps_its_own_name()
    {
        Assert.Equal("Ledger", FieldWords.Row("Ledger"));
        Assert.Equal("Colour", FieldWords.Field("Colour"));
        Assert.Equal("the verdict", FieldWords.Row("Verdict"));
    }
}
