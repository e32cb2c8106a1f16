using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClaimTracker.UnitTests;

/// <summary>
/// A switch over our own kinds, outcomes or effects says what a new one means, or fails: an arm for all the others answers for
/// what nobody has thought of, and soon with a good word. Where one stands all the same, the reason stands here. What reads text
/// meets more than it knows at every step; there only the good word itself is no answer for it.
/// </summary>
public sealed partial class DefaultArmGuards
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["BoxDrawing.cs: 8"] = "how round a corner is drawn",
        ["MoveWriter.cs: await effects.WriteAsync(review, effect, now, cancel)"] = "fails at what it does not know",
        ["WatchedSource.cs: RecheckOutcome.Changed"] = "what is not known is a finding, which a person looks at",
        ["Details.cshtml.cs: Words.Of(other)"] = "fails at what it does not know",
        ["TriageDesk.cs: claim.Reconsider(now)"] = "refused unless the claim is declined",
        ["Intake.cshtml.cs: SourceReader.FromText(Input.Text)"] = "the tab that needs no other field",
        ["SetAside.cshtml: \"No claim has been declined.\""] = "the last of three tabs",
        ["SetAside.cshtml: \"Put back into triage\""] = "the last of three tabs",
        ["SetAside.cshtml.cs: Stage.Declined"] = "the last of three tabs",
    };

    private static readonly string[] Projects = ["ClaimTracker.Domain", "ClaimTracker.Workflows", "ClaimTracker.Web"];

    // Enumerations, effects, and the two lists of words that are kept as constants.
    private static readonly HashSet<string> Ours =
    [
        "TaskForms",
        "Roles",
        .. Files("", "*.cs")
            .SelectMany(file => Declared().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value + match.Groups[2].Value),
    ];

    [Fact]
    public void No_switch_over_our_own_words_answers_for_those_that_it_does_not_know()
    {
        Assert.Superset(new HashSet<string> { "RecheckOutcome", "Stage", "PublishVerdict", "MatchRelation" }, Ours);
        var files = Projects.SelectMany(project => Files(project, "*.cs").Concat(Files(project, "*.cshtml")));
        var found = files.SelectMany(file => Arms(Switches(file)).Select(arm => $"{Path.GetFileName(file)}: {arm}")).ToHashSet();

        Assert.Equal("", string.Join('\n', found.Except(Allowed.Keys)));
        Assert.Equal("", string.Join('\n', Allowed.Keys.Except(found)));
    }

    [Fact]
    public void No_switch_of_the_reader_answers_with_a_good_word_for_what_it_does_not_know()
    {
        var files = Files("ClaimTracker.Extraction", "*.cs").ToList();
        var found = files.SelectMany(file => GoodArms(Switches(file)).Select(arm => $"{Path.GetFileName(file)}: {arm}"));

        Assert.Contains(files, file => Rests(Switches(file)).Any());
        Assert.Equal("", string.Join('\n', found));
    }

    [Theory]
    [InlineData("a switch { Nearness.Apart => LookOutcome.Changed, _ => LookOutcome.Unchanged }", "LookOutcome.Unchanged")]
    [InlineData("a switch { 1 => MatchRelation.Related, _ => MatchRelation.Same }", "MatchRelation.Same")]
    [InlineData("a switch { \"b\" => \"it is hidden\", _ => \"it was found\" }", "\"it was found\"")]
    [InlineData("a switch { \"b\" => \"it was found\", _ => \"it is hidden\" }", null)]
    [InlineData("a switch { LookOutcome.Unchanged => 1, _ => 0 }", null)]
    [InlineData(
        "() => { switch (a) { case 1: return null; default: return LookOutcome.Unchanged; } }",
        "return LookOutcome.Unchanged;"
    )]
    public void The_guard_tells_a_good_word_from_another(string source, string? arm) =>
        Assert.Equal(arm is null ? [] : [arm], GoodArms([SyntaxFactory.ParseExpression(source)]));

    [Theory]
    [InlineData("a switch { RecheckOutcome.Changed => \"Changed\", _ => \"Unchanged\" }", "\"Unchanged\"")]
    [InlineData("a switch { RecheckOutcome.Changed or RecheckOutcome.Missing => 1, var other => Good(other) }", "Good(other)")]
    [InlineData(
        "a switch { Retract => null, PublishVerdict publish when publish.MinimumGroups > 1 => more, _ => facts }",
        "facts"
    )]
    [InlineData("a switch { { Stage: Stage.Declined } => null, _ => Result.Ok }", "Result.Ok")]
    [InlineData("a switch { RecheckOutcome.Changed => 1, _ => throw new InvalidOperationException() }", null)]
    [InlineData("a switch { RecheckOutcome.Changed => 1, RecheckOutcome.Unchanged => 2 }", null)]
    [InlineData("a switch { \"Publish\" => Stage.New, _ => Stage.Triage }", null)]
    [InlineData(
        "() => { switch (a) { case PublishVerdict publish: return 1; default: return Result.Ok; } }",
        "return Result.Ok;"
    )]
    [InlineData("() => { switch (a) { case Stage.New: return 1; default: throw new InvalidOperationException(); } }", null)]
    public void The_guard_tells_an_arm_that_answers_from_one_that_fails(string source, string? arm) =>
        Assert.Equal(arm is null ? [] : [arm], Arms([SyntaxFactory.ParseExpression(source)]));

    private static IEnumerable<SyntaxNode> Switches(string file)
    {
        var text = File.ReadAllText(file);
        return file.EndsWith(".cs", StringComparison.Ordinal)
            ? [CSharpSyntaxTree.ParseText(text).GetRoot()]
            : InPage().Matches(text).Select(found => SyntaxFactory.ParseExpression("a " + text[found.Index..]));
    }

    private static IEnumerable<string> Arms(IEnumerable<SyntaxNode> trees) =>
        Rests(trees).Where(found => IsOurs(found.Patterns)).Select(found => found.Given);

    private static IEnumerable<string> GoodArms(IEnumerable<SyntaxNode> trees) =>
        Rests(trees).Select(found => found.Given).Where(rest => GoodWord().IsMatch(rest));

    // What the last arm of each switch gives for all the others, unless it fails.
    private static IEnumerable<(IEnumerable<SyntaxNode> Patterns, string Given)> Rests(IEnumerable<SyntaxNode> trees)
    {
        foreach (var node in trees.SelectMany(tree => tree.DescendantNodesAndSelf()))
        {
            var (patterns, rest) = node switch
            {
                SwitchExpressionSyntax given => (given.Arms.Select(arm => (SyntaxNode)arm.Pattern), RestOf(given)),
                SwitchStatementSyntax done => (done.Sections.SelectMany(section => section.Labels), RestOf(done)),
                _ => ([], null),
            };
            if (rest is not null)
                yield return (patterns, rest);
        }
    }

    private static string? RestOf(SwitchExpressionSyntax given) =>
        given.Arms.Last() is { Pattern: DiscardPatternSyntax or VarPatternSyntax, Expression: not ThrowExpressionSyntax } rest
            ? rest.Expression.ToString()
            : null;

    private static string? RestOf(SwitchStatementSyntax given) =>
        given.Sections.FirstOrDefault(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax)) is { } rest
        && rest.Statements[0] is not ThrowStatementSyntax
            ? rest.Statements[0].ToString()
            : null;

    private static bool IsOurs(IEnumerable<SyntaxNode> patterns) =>
        patterns
            .SelectMany(pattern => pattern.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            .Any(name => Ours.Contains(name.Identifier.ValueText) && name.Parent is not NameColonSyntax);

    private static IEnumerable<string> Files(string project, string pattern) =>
        Directory
            .GetFiles(Path.Combine(RepositoryFolder.Top, "src", project), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "Migrations"));

    [GeneratedRegex(@"\benum (\w+)|\brecord (\w+)\([^)]*\)\s*: Effect\(", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Declared();

    [GeneratedRegex(
        @"\b(?:same|unchanged|found|stands|holds|fresh|verified)\b",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex GoodWord();

    [GeneratedRegex(@"\bswitch\b", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex InPage();
}
