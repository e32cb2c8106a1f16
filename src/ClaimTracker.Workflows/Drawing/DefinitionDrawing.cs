using System.Globalization;
using System.Xml.Linq;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>
/// Draws a definition as SVG: the flowchart with Studio's positions where there are any, then what each nested container
/// holds, each under its heading. A path taken is told by numbers, thick lines and words, never by colour alone.
/// </summary>
public static class DefinitionDrawing
{
    private const double Heading = 30;
    private const string Legend = "Numbers: the order of the steps taken · thick: the way taken · dashed: not taken";

    /// <summary>The drawing, as an <c>svg</c> element without scripts, styles or references to anything outside.</summary>
    /// <param name="definition">What to draw.</param>
    /// <param name="path">The path of a review to mark on it, if any.</param>
    /// <param name="id">Begins the element ids of the drawing; must be unique on a page.</param>
    /// <param name="notes">A few words to write on an activity, by its id, e.g. how long it takes.</param>
    public static string ToSvg(
        CompiledDefinition definition,
        ReviewPath? path = null,
        string id = "workflow",
        IReadOnlyDictionary<string, string>? notes = null
    )
    {
        var marks = path is null ? null : new PathMarks(definition, path);
        var body = new List<XElement>();
        var (width, height) = (0.0, 0.0);
        foreach (var owner in definition.Activities.Where(a => a.Container is not null))
        {
            var panel = new Panel(owner.Container!, marks, notes);
            if (owner.Parent is not null)
            {
                body.Add(
                    Svg.Text(
                        "heading",
                        24,
                        height += Heading,
                        14,
                        $"Inside “{owner.Title}”",
                        Svg.Attribute("font-weight", "700"),
                        Svg.Attribute("text-anchor", "start")
                    )
                );
            }

            body.Add(
                Svg.Element(
                    "g",
                    Svg.Attribute(
                        "transform",
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"translate({-panel.Bounds.X:0.#} {height - panel.Bounds.Y:0.#})"
                        )
                    ),
                    panel.Elements
                )
            );
            height += panel.Bounds.Height;
            width = Math.Max(width, panel.Bounds.Width);
        }

        if (path is not null)
        {
            body.Add(Svg.Text("legend", 24, height + 14, 12, Legend, Svg.Attribute("text-anchor", "start")));
            (width, height) = (Math.Max(width, 520), height + 26);
        }

        return Document(definition, path, id, width, height, body).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Draws a file by itself; what it dispatches need not be there. With any fault there is no drawing.</summary>
    public static (string? Svg, IReadOnlyList<Fault> Faults) OfFile(WorkflowDefinition definition)
    {
        var (compiled, faults) = DefinitionCompiler.Compile(definition);
        return compiled is null ? (null, faults) : (ToSvg(compiled), []);
    }

    private static XElement Document(
        CompiledDefinition definition,
        ReviewPath? path,
        string id,
        double width,
        double height,
        List<XElement> body
    )
    {
        var words = path is null ? string.Join(' ', DefinitionWords.Of(definition)) : DefinitionWords.Of(definition, path);
        return Svg.Element(
            "svg",
            Svg.Attribute("class", "workflow"),
            Svg.Attribute("role", "img"),
            Svg.Attribute("aria-labelledby", $"{id}-title"),
            Svg.Attribute("aria-describedby", $"{id}-desc"),
            Svg.Attribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.#} {height:0.#}")),
            Svg.Attribute("width", width),
            Svg.Attribute("height", height),
            Svg.Attribute("font-family", "system-ui, sans-serif"),
            Svg.Words("title", $"{id}-title", $"{definition.Source.Name}, version {definition.Source.Version}"),
            Svg.Words("desc", $"{id}-desc", words),
            Svg.Rectangle("sheet", new Box(0, 0, width, height), 0, Svg.Attribute("fill", Svg.Paper)),
            body
        );
    }
}
