using ClaimTracker.Extraction;
using ClaimTracker.Extraction.Kinds;

namespace ClaimTracker.UnitTests.Extraction.Kinds;

public class KindSpecTests
{
    public sealed record Case(string Text, DateOnly? Published, List<string> Kinds);

    public static TheoryData<string> Kinds => new(ClaimKinds.All.Select(kind => kind.Id));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_found_where_its_specs_say(string kind)
    {
        var cases = Specs.Read<Case>("kinds", kind);
        Assert.Contains(cases, @case => @case.Kinds.Contains(kind));
        Assert.Contains(cases, @case => @case.Kinds.Count == 0);
        var wrong = cases.Select(Check).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_spec_file_belongs_to_a_kind()
    {
        var files = Directory.GetFiles(Specs.Folder("kinds"), "*.json").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(ClaimKinds.All.Select(kind => kind.Id).Order(), files.Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_says_its_own_reason(string kind)
    {
        var reasons = ClaimKinds.All.ToLookup(one => one.Because("the words"), one => one.Id);
        var own = reasons.Single(said => said.Contains(kind));
        Assert.False(string.IsNullOrWhiteSpace(own.Key), $"{kind} says no reason.");
        Assert.True(own.Count() == 1, $"{string.Join(" and ", own)} say the same: {own.Key}");
    }

    [Fact]
    public void Every_kind_has_a_rank_of_its_own_and_an_id_of_its_own()
    {
        Assert.Equal(ClaimKinds.All.Length, ClaimKinds.All.Select(kind => kind.Rank).Distinct().Count());
        Assert.Equal(ClaimKinds.All.Length, ClaimKinds.Ids.Distinct().Count());
        Assert.Equal("casualty-figure", ClaimKinds.Ids[0]);
    }

    private static string? Check(Case @case)
    {
        var reading = ArticleReader.ReadSentence(@case.Text, @case.Published);
        var found = reading.Claims.Select(claim => claim.Kind).Order().ToList();
        return found.SequenceEqual(@case.Kinds.Order())
            ? null
            : $"{@case.Text}\n  expected [{string.Join(", ", @case.Kinds)}], found [{string.Join(", ", found)}], score {reading.Score:F2}";
    }
}
