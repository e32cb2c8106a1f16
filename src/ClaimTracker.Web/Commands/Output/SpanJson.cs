using System.Text.Json;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>A piece of a text with its place in it.</summary>
internal sealed record SpanJson(int Start, int End, string Text)
{
    public static SpanJson Of(TextSpan span, string text) => new(span.Start, span.End, span.Of(text));
}

/// <summary>What <c>sentences</c> prints of one text.</summary>
internal sealed record SentencesJson(JsonElement Id, IReadOnlyList<SpanJson> Sentences);
