namespace ClaimTracker.Benchmarks.Watches;

/// <summary>True changes: after each of them the passage does not stand any more as it was quoted.</summary>
internal static class TrapChanges
{
    public static IEnumerable<Trap> Of(TrapSubject s, int number)
    {
        var kept = new TrapPage(s);
        foreach (var (kind, now) in Pages(s, kept, number))
            yield return new Trap($"{kind}-{s.Style}-{number}", "change", s.Quote, kept.Html(), now.Html());
    }

    private static IEnumerable<(string Kind, TrapPage Now)> Pages(TrapSubject s, TrapPage kept, int n)
    {
        yield return (
            "figure",
            kept with
            {
                Passage = kept.Passage.Replace(s.Figure.From, s.Figure.To, StringComparison.Ordinal),
            }
        );
        for (var i = 0; i < s.Words.Length; i++)
        {
            var (from, to) = s.Words[i];
            yield return (
                $"words{i}",
                kept with
                {
                    Passage = kept.Passage.Replace(
                        System.Net.WebUtility.HtmlEncode(from),
                        System.Net.WebUtility.HtmlEncode(to),
                        StringComparison.Ordinal
                    ),
                }
            );
        }

        yield return ("heading", kept with { Heading = s.OtherHeading });
        if (s.Denial.Length > 0)
            yield return ("denial", kept with { Passage = $"{s.Denial} {Lower(kept.Passage)}" });
        yield return ("newer", Newer(s, kept, n));
        yield return ("takenback", TakenBack(s, kept, n));
        yield return (
            "notice",
            kept with
            {
                Top = (n % 3) switch
                {
                    0 => $"<div class=notice>{s.Notice}</div>",
                    1 => $"<p><strong>{s.Notice}</strong></p>",
                    _ => $"<aside role=note><p>{s.Notice}</p></aside>",
                },
            }
        );
        if (s.Style != "table")
        {
            yield return ("struck", kept with { Passage = Struck(kept.Passage, n) });
            yield return (
                "hidden",
                kept with
                {
                    Passage = Hidden(kept.Passage, n),
                    Head = "<style>.x7{display:none} @media print{.y{display:none}}</style>",
                }
            );
            yield return (
                "comment",
                kept with
                {
                    Passage = "",
                    Comments = $"<section class=comments><h3>2 comments</h3><div><p>{kept.Passage}</p></div></section>",
                }
            );
            yield return (
                "teaser",
                kept with
                {
                    Passage = "",
                    Side = $"<div class=related><h4><a href=/x>{s.Title}</a></h4><p>{kept.Passage}</p></div>",
                }
            );
            yield return (
                "jsonld",
                kept with
                {
                    Passage = "",
                    Head =
                        $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"{{s.Title}}","articleBody":"{{s.Before}} {{s.Passage.Replace("\"", "'", StringComparison.Ordinal)}} {{s.After}}"}</script>""",
                }
            );
        }

        yield return ("gone", kept with { Passage = "" });
    }

    private static TrapPage Newer(TrapSubject s, TrapPage kept, int n) =>
        (s.Style, n % 2) switch
        {
            ("liveblog", _) => kept with { Above = $"<div class=entry><h3>16:55</h3><p>{s.Newer}</p></div>" },
            ("factlist" or "court", _) => kept with { After = s.After + $"</li><li>{s.Newer}" },
            (_, 0) => kept with { Below = $"<p>{s.Newer}</p>" },
            _ => kept with { Above = $"<p>{s.Newer}</p>" },
        };

    private static TrapPage TakenBack(TrapSubject s, TrapPage kept, int n) =>
        s.Style switch
        {
            "status" => kept with { After = s.TakenBack },
            "table" => kept with { Below = $"<p>{s.TakenBack}</p>" },
            _ => kept with { Passage = n % 2 == 0 ? $"{kept.Passage} {s.TakenBack}" : $"{kept.Passage} <em>{s.TakenBack}</em>" },
        };

    private static string Struck(string passage, int n) =>
        (n % 4) switch
        {
            0 => $"<del>{passage}</del>",
            1 => $"<s>{passage}</s>",
            2 => $"<span style='text-decoration: line-through'>{passage}</span>",
            _ => $"<span class=strikethrough>{passage}</span>",
        };

    private static string Hidden(string passage, int n) =>
        (n % 6) switch
        {
            0 => $"<span style='display:none'>{passage}</span>",
            1 => $"<span hidden>{passage}</span>",
            2 => $"<span aria-hidden=true>{passage}</span>",
            3 => $"<span class=x7>{passage}</span>",
            4 => $"<span style='position:absolute;left:-9999px'>{passage}</span>",
            _ => $"<span style='visibility: hidden'>{passage}</span>",
        };

    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
