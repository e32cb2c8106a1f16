using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Sentences;

namespace ClaimTracker.UnitTests.Extraction.Sentences;

/// <summary>
/// News articles whose sentences people marked. Each heading, caption and paragraph stands on a line of its own.
/// </summary>
public partial class GumSentencesTests
{
    private const double Floor = 0.945;

    [Fact]
    public void Finds_the_sentences_of_news()
    {
        int right = 0,
            found = 0,
            wanted = 0;
        foreach (var file in Directory.GetFiles(SharedData.Require("gum-wikinews-gold", "dep"), "*.conllu").Order())
        {
            var (text, gold) = Read(file);
            var spans = SentenceSplitter.Split(text).Select(span => (span.Start, span.End)).ToHashSet();
            right += spans.Count(gold.Contains);
            found += spans.Count;
            wanted += gold.Count;
        }

        var f1 = 2.0 * right / (found + wanted);
        TestContext.Current.TestOutputHelper?.WriteLine($"F1 {f1:P2} over {wanted} sentences");
        Assert.True(f1 >= Floor, $"F1 {f1:P2}, {Floor:P2} is the floor");
    }

    /// <summary>A block that begins with the caption of a picture, and of how many sentences that consists.</summary>
    [GeneratedRegex(@"^# newpar_block = .*caption[^|]*\((\d+) s\)")]
    private static partial Regex Caption();

    private static (string Text, HashSet<(int Start, int End)> Gold) Read(string file)
    {
        var text = new StringBuilder();
        var gold = new HashSet<(int, int)>();
        var opens = false;
        var caption = 0;
        foreach (var line in File.ReadLines(file))
        {
            opens |= line.StartsWith("# newpar", StringComparison.Ordinal);
            caption = Caption().Match(line) is { Success: true } block ? int.Parse(block.Groups[1].ValueSpan, null) : caption;
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Append(
                    text.Length == 0 ? ""
                    : opens ? "\n"
                    : " "
                );
                var start = text.Length;
                text.Append(line[9..].Trim());
                gold.Add((start, text.Length));
                opens = --caption == 0;
            }
        }

        return (text.ToString(), gold);
    }
}
