namespace ClaimTracker.Benchmarks.Watches;

/// <summary>Noise: after each of these the passage stands as it was quoted, and nothing new speaks of it.</summary>
internal static class TrapNoise
{
    private static readonly string[] Adverts =
    [
        "Save 40% on garden chairs this weekend only.",
        "More than 2 million drivers trust Karvo insurance.",
        "Win a cruise for two: enter by 30 June.",
        "Your hearing test is free at Ottika.",
        "Cancel your old phone contract in 5 minutes.",
        "Lenders no longer want your paperwork.",
    ];

    private static readonly string[] Cookies =
    [
        "We use cookies to improve your visit. You can withdraw consent at any time.",
        "This site uses cookies. Read our cookie policy.",
        "Cookies help us to deliver our services. OK",
        "By staying here you accept cookies and our terms of use.",
    ];

    private static readonly string[] Corrections =
    [
        "Correction: a caption misspelt the photographer's surname.",
        "This page was amended to repair a broken link.",
        "An earlier version gave the wrong job title for the press officer.",
        "Updated to add a picture gallery.",
    ];

    public static IEnumerable<Trap> Of(TrapSubject s, int number)
    {
        var kept = Dressed(new TrapPage(s), 0);
        foreach (var (kind, now) in Pages(s, kept, number))
            yield return new Trap($"{kind}-{s.Style}-{number}", "noise", s.Quote, kept.Html(), now);
    }

    // What changes from one visit to the next.
    private static TrapPage Dressed(TrapPage page, int day) =>
        page with
        {
            Side =
                $"<aside><p>Today is {day + 3} June 2026</p><ul class=related><li><a href=/1>Ten walks for {(day == 0 ? "spring" : "summer")}</a></li></ul></aside>",
            Foot = $"All rights reserved. Visitors today: {1200 + day * 37}",
        };

    private static IEnumerable<(string Kind, string Now)> Pages(TrapSubject s, TrapPage kept, int n)
    {
        yield return ("nothing", kept.Html());
        yield return ("day", Dressed(new TrapPage(s), 9).Html());
        yield return (
            "advert",
            (kept with { Below = $"<div class={(n % 2 == 0 ? "advert" : "ad-slot")}>{Adverts[n % Adverts.Length]}</div>" }).Html()
        );
        yield return (
            "cookies",
            (kept with { Top = $"<div class=cookie-bar>{Cookies[n % Cookies.Length]}<button>Accept all</button></div>" }).Html()
        );
        yield return ("banner", (kept with { Top = $"<div class=strip>{Cookies[(n + 1) % Cookies.Length]}</div>" }).Html());
        yield return (
            "related",
            (
                kept with
                {
                    Comments =
                        $"<section><h3>More stories</h3><ul><li><a href=/q>Firm fined 3 million for {s.Heading.ToLowerInvariant()}</a></li><li><a href=/r>How wrong were we about rain?</a></li></ul></section>",
                }
            ).Html()
        );
        yield return (
            "comments",
            (
                kept with
                {
                    Comments =
                        "<div id=comments><h3>Comments (12)</h3><p>ann: this is false, everybody knows</p><p>bo: retract it!</p></div>",
                }
            ).Html()
        );
        yield return (
            "menu",
            (kept with { Menu = "<a href=/a>Startseite</a> <a href=/b>Themen</a> <a href=/k>Archiv</a>" }).Html()
        );
        yield return ("aside", (kept with { Other = $"{s.Other} {s.Aside}" }).Html());
        yield return (
            "paragraph",
            (
                kept with
                {
                    Below = s.Style is "liveblog"
                        ? $"<div class=entry><h3>08:33</h3><p>{s.Aside}</p></div>"
                        : $"<p>{s.Aside}</p>",
                }
            ).Html()
        );
        yield return ("correction", (kept with { Top = $"<p>{Corrections[n % Corrections.Length]}</p>" }).Html());
        yield return (
            "slip",
            (kept with { Other = s.Other.Replace("the ", "the  ", StringComparison.Ordinal).TrimEnd('.') + "!" }).Html()
        );
        yield return ("quotes", Curly(kept).Html());
        yield return (
            "blanks",
            kept.Html().Replace(", ", ",\n    ", StringComparison.Ordinal).Replace("<p>", "<p>\n  ", StringComparison.Ordinal)
        );
        yield return ("figures", (kept with { Passage = Reformatted(kept.Passage) }).Html());
        yield return ("redesign", Redesigned(kept.Html()));
        yield return ("emphasis", s.Style == "table" ? kept.Html() : (kept with { Passage = Emphasised(kept.Passage) }).Html());
        yield return (
            "updated",
            (kept with { Top = $"<p class=meta>Last updated {n % 28 + 1} May 2026, 10:{n + 10}</p>" }).Html()
        );
        yield return (
            "share",
            (
                kept with
                {
                    Below =
                        "<div class=share>Share this <a href=#>Mail</a> <a href=#>Copy link</a></div><p class=counter>1,482 reads</p>",
                }
            ).Html()
        );
    }

    private static TrapPage Curly(TrapPage page) =>
        page with
        {
            Passage = page.Passage.Replace("'", "’", StringComparison.Ordinal).Replace(" - ", " – ", StringComparison.Ordinal),
            Other = page.Other.Replace("'", "’", StringComparison.Ordinal),
        };

    private static string Reformatted(string passage)
    {
        foreach (
            var (from, to) in new[]
            {
                ("48 million euros", "€48m"),
                ("340 drivers", "340&nbsp;drivers"),
                ("3.2 cubic", "3.20 cubic"),
                ("86%", "86 percent"),
                ("1,250", "1&nbsp;250"),
                ("2,300", "2300"),
                ("62 percent", "62%"),
                ("90,000", "90 000"),
                ("12 tonnes", "12&nbsp;tonnes"),
                ("312 metres", "312 m"),
                ("14,000", "14&thinsp;000"),
                ("90 days", "ninety days"),
                ("60 days", "sixty days"),
                ("1,100", "1100"),
                ("7.4%", "7.4 per cent"),
                ("47 minutes", "47&nbsp;minutes"),
                ("41%", "41 percent"),
                ("14 May 2024", "May 14, 2024"),
                ("8 June 2023", "8th June 2023"),
                ("0.35", "0.350"),
                ("26,000", "26’000"),
                ("18,700 hectares", "18 700 ha"),
                ("214 crowns", "214.0 crowns"),
            }
        )
        {
            if (passage.Contains(from, StringComparison.Ordinal))
                return passage.Replace(from, to, StringComparison.Ordinal);
        }

        return passage;
    }

    private static string Redesigned(string html) =>
        html.Replace("<main>", "<div class='layout grid-12'><div class=content-area>", StringComparison.Ordinal)
            .Replace("</main>", "</div></div>", StringComparison.Ordinal)
            .Replace("<p>", "<div class='para body-l'>", StringComparison.Ordinal)
            .Replace("</p>", "</div>", StringComparison.Ordinal)
            .Replace("<body>", "<body class=theme-dark><div class=wrap>", StringComparison.Ordinal)
            .Replace("</body>", "</div></body>", StringComparison.Ordinal);

    private static string Emphasised(string passage)
    {
        var words = passage.Split(' ');
        if (words.Length < 4)
            return passage;
        words[2] = $"<a href=/w><b>{words[2]}</b></a>";
        return string.Join(' ', words);
    }
}
