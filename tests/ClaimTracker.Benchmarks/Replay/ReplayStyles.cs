using System.Net;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>Twelve ways of building the same page.</summary>
internal static class ReplayStyles
{
    private static readonly Func<ReplayPage, string>[] All =
    [
        p =>
            $"<article><h1>{p.Title}</h1><p class=date>{p.Updated}</p>{Lines("p", p.Lead)}{Passage("p", p)}{Lines("p", p.Rest)}{List(p)}</article>{Beside(p)}",
        p =>
            $"<h1>{p.Title}</h1><p>{p.Updated}</p><table><tr><th>What</th><th>Report</th></tr><tr><td>Personnel</td><td>{p.Passage}</td></tr><tr><td>Note</td><td>{p.Lead[0]}</td></tr></table>{Lines("p", p.Rest)}{Rows(p)}{Beside(p)}",
        p =>
            $"<main><h1>{p.Title}</h1><dl><dt>As of</dt><dd>{p.Date}</dd><dt>Personnel</dt><dd>{p.Passage}</dd><dt>Of the count</dt><dd>{p.Lead[1]}</dd></dl>{Lines("p", p.Rest)}{List(p)}</main>{Beside(p)}",
        p =>
            $"<div class=content><h1>{p.Title}</h1>{Lines("p", p.Lead)}<ul>{Passage("li", p)}{Lines("li", p.Rest)}</ul><h2>Earlier days</h2>{List(p)}</div>{Beside(p)}",
        p =>
            $"<article><h1>{p.Title}</h1>{Passage("h2", p)}<p>{p.Updated}</p>{Lines("p", p.Lead)}{Lines("p", p.Rest)}{List(p)}</article>{Beside(p)}",
        p =>
            $"<main><h1>{p.Title}: live</h1><section><h3>{p.Date}, 08:00</h3>{Passage("p", p)}</section><section><h3>{p.Date}, 07:10</h3>{Lines("p", p.Lead)}</section><section><h3>Before</h3>{List(p)}</section></main>{Beside(p)}",
        p =>
            $"<article class=cards><div class=card><span>{p.Updated}</span></div><div class=card>{Passage("div", p)}</div><div class=card>{Lines("div", p.Rest)}</div></article>{List(p)}{Beside(p)}",
        p =>
            $"<article><h1>{p.Title}</h1><blockquote>{Passage("p", p)}</blockquote><p>So says the channel of the staff. {p.Lead[1]}</p>{Lines("p", p.Rest)}{List(p)}</article>{Beside(p)}",
        p =>
            $"<h1>{p.Title}</h1><table><caption>{p.Updated}</caption><tr><td>{p.Date}</td><td>{p.Passage}</td></tr></table>{Rows(p)}{Lines("p", p.Lead)}{Beside(p)}",
        p =>
            $"<div id=mw><h1>{p.Title}</h1><table class=infobox><tr><th>Updated</th><td>{p.Date}</td></tr></table><p>{p.Lead[0]} {p.Passage} {p.Rest[0]}</p><h2>History</h2>{List(p)}<p>{p.Rest[1]}</p></div>{Beside(p)}",
        p =>
            $"<main><h1>Press release</h1><p>{p.Date}</p><p>{string.Join(' ', p.Lead)}</p>{Passage("p", p)}<p>{string.Join(' ', p.Rest)}</p>{List(p)}<p>Press office, telephone 555 0100.</p></main>{Beside(p)}",
        p =>
            $"<article><header><h1>{p.Title}</h1><time>{p.Date}</time></header><section><h2>In short</h2>{Passage("p", p)}</section><section><h2>In full</h2>{Lines("p", p.Lead)}{Lines("p", p.Rest)}</section></article>{List(p)}{Beside(p)}",
    ];

    public static int Count => All.Length;

    /// <summary>The page in its style.</summary>
    public static string Write(ReplayPage page, DateOnly? published) =>
        $"<!doctype html><html lang=en><head><title>{page.Title}</title>{Meta(published)}</head><body><nav><a href=/>Home</a> <a href=/all>All pages</a></nav>{All[page.Style](page)}<footer>About us · Imprint · {page.Date}</footer></body></html>";

    /// <summary>What stands in a page's place until somebody agrees.</summary>
    public const string Consent =
        "<!doctype html><html lang=en><head><title>Before you go on</title></head><body><main><h1>Before you continue</h1><p>We and our partners use cookies to show you adverts and to measure how you use our pages. Accept all cookies, or manage your choices.</p><button>Accept all</button><button>Manage choices</button></main></body></html>";

    private static string Meta(DateOnly? published) =>
        published is { } day
            ? $"<meta property=\"og:type\" content=\"article\"><meta property=\"article:published_time\" content=\"{day:yyyy-MM-dd}T07:30:00Z\">"
            : "";

    private static string Passage(string element, ReplayPage page) =>
        page.Passage is { } passage ? $"<{element}>{WebUtility.HtmlEncode(passage)}</{element}>" : "";

    private static string Lines(string element, IEnumerable<string> lines) =>
        string.Concat(lines.Select(line => $"<{element}>{line}</{element}>"));

    private static string List(ReplayPage page) =>
        (page.Correction is { } correction ? $"<p class=correction>{correction}</p>" : "")
        + (page.Earlier.Count == 0 ? "" : $"<ul class=earlier>{Lines("li", page.Earlier)}</ul>");

    private static string Rows(ReplayPage page) =>
        (page.Correction is { } correction ? $"<p class=correction>{correction}</p>" : "")
        + $"<table class=earlier>{string.Concat(page.Earlier.Select(row => row.Split(": ")).Select(cells => $"<tr><td>{cells[0]}</td><td>{cells[1]}</td></tr>"))}</table>";

    private static string Beside(ReplayPage page) =>
        $"<aside class=advert>{page.Advert}</aside><section id=comments class=comments><h2>Comments</h2>{Lines("p", page.Replies)}</section>";
}
