using System.Globalization;
using System.Text;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>A way of writing a page that costs a reader more than its length, at any length.</summary>
/// <param name="Name">What is repeated.</param>
/// <param name="Of">The page, about so many characters long.</param>
public sealed record PageShape(string Name, Func<int, string> Of)
{
    public override string ToString() => Name;
}

/// <summary>Pages that were, or could be, written to hold a thread.</summary>
public static class PageShapes
{
    private const string Prose = "The county council met on Tuesday to hear the report of its two engineers. ";

    public static readonly IReadOnlyList<PageShape> All =
    [
        new(
            "a dateline of hyphens",
            length => Article($"<p>3 Jan 2020 {new string('-', Math.Min(80, length))} x</p>" + Fill($"<p>{Prose}</p>", length))
        ),
        new(
            "datelines of hyphens, one after the other",
            length => Article(Fill($"<p>3 Jan 2020 {new string('-', 70)} x</p>", length))
        ),
        new(
            "a site's name in its title",
            length =>
                $"<title>{Fill("Story - ", length)}</title><meta property=og:site_name content=Story>{Article($"<p>{Prose}</p>")}"
        ),
        new("nested divs", length => Article(Fill("<div>", length / 2) + Prose + Fill("</div>", length / 2))),
        new("unclosed divs", length => Article(Fill("<div>x", length))),
        new("unclosed divs of paragraphs", length => Article(Fill($"<div><p>{Prose}</p>", length))),
        new("divs with stray end tags", length => Article(Fill("<div></x>", length))),
        new("divs behind walls", length => Article(Fill("<object></div>x<p>", length))),
        new("unclosed readings", length => Article(Fill("<rt>x", length))),
        new("unclosed option groups", length => Article(Fill("<optgroup>x", length))),
        new("tables in tables", length => Article(Fill("<table>x<tr><td>", length))),
        new("boxes named as adverts, nested", length => Article(Fill("<div class=share><p>Some words here.</p>", length))),
        new("lists in lists", length => Article(Fill("<ul><li>x", length))),
        new("formatting closed crosswise", length => Article(Fill("<b><i>x</b></i><p>", length))),
        new("formatting never closed", length => Article(Numbered("<font size=", "><p>x", length))),
        new("formatting closed behind walls", length => Article(Numbered("<font size=", "><object></font></object>x", length))),
        new("attributes without end", length => Article($"<div {Numbered("a", " ", length)}><p>{Prose}</p></div>")),
        new("attributes behind a stray quote", length => Article($"<div \" {Numbered("b", " ", length)}\"><p>{Prose}</p></div>")),
        new("drawings with styles", length => Article($"<svg><style>{Fill("<div>x", length)}")),
        new("comments that end at once", length => Article($"<!-->{Fill("<div>x", length)}")),
        new("scripts that look unfinished", length => Article($"<script>a<b c=\"</script>{Fill("<div>x", length)}")),
        new("paragraphs of one parent", length => Article(Fill($"<p>{Prose}</p>", length))),
        new("lines of one parent, by rules", length => Article($"<div>{Fill($"{Prose}<hr>", length)}</div>")),
        new("lines of one parent, by breaks", length => Article($"<div>{Fill($"{Prose}<br><br>", length)}</div>")),
        new("buttons of one parent", length => Article(Fill("<p>x</p>", length / 2) + Fill("<button>x</button>", length / 2))),
        new("notes of one parent", length => Article($"<p>{Fill("41<sup>3</sup> ", length)}</p>")),
        new("fractions of one parent", length => Article($"<p>{Fill("<sup>1</sup>/<sub>2</sub> ", length)}</p>")),
        new("struck-out words of one parent", length => Article($"<p>{Fill("<del>41</del>42 ", length)}</p>")),
        new(
            "rules that strike out",
            length =>
                $"<style>{Fill(".a{text-decoration:line-through}", length / 2)}</style>{Article(Fill("<p class=a>x</p>", length / 2))}"
        ),
        new("hidden words of one parent", length => Article($"<p>{Fill("<span hidden>41</span>42 ", length)}</p>")),
        new(
            "rules that hide",
            length => $"<style>{Fill(".a{display:none}", length / 2)}</style>{Article(Fill("<p class=a>x</p>", length / 2))}"
        ),
        new(
            "rules that hide, each another",
            length =>
                $"<style>{Numbered(".a", "{display:none}", length / 2)}</style>{Article(Fill("<p class=a7>x</p>", length / 2))}"
        ),
        new("terms of one list", length => Article($"<dl>{Fill("<dt>Status<dd>Active", length)}</dl>")),
        new("headings", length => Article(Fill("<h2>x</h2><h3>y</h3><p>z</p>", length))),
        new(
            "headings that the title repeats",
            length => $"<title>{Fill("Number one is ", length / 2)}</title>{Article(Fill("<h1>Number one</h1>", length / 2))}"
        ),
        new(
            "authors at the foot",
            length =>
                $"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"author\":[{Numbered("\"Somebody Long ", "\",", length / 2)}\"x\"]}}</script>{Article($"<p>{Prose}</p>" + Fill("<p>Somebody Long 7 is a writer</p>", length / 2))}"
        ),
        new("bylines at the head", length => Article(Fill("<p>By Somebody Long, Somebody Else and Other People!</p>", length))),
        new("pictures for readers without scripts", length => Article(Fill("<noscript><img src=x></noscript>", length))),
        new("links", length => Article(Fill("<p><a href=#>Some link words here</a></p>", length))),
        new("spans", length => Article($"<p>{Fill("<span>word </span>", length)}</p>")),
        new("cells", length => Article($"<table>{Fill("<tr><td>x</td><td>y</td></tr>", length)}</table>")),
        new("articles in articles", length => Fill($"<article><p>{Prose}</p>", length)),
        new("empty elements", length => Article(Fill("<i></i>", length))),
        new("one word without end", length => Article($"<p>{new string('x', length)}</p>")),
    ];

    /// <summary>A list of mentions, as people answer each other with.</summary>
    public static string Mentions(int length) => Numbered("@Person", " ", length);

    /// <summary>A signed post, and blanks without end behind it.</summary>
    public static string SignedPost(int length) => $"The mayor of London said so (@mayor){new string(' ', length)}x";

    private static string Article(string body) => $"<!doctype html><html><body><article>{body}</article></body></html>";

    private static string Fill(string piece, int length) =>
        new StringBuilder().Insert(0, piece, Math.Max(1, length / piece.Length)).ToString();

    private static string Numbered(string before, string after, int length)
    {
        var text = new StringBuilder(length + 100);
        for (var i = 0; text.Length < length; i++)
            text.Append(before).Append(i.ToString(CultureInfo.InvariantCulture)).Append(after);
        return text.ToString();
    }
}
