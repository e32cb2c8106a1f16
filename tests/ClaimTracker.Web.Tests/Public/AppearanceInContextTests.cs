using ClaimTracker.Domain;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Public;

public sealed class AppearanceInContextTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_the_sentence_behind_characters_that_count_twice(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        const string Sentence = "Nine boats sank.";
        var text =
            string.Concat(Enumerable.Repeat("🚀", 40)) + " It was a calm day. " + Sentence + " Nobody was hurt.\nMore news.";
        var id = await desk.QueryAsync(async db =>
        {
            var article = new Article("Boats", "Courier", text, desk.Now, "ada");
            var start = text.IndexOf(Sentence, StringComparison.Ordinal);
            var claim = new Claim(
                Sentence,
                "count",
                0.5,
                new ClaimDetails(),
                new Appearance(article, start, start + Sentence.Length),
                desk.Now
            );
            db.Claims.Add(claim);
            await db.SaveChangesAsync();
            return claim.Id;
        });

        var appearance = Assert.Single(
            await desk.QueryAsync(db => AppearanceInContext.OfAsync(db, id, null, 10, CancellationToken.None))
        );

        Assert.EndsWith("It was a calm day. ", appearance.Before, StringComparison.Ordinal);
        Assert.Equal(" Nobody was hurt.", appearance.After);
    }
}
