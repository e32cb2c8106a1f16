using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>A date that annotators marked, with its first day and, exclusive, its end.</summary>
internal sealed record GumDate(TextSpan Span, DateOnly From, DateOnly To);

/// <summary>One annotated news article, put together again out of its words.</summary>
internal sealed partial class GumArticle
{
    private readonly StringBuilder _text = new();
    private readonly Stack<(int Start, string When)> _open = [];
    private int _start;
    private int _sentencesToBreak;

    public List<TextSpan> Sentences { get; } = [];

    public List<GumDate> Dates { get; } = [];

    public DateOnly Published { get; private set; }

    public string Text => _text.ToString();

    public static GumArticle Read(string file)
    {
        var article = new GumArticle();
        foreach (var line in File.ReadLines(file))
            article.Take(line);
        article.EndSentence();
        return article;
    }

    private void Take(string line)
    {
        if (line.StartsWith("# meta::dateCreated = ", StringComparison.Ordinal))
            Published = Day(line[22..]);
        else if (InnerBlock().Match(line) is { Success: true } block)
            _sentencesToBreak = int.Parse(block.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            BreakParagraph();
        else if (line.Length == 0)
            EndSentence();
        else if (line[0] != '#')
            TakeWord(line.Split('\t'));
    }

    // Ranges like 5-6 hold contracted words, whose parts follow without text of their own; 5.1 is an elided word.
    private int _skipTo;

    private void TakeWord(string[] fields)
    {
        if (fields[0].Contains('.'))
            return;
        var range = fields[0].Split('-');
        var number = int.Parse(range[0], CultureInfo.InvariantCulture);
        var part = range.Length == 1 && number <= _skipTo;
        var start = _text.Length;
        if (!part)
            _text.Append(fields[1]);
        foreach (Match mark in DateMark().Matches(fields[9]))
        {
            if (mark.Groups[1].Success)
                _open.Push((start, mark.Groups[1].Value));
            else if (_open.TryPop(out var date))
                Dates.Add(Date(new TextSpan(date.Start, _text.Length), date.When));
        }

        if (!part && !fields[9].Contains("SpaceAfter=No", StringComparison.Ordinal))
            _text.Append(' ');
        _skipTo = range.Length == 2 ? int.Parse(range[1], CultureInfo.InvariantCulture) : Math.Max(_skipTo, 0);
    }

    private void EndSentence()
    {
        _skipTo = 0;
        var end = _text.Length;
        while (end > _start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        if (end == _start)
            return;
        Sentences.Add(new TextSpan(_start, end));
        if (end == _text.Length)
            _text.Append(' ');
        _start = _text.Length;
        // What follows a heading or the caption of a picture stands on a line of its own, though no mark says so.
        if (--_sentencesToBreak == 0)
            BreakParagraph();
    }

    private void BreakParagraph()
    {
        if (_text.Length == 0)
            return;
        _text[^1] = '\n';
        _start = _text.Length;
    }

    private static GumDate Date(TextSpan span, string when)
    {
        var from = Day(when);
        return new GumDate(
            span,
            from,
            when.Length switch
            {
                4 => from.AddYears(1),
                7 => from.AddMonths(1),
                _ => from.AddDays(1),
            }
        );
    }

    private static DateOnly Day(string when)
    {
        var parts = when.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new DateOnly(parts[0], parts.Length > 1 ? Math.Max(1, parts[1]) : 1, parts.Length > 2 ? Math.Max(1, parts[2]) : 1);
    }

    /// <summary>The innermost block that begins here, and of how many sentences it consists.</summary>
    [GeneratedRegex(@"^# newpar_block = .*\((\d+) s\)$")]
    private static partial Regex InnerBlock();

    [GeneratedRegex("""<date (?:when|from):::"(\d{4}(?:-\d\d){0,2})"[^>]*>|</date>""")]
    private static partial Regex DateMark();
}
