using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>
/// Elements of a drawing. Looks are presentation attributes, which any policy for content allows and any stylesheet
/// overrides by class.
/// </summary>
internal static class Svg
{
    public const string Ink = "#15181c";
    public const string Paper = "#ffffff";
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params object?[] content) => new(Space + name, content);

    public static XAttribute Attribute(string name, string value) => new(name, Clean(value));

    public static XAttribute Attribute(string name, double value) =>
        new(name, value.ToString("0.#", CultureInfo.InvariantCulture));

    public static XElement Rectangle(string kind, Box box, double round, params XAttribute[] looks) =>
        Element(
            "rect",
            Attribute("class", kind),
            Attribute("x", box.X),
            Attribute("y", box.Y),
            Attribute("width", box.Width),
            Attribute("height", box.Height),
            Attribute("rx", round),
            looks
        );

    public static XElement Text(string kind, double x, double y, double size, string text, params XAttribute[] looks) =>
        Element(
            "text",
            Attribute("class", kind),
            Attribute("x", x),
            Attribute("y", y),
            Attribute("font-size", size),
            Array.Exists(looks, l => l.Name == "text-anchor") ? null : Attribute("text-anchor", "middle"),
            Attribute("fill", kind == "tag-text" ? Paper : Ink),
            looks,
            Clean(text)
        );

    public static XElement Words(string name, string id, string text) => Element(name, Attribute("id", id), Clean(text));

    /// <summary>Titles come from files: what XML cannot hold is left out.</summary>
    public static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
}
