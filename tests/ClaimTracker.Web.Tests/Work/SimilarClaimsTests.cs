using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;

namespace ClaimTracker.Web.Tests.Work;

public sealed class SimilarClaimsTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_a_claim_in_other_forms_of_its_words_before_what_shares_the_subject(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var same = await desk.AddClaimAsync("The council of Poltava closed its schools after the flood.");
        var subject = await desk.AddClaimAsync("The mayor of Poltava praised the budget of the council.");
        await desk.AddClaimAsync("Unemployment fell in March.");

        var found = await desk.QueryAsync(db =>
            new SimilarClaims(db).FindAsync(0, "After the flood, its schools were closed by the council of Poltava", default)
        );

        Assert.Equal(
            [(same, MatchRelation.Same), (subject, MatchRelation.Related)],
            found.Select(claim => (claim.Id, claim.Relation))
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_nothing_for_a_wording_without_words(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddClaimAsync("Unemployment fell in March.");
        Assert.Empty(await desk.QueryAsync(db => new SimilarClaims(db).FindAsync(0, "12,000 of 40", default)));
    }
}
