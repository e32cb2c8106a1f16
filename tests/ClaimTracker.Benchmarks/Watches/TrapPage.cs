using System.Net;

namespace ClaimTracker.Benchmarks.Watches;

/// <summary>A page of traps before it is written out: what stands where. Each part is HTML; empty for none.</summary>
internal sealed record TrapPage(TrapSubject Subject)
{
    public string Title { get; init; } = Subject.Title;

    public string Heading { get; init; } = Subject.Heading;

    public string Passage { get; init; } = WebUtility.HtmlEncode(Subject.Passage);

    public string Before { get; init; } = Subject.Before;

    public string After { get; init; } = Subject.After;

    public string Other { get; init; } = Subject.Other;

    /// <summary>Above the text.</summary>
    public string Top { get; init; } = "";

    /// <summary>Below the passage, as a block of its own.</summary>
    public string Below { get; init; } = "";

    /// <summary>Above the passage, as a block of its own.</summary>
    public string Above { get; init; } = "";

    public string Side { get; init; } = "";

    public string Comments { get; init; } = "";

    public string Head { get; init; } = "";

    public string Menu { get; init; } = "<a href=/a>Home</a> <a href=/b>Topics</a> <a href=/c>Contact</a>";

    public string Foot { get; init; } = "All rights reserved.";

    /// <summary>Written as the style has it.</summary>
    public string Html() =>
        Subject.Style switch
        {
            "broadsheet" => Frame(
                $"<main><article><h1>{Title}</h1>{P(Before)}<h2>{Heading}</h2>{Block(Above)}{P(Passage)}{P(After)}{Block(Below)}<h2>In brief</h2>{P(Other)}</article></main>"
            ),
            "factlist" => Frame(
                $"<h1>{Title}</h1><h3>{Heading}</h3>{Block(Above)}<ul>{Li(Before)}{Li(Passage)}{Li(After)}</ul>{Block(Below)}<h3>Good to know</h3><ul>{Li(Other)}</ul>"
            ),
            "table" => Frame($"<h1>{Title}</h1>{P(Before)}<h2>{Heading}</h2>{Block(Above)}{Table()}{Block(Below)}{P(Other)}"),
            "liveblog" => Frame(
                $"<h1>{Title}</h1>{P(Before)}<div class=entries>{Block(Above)}<div class=entry><h3>{Heading}</h3>{P(Passage)}{P(After)}</div>{Block(Below)}<div class=entry><h3>07:02</h3>{P(Other)}</div></div>"
            ),
            "status" => Frame(
                $"<h1>{Title}</h1><h2>{Heading}</h2>{Block(Above)}<dl>{Field(Before)}{Field(Passage)}{Field(After)}</dl>{Block(Below)}{P(Other)}"
            ),
            "encyclopedia" => Frame(
                $"<div id=content><h1>{Title}</h1><p><b>{Title}</b> has an entry of its own.</p><h2>{Heading}<span>[edit]</span></h2>{Block(Above)}<p>{Before} {Passage}<sup><a href=#n4>[4]</a></sup> {After}</p>{Block(Below)}<h2>See more</h2>{P(Other)}</div>"
            ),
            "guidance" => Frame(
                $"<main><h1>{Title}</h1><div class=lede>{Before}</div><section><h2>{Heading}</h2>{Block(Above)}<div class=govspeak><p>{Passage} {After}</p></div>{Block(Below)}</section><section><h2>Further help</h2>{P(Other)}</section></main>"
            ),
            "pressrelease" => Frame(
                $"<div class=release><h1>{Title}</h1><p><strong>{Before}</strong></p><h4>{Heading}</h4>{Block(Above)}<p>{Passage}<br>{After}</p>{Block(Below)}<hr><p>{Other}</p></div>"
            ),
            "journal" => Frame(
                $"<article><h1>{Title}</h1><section><h2>{Heading}</h2>{Block(Above)}<p>{Before} {Passage} {After}</p>{Block(Below)}</section><section><h2>Statements</h2>{P(Other)}</section></article>"
            ),
            "court" => Frame(
                $"<h1>{Title}</h1><h2>{Heading}</h2>{Block(Above)}<ol>{Li(Before)}{Li(Passage)}{Li(After)}</ol>{Block(Below)}<div class=info>{Other}</div>"
            ),
            "faq" => Frame(
                $"<h1>{Title}</h1>{P(Before)}<div class=qa><h3>{Heading}</h3>{Block(Above)}<div>{P(Passage)}{P(After)}</div>{Block(Below)}</div><div class=qa><h3>Anything else?</h3>{P(Other)}</div>"
            ),
            "bulletin" => Frame(
                $"<table width=700><tr><td><font size=5><b>{Title}</b></font></td></tr><tr><td>{Block(Top.Length > 0 ? "" : "")}<p>{Before}</p><h3>{Heading}</h3>{Block(Above)}<p>{Passage} {After}</p>{Block(Below)}<p>{Other}</p></td></tr></table>"
            ),
            _ => throw new InvalidOperationException($"No page style is called {Subject.Style}."),
        };

    private string Frame(string text) =>
        $"<!doctype html><html lang=en><head><meta charset=utf-8><title>{Title} | {Site}</title>{Head}</head><body><header><div class=brand>{Site}</div><nav>{Menu}</nav></header>{Top}{text}{Side}{Comments}<footer><p>{Foot}</p></footer></body></html>";

    private string Site =>
        Subject.Style switch
        {
            "broadsheet" => "The Verrin Post",
            "factlist" => "Lomar Facts",
            "table" => "Statoffice",
            "liveblog" => "Kanal 6",
            "status" => "Open Registers",
            "encyclopedia" => "Allbook",
            "guidance" => "Gov Portal",
            "pressrelease" => "Newsroom",
            "journal" => "Annals",
            "court" => "Justice Online",
            "faq" => "Citizen Help",
            _ => "Dorsal Service",
        };

    private static string P(string text) => text.Length == 0 ? "" : $"<p>{text}</p>";

    private static string Li(string text) => text.Length == 0 ? "" : $"<li>{text}</li>";

    private static string Block(string html) => html;

    private static string Field(string text)
    {
        if (text.Length == 0)
            return "";
        var parts = text.Split(": ", 2);
        return parts.Length == 2 ? $"<dt>{parts[0]}</dt><dd>{parts[1]}</dd>" : $"<dt>Entry</dt><dd>{text}</dd>";
    }

    private string Table()
    {
        var columns = Subject.Title.StartsWith("Exports", StringComparison.Ordinal)
            ? "<th>Port</th><th>Kilotonnes</th><th>Main good</th>"
            : "<th>County</th><th>Cases</th><th>State</th>";
        var neighbours = Subject.Title.StartsWith("Exports", StringComparison.Ordinal)
            ? ("<tr><td>Aldhaven</td><td>3,410</td><td>ore</td></tr>", "<tr><td>Collsund</td><td>870</td><td>timber</td></tr>")
            : ("<tr><td>Eastmere</td><td>97</td><td>falling</td></tr>", "<tr><td>Norgate</td><td>1,020</td><td>rising</td></tr>");
        var row = Passage.Contains('<', StringComparison.Ordinal)
            ? Passage
            : $"<tr><td>{string.Join("</td><td>", Passage.Split('|'))}</td></tr>";
        return $"<table><thead><tr>{columns}</tr></thead><tbody>{neighbours.Item1}{(Passage.Length == 0 ? "" : row)}{neighbours.Item2}</tbody></table>";
    }
}
