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

    private static string? Check(Case @case)
    {
        var reading = ArticleReader.ReadSentence(@case.Text, @case.Published);
        var found = reading.Claims.Select(claim => claim.Kind).Order().ToList();
        return found.SequenceEqual(@case.Kinds.Order())
            ? null
            : $"{@case.Text}\n  expected [{string.Join(", ", @case.Kinds)}], found [{string.Join(", ", found)}], score {reading.Score:F2}";
    }
}
