using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// The labels of a transcript, known by how its lines are built: where most lines open with a few words and a colon, each of
/// these
/// says who speaks, whatever it looks like: "B:", "Audience member:", "Rhian Pryce (Ynys Môn):", "Mr. ACHEBE.", "Q", "A".
/// </summary>
internal sealed partial class TurnLabels
{
    // Fewer lines are as well a list, or a headline with its text.
    private const int Fewest = 3;

    private readonly Dictionary<int, (int Start, int End, int Behind)> _turns = [];

    /// <summary>Reads the lines of a text.</summary>
    public static TurnLabels Of(string text)
    {
        var labels = new TurnLabels();
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            lines += line.IsWhiteSpace() ? 0 : 1;
        foreach (var form in (Regex[])[Colon(), Stop(), Bare()])
        {
            if (lines < Fewest || labels._turns.Count > 0)
                break;
            labels.Take(text, form, lines);
        }

        return labels;
    }

    /// <summary>True where the text is a transcript.</summary>
    public bool Any => _turns.Count > 0;

    /// <summary>The label that a sentence opens with; a weight of 0 where it opens with none.</summary>
    public Cue Find(TokenBuffer tokens)
    {
        if (_turns.Count == 0 || tokens.Count < 2 || !_turns.TryGetValue(tokens[0].Start, out var turn))
            return default;
        var (first, end) = (tokens.IndexAt(turn.Start), tokens.IndexAt(turn.End));
        if (end <= first)
            return default;
        // A label with a stop is as well a sentence of its own, which holds to the next label all the same.
        var behind = Math.Min(tokens.IndexAt(turn.Behind), tokens.Count);
        var cue = behind > end ? behind - 1 : end - 1;
        return new Cue(cue, Math.Max(behind, end), first, end, 6) { IsLabel = true, Lead = first };
    }

    private void Take(string text, Regex form, int lines)
    {
        // Most texts are no transcripts, and counting keeps nothing of what it finds.
        if (form.Count(text) is var count && (count < Fewest || count * 2 < lines))
            return;
        var found = form.Matches(text).ToList();
        var known = found.Select(match => match.Groups["who"].Value).Distinct().Count();
        if (known < 2 || known == found.Count)
            return;
        foreach (var match in found)
        {
            // "The Minister for Farming (Ellen Sharrock)": who holds the office stands behind it.
            var who = match.Groups["holder"] is { Success: true } holder ? holder : match.Groups["who"];
            _turns[match.Index] = (who.Index, who.Index + who.Length, match.Index + match.Length);
        }
    }

    [GeneratedRegex(
        @"^(?<who>\p{Lu}[\p{L}\d.'’-]*(?: [\p{L}\d.'’-]+){0,5})(?:, [^:\n,]{1,40})?(?: \((?<holder>(?<=^The [^\n:]*)[^)\n]{1,40})\)| \([^)\n]{1,40}\)){0,3}:(?= \S)",
        RegexOptions.Multiline,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Colon();

    [GeneratedRegex(
        @"^(?<who>(?:(?:Mr|Mrs|Ms|Dr|Sen|Gen|Rep)\. |The |Senator |Chairman |Chairwoman )\p{Lu}{2}[\p{Lu}'’ -]*)\.(?= \S)",
        RegexOptions.Multiline,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Stop();

    [GeneratedRegex(@"^(?<who>[QA])(?= \p{Lu})", RegexOptions.Multiline, RegexLimit.Milliseconds)]
    private static partial Regex Bare();
}
